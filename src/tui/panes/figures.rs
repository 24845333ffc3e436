//! The troop figures of the open briefing: how many of what, whose, where, said by whom.

use ratatui::text::{Line, Span};

use super::actors::{heading_row, name_in};
use super::findings::{Row, Rows};
use crate::extract::{Bound, Figure, Findings};
use crate::tui::page::cells;
use crate::tui::rows::{DrawnRow, ROOMY, fitted, justified};
use crate::tui::theme::Theme;

/// The rows in `width` columns.
#[must_use]
pub fn rows(rows: &Rows, findings: &Findings, width: u16, theme: &Theme) -> Vec<DrawnRow> {
    let draw = |row: &Row| match row {
        Row::Heading(heading) => heading_row(heading, theme),
        Row::Item(item) => {
            findings.figures.get(*item).map_or_else(DrawnRow::default, |f| figure_row(f, findings, width, theme))
        }
    };
    rows.rows.iter().map(draw).collect()
}

fn figure_row(figure: &Figure, findings: &Findings, width: u16, theme: &Theme) -> DrawnRow {
    let about = [
        figure.side.as_deref().map(|side| name_in(findings, side)),
        figure.place.clone(),
        figure.said_by.as_deref().map(|by| format!("says {}", name_in(findings, by))),
        figure.as_of.map(|day| format!("as of {day}")),
    ];
    let about: Vec<String> = about.into_iter().flatten().collect();
    let count = fitted(&format!("{} {}", number(figure), figure.what), width);
    let mut about = if about.is_empty() { "side not said".to_owned() } else { about.join(" · ") };
    // Only the front matter states it.
    if figure.span.is_empty() {
        about.push_str(" · declared");
    }
    if width >= ROOMY {
        let about = fitted(&about, width.saturating_sub(cells(&count) + 2));
        return DrawnRow { lines: vec![justified(&[(count, theme.figure)], (about, theme.dim), width)] };
    }
    let about = fitted(&format!("  {about}"), width);
    DrawnRow { lines: vec![Line::from(Span::styled(count, theme.figure)), Line::from(Span::styled(about, theme.dim))] }
}

/// The number with its bound: "about 100,000", "850–1,100".
#[must_use]
pub fn number(figure: &Figure) -> String {
    let low = grouped(figure.low);
    match figure.bound {
        Bound::Exact => low,
        Bound::About => format!("about {low}"),
        Bound::AtLeast => format!("at least {low}"),
        Bound::AtMost => format!("at most {low}"),
        Bound::Range => format!("{low}–{}", grouped(figure.high)),
    }
}

/// A number with its thousands parted by commas.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_are_parted_by_commas() {
        assert_eq!([0, 999, 1_000, 143_500, 1_200_000].map(grouped), ["0", "999", "1,000", "143,500", "1,200,000"]);
    }
}
