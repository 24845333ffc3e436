//! Whether two mentions can tell of one meeting: by their dates, status, form and place.

use jiff::civil::Date;

use super::Candidate;
use crate::extract::places::Where;
use crate::extract::{MeetingForm, MeetingStatus, Precision};

/// How two dates lie to each other.
#[derive(PartialEq, Eq)]
pub(super) enum Dates {
    Same,
    /// One is a day or a month of the other's month, season or year.
    Within,
    /// One is unknown.
    Open,
    Apart,
}

pub(super) fn dates(a: &Candidate, b: &Candidate) -> Dates {
    let (Some((x, x_end)), Some((y, y_end))) = (a.date, b.date) else {
        // Without a briefing date, two phrases that differ are two dates.
        let differ = matches!((&a.date_text, &b.date_text), (Some(p), Some(q)) if p != q && a.date.is_none() && b.date.is_none());
        return if differ { Dates::Apart } else { Dates::Open };
    };
    let span = |d: Date, end: Option<Date>, precision: Precision| {
        use jiff::ToSpan;
        let last = match precision {
            Precision::Week => d.checked_add(6.days()).ok(),
            Precision::Month => Some(d.last_of_month()),
            Precision::Season => d.checked_add(3.months()).and_then(|d| d.checked_sub(1.day())).ok(),
            Precision::Year => Some(d.last_of_year()),
            _ => end,
        };
        (d, last.unwrap_or(d))
    };
    let (a, b) = ((span(x, x_end, a.precision), a.precision), (span(y, y_end, b.precision), b.precision));
    if a.0 == b.0 {
        return if a.1 == Precision::Day || a.1 == b.1 { Dates::Same } else { Dates::Within };
    }
    if a.0.0 <= b.0.1 && b.0.0 <= a.0.1 {
        if a.1 == Precision::Day && b.1 == Precision::Day { Dates::Same } else { Dates::Within }
    } else {
        Dates::Apart
    }
}

pub(super) fn standings_agree(e: &Candidate, c: &Candidate) -> bool {
    use MeetingStatus::{Cancelled, Held, Ongoing, Proposed, Upcoming};
    if !e.standing.said || !c.standing.said {
        return true;
    }
    match (e.standing.status, c.standing.status) {
        (Held, Upcoming | Proposed) | (Upcoming | Proposed, Held) => {
            e.date.is_some() && e.date == c.date && e.precision == Precision::Day
        }
        (Held, Cancelled) | (Cancelled, Held) => false,
        (Ongoing, _) | (_, Ongoing) => true,
        _ => true,
    }
}

/// A call is no meeting in person.
pub(super) fn forms_agree(e: &Candidate, c: &Candidate) -> bool {
    let call = |f: MeetingForm| matches!(f, MeetingForm::Call);
    let plain = |f: MeetingForm| matches!(f, MeetingForm::Talks | MeetingForm::Meeting);
    if call(e.form) != call(c.form) {
        // "the call … the talks": the same when nothing else tells them apart.
        let general = plain(c.form) && c.date.is_none() && c.date_text.is_none()
            || plain(e.form) && c.definite && c.date_text.is_none();
        return general && c.place.is_none() && e.place.is_none();
    }
    let sits = |f: MeetingForm| matches!(f, MeetingForm::Summit | MeetingForm::Session | MeetingForm::Conference);
    !(sits(e.form) && sits(c.form) && e.form != c.form && !c.definite)
}

/// Whether two places can be one; nothing where either is unknown.
pub(super) fn places_agree(a: Option<&Where>, b: Option<&Where>) -> Option<bool> {
    let (a, b) = (a?, b?);
    let key = |p: &Where| p.name.to_lowercase();
    if key(a) == key(b) || key(a).contains(&key(b)) || key(b).contains(&key(a)) {
        return Some(true);
    }
    if a.breadth != b.breadth {
        // A town and its country, or a building in a town: not at odds, but no proof.
        return None;
    }
    Some(false)
}
