//! The meetings of the open briefing: when, what, where, who.

use jiff::civil::Date;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::actors::{heading_row, name_in};
use super::findings::{Row, Rows};
use crate::extract::{Findings, Meeting, MeetingForm, MeetingStatus, Precision};
use crate::tui::rows::{DrawnRow, ROOMY, fitted, justified};
use crate::tui::theme::Theme;

/// The rows in `width` columns.
#[must_use]
pub fn rows(rows: &Rows, findings: &Findings, width: u16, theme: &Theme) -> Vec<DrawnRow> {
    let draw = |row: &Row| match row {
        Row::Heading(heading) => heading_row(heading, theme),
        Row::Item(item) => {
            findings.meetings.get(*item).map_or_else(DrawnRow::default, |m| meeting_row(m, findings, width, theme))
        }
    };
    rows.rows.iter().map(draw).collect()
}

fn meeting_row(meeting: &Meeting, findings: &Findings, width: u16, theme: &Theme) -> DrawnRow {
    let status = match meeting.status {
        MeetingStatus::Proposed => Some("proposed"),
        MeetingStatus::Ongoing => Some("ongoing"),
        MeetingStatus::Upcoming | MeetingStatus::Held | MeetingStatus::Cancelled => None,
    };
    let what = [Some(form(meeting.form).to_owned()), meeting.place.clone(), status.map(str::to_owned)];
    let what: Vec<String> = what.into_iter().flatten().collect();
    let who: Vec<String> = meeting.participants.iter().map(|id| name_in(findings, id)).collect();
    let who = if who.is_empty() { "parties not said".to_owned() } else { who.join(", ") };
    let who = fitted(&format!("  {who}"), width);
    // Only the front matter states it.
    let declared = if meeting.mentions.is_empty() { " · declared" } else { "" };
    let when = format!("{}{declared}", when(meeting));
    if width >= ROOMY {
        let what = fitted(&what.join(" · "), width / 2);
        let when = justified(&[(when, theme.meeting)], (what, Style::default()), width);
        return DrawnRow { lines: vec![when, Line::from(Span::styled(who, theme.dim))] };
    }
    let lines = [(when, theme.meeting), (format!("  {}", what.join(" · ")), Style::default()), (who, theme.dim)];
    DrawnRow {
        lines: lines.into_iter().map(|(text, style)| Line::from(Span::styled(fitted(&text, width), style))).collect(),
    }
}

fn form(form: MeetingForm) -> &'static str {
    match form {
        MeetingForm::Call => "call",
        MeetingForm::Talks => "talks",
        MeetingForm::Summit => "summit",
        MeetingForm::Visit => "visit",
        MeetingForm::Meeting => "meeting",
        MeetingForm::Conference => "conference",
        MeetingForm::Session => "session",
        MeetingForm::ExerciseObservation => "exercise observation",
        MeetingForm::Other => "encounter",
    }
}

/// When a meeting is: its date as exact as it is known, else the words of the text, else "undated".
#[must_use]
pub fn when(meeting: &Meeting) -> String {
    let Some(date) = meeting.date else {
        return match &meeting.date_text {
            Some(words) => format!("“{words}”, undated"),
            None => "undated".to_owned(),
        };
    };
    match (meeting.precision, meeting.date_end) {
        (Precision::Day, Some(end)) => format!("{} – {}", long(date), long(end)),
        (Precision::Day | Precision::None, _) => long(date),
        (Precision::Week, _) => format!("week of {}", long(date)),
        (Precision::Month, _) => date.strftime("%B %Y").to_string(),
        (Precision::Season, _) => {
            // A winter begins in December and ends in the next year.
            match date.month() {
                3..=5 => format!("spring {}", date.year()),
                6..=8 => format!("summer {}", date.year()),
                9..=11 => format!("autumn {}", date.year()),
                _ => format!("winter {}–{:02}", date.year(), (date.year() + 1) % 100),
            }
        }
        (Precision::Year, _) => date.year().to_string(),
    }
}

fn long(date: Date) -> String {
    date.strftime("%a %-d %b %Y").to_string()
}
