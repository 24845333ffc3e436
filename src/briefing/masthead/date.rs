//! The date of publication: every day that the file states, in the order of trust, and which of them counts.

use std::path::Path;

use jiff::civil::Date;

use super::super::blocks::Draft;
use super::super::dates::{self, Reading};
use super::super::{Origin, Place, dateline};
use super::{Masthead, StatedDate};

/// What a field that is about the date of publication says.
#[derive(Debug)]
pub(in crate::briefing) struct DateField {
    pub(super) text: String,
    pub(super) origin: Origin,
}

/// Settles the date of publication: what `fields` state, the most trusted first, then the file's name, the head of the text
/// and the path of the address. Fields that no date could be read from are reported in `warnings` where no more trusted
/// one gave a date.
pub(in crate::briefing) fn settle_date(
    masthead: &mut Masthead,
    fields: &[DateField],
    path: &Path,
    drafts: &[Draft],
    warnings: &mut Vec<String>,
) {
    let mut readings: Vec<(Reading, Origin)> =
        fields.iter().map(|f| (dates::read(&f.text), f.origin.clone())).collect();
    let name = path.file_name().map(|n| n.to_string_lossy()).unwrap_or_default();
    readings.extend(dates::leading(&name).map(|day| (Reading::Day(day), Place::FileName.into())));
    let printed = dateline::find(drafts).into_iter();
    readings.extend(printed.map(|p| (p.reading, Origin::new(Place::Text, p.part))));
    let in_address = masthead.url.as_deref().and_then(dates::in_address);
    readings.extend(in_address.map(|day| (Reading::Day(day), Place::Address.into())));

    let known: Vec<Date> = readings.iter().filter_map(|(reading, _)| reading.day()).collect();
    for (at, (reading, origin)) in readings.into_iter().enumerate() {
        let day = match reading {
            Reading::Day(day) => Some(day),
            Reading::Ambiguous(one, other) => settled([one, other], &known, masthead),
            Reading::None => None,
        };
        match (day, fields.get(at)) {
            (Some(day), _) => {
                if masthead.dates.iter().all(|stated| stated.date != day) {
                    masthead.dates.push(StatedDate { date: day, origin });
                }
            }
            (None, Some(field)) if masthead.dates.is_empty() => warnings.push(unread(field, reading)),
            (None, _) => {}
        }
    }
    let first = masthead.dates.first().map(|stated| (stated.date, stated.origin.clone()));
    masthead.set_date(first);
}

/// Which of two days a date such as 03/02/2026 means: the one that is stated elsewhere as well, or the only one that is not
/// after the day on which the text was changed or saved.
fn settled(days: [Date; 2], known: &[Date], masthead: &Masthead) -> Option<Date> {
    let only = |fits: &dyn Fn(&Date) -> bool| match days.map(|day| fits(&day)) {
        [true, false] => Some(days[0]),
        [false, true] => Some(days[1]),
        _ => None,
    };
    let latest = [masthead.captured, masthead.modified].into_iter().flatten().min();
    only(&|day| known.contains(day)).or_else(|| only(&|day| latest.is_none_or(|latest| *day <= latest)))
}

fn unread(field: &DateField, reading: Reading) -> String {
    let why = match reading {
        Reading::Ambiguous(..) => "could mean two days",
        _ => "is no full date",
    };
    let shown: String = field.text.chars().take(40).collect();
    format!("the date “{shown}” {why}; write it as YYYY-MM-DD")
}
