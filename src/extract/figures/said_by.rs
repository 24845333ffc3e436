//! Who says what a figure says.
//!
//! `saying` knows the verbs, `speaker` who speaks by them, `source` those who are named without a verb, `quote` the
//! speakers of quotations.

use std::ops::Range;

use super::estimate::by_estimate;
use super::nouns::NOUNS;
use super::quote::quotation;
use super::saying::is_said;
use super::source::{according_to, figures_from, if_right, right_behind, same_source, source_at, taken_from};
use super::speaker::{behind, inverted, speaker};
use super::{table, topic};
use crate::extract::ActorKind;
use crate::extract::numbers::cardinal_at;
use crate::extract::parties::{PartyKind, View};
use crate::extract::trail::Rule;
use crate::extract::words::Classes;
use crate::text::TokenKind;

/// How far before and behind a figure its sayer is looked for.
const REACH: usize = 60;

/// A figure whose sayer is asked for.
pub(super) struct Report<'v> {
    /// Who said what the figure of the sentence before says.
    pub(super) before: Option<usize>,
    /// Who said the last figure of a sentence before that has a sayer.
    pub(super) earlier: Option<usize>,
    pub(super) view: &'v View<'v>,
    pub(super) core: &'v Range<usize>,
    pub(super) sentence: &'v Range<usize>,
    /// Where its sayer is looked for.
    pub(super) floor: usize,
    pub(super) ceiling: usize,
}

/// What a rule says: who says it, `None` where he has no name, and the word that tells.
pub(super) struct Sayer {
    pub(super) actor: Option<usize>,
    pub(super) at: usize,
}

/// A rule and how it is asked.
type Asked = (Rule, fn(&Report<'_>) -> Option<Sayer>);

static RULES: [Asked; 13] = [
    (Rule::new("same-source", "it has the source of the number before"), same_source),
    (Rule::new("own-estimate", "the number is called somebody's estimate"), estimated),
    (Rule::new("taken-from", "it says from whom the number was taken"), taken_from),
    (Rule::new("if-right", "it says on whose word the number rests"), if_right),
    (Rule::new("source-behind", "the source is named right behind it"), right_behind),
    (Rule::new("said-before", "a verb of saying or counting leads to it"), said_before),
    (Rule::new("according-to", "the source is named"), according_to),
    (Rule::new("figures-from", "the sentence opens with whose figures they are"), figures_from),
    (Rule::new("table-source", "the table says by whom"), table_source),
    (Rule::new("caption", "the caption of the table says by whom"), captioned),
    (Rule::new("list-head", "the list stands under what somebody says"), list_headed),
    (Rule::new("quotation", "somebody speaks in the quotation that it stands in"), quotation),
    (Rule::new("said-behind", "a verb of saying follows"), said_behind),
];

/// Who says what the figure at `core` says, and the rule that settled it.
pub(super) fn said_by(
    view: &View<'_>,
    core: &Range<usize>,
    sentence: &Range<usize>,
    [before, earlier]: [Option<usize>; 2],
) -> Option<(&'static Rule, Sayer)> {
    let floor = sentence.start.max(core.start.saturating_sub(REACH));
    let ceiling = sentence.end.min(core.end + REACH);
    let report = Report { before, earlier, view, core, sentence, floor, ceiling };
    RULES.iter().find_map(|(rule, ask)| Some((rule, ask(&report)?)))
}

/// The actor that says what the figure at `core` says.
pub(super) fn sayer(view: &View<'_>, core: &Range<usize>, sentence: &Range<usize>) -> Option<usize> {
    said_by(view, core, sentence, [None, None])?.1.actor
}

fn estimated(report: &Report<'_>) -> Option<Sayer> {
    by_estimate(report.view, report.core, report.floor..report.ceiling)
}

fn said_before(report: &Report<'_>) -> Option<Sayer> {
    let view = report.view;
    let at = (report.floor..report.core.start).rev().find(|&j| is_said(view, j, report.core))?;
    Some(Sayer { actor: running(report, at).or_else(|| speaker(view, at)), at })
}

/// "By the institute's count …. It thinks that", "Its spokesman said": who reckoned the figure before goes on as "it", "he"
/// or "they", or by his man.
fn running(report: &Report<'_>, verb: usize) -> Option<usize> {
    let (view, words) = (report.view, report.view.words);
    let p = view.party_ending(super::speaker::group(view, verb))?;
    let party = &view.parties[p];
    let start = party.tokens.start;
    let kind = |&actor: &usize| view.kind(actor);
    // "Its spokesman said": a man of the body that spoke before.
    let man =
        party.actors.is_empty() && start == report.sentence.start && matches!(words.at(start), "its" | "their" | "the");
    if man && matches!(words.at(party.tokens.end - 1), "spokesman" | "spokeswoman" | "spokesperson" | "officials") {
        return report.before;
    }
    let person = matches!(words.at(start), "he" | "she");
    let fits = |actor: &usize| (kind(actor) == ActorKind::Person) == person;
    // Only the first clause of a sentence goes on with the one before.
    let first = (report.sentence.start..start).all(|j| !words.is(j, Classes::SAYING) && view.named(j).is_none());
    report.before.filter(|actor| party.kind == PartyKind::Pronoun && first && fits(actor))
}

/// A column "Source", or a column "By Peru"; where the row says what is counted, the column says by whom.
fn table_source(report: &Report<'_>) -> Option<Sayer> {
    let (view, words) = (report.view, report.view.words);
    let cell = table::cell_at(view, report.core.start)?;
    if let Some(source) = table::source_cell(view, report.core.start) {
        return Some(Sayer { actor: table::party_in(view, &source), at: source.start });
    }
    let column = table::party_in(view, &cell.column)?;
    let by = words.at(cell.column.start) == "by";
    let counted = || cell.row.clone().any(|j| NOUNS.is_loss(words.at(j)) || NOUNS.noun(words.at(j)).is_some());
    let row = table::party_in(view, &cell.row);
    let told = by || row.is_some_and(|row| row != column) && cell.column.len() <= 6 && counted();
    told.then_some(Sayer { actor: Some(column), at: cell.column.start })
}

fn captioned(report: &Report<'_>) -> Option<Sayer> {
    let lines = table::captions(report.view, report.core.start);
    lines.into_iter().find_map(|line| Some(Sayer { actor: Some(in_caption(report.view, &line)?), at: line.start }))
}

/// Under "Zelensky gave the toll:" the list is what he says.
fn list_headed(report: &Report<'_>) -> Option<Sayer> {
    let heads = topic::list_heads(report.view, report.core.start);
    heads.into_iter().find_map(|head| Some(Sayer { actor: Some(in_caption(report.view, &head)?), at: head.start }))
}

/// "…, the ministry said": behind the figure, after a comma.
fn said_behind(report: &Report<'_>) -> Option<Sayer> {
    let (view, words, end) = (report.view, report.view.words, report.core.end);
    let at = (end..report.ceiling).find(|&j| {
        let parted = (end..j).any(|k| matches!(words.at(k), "," | "”" | "\"" | "—" | "–"));
        // "280 drones that Chad claims to have found"
        let relative = (end..j).any(|k| matches!(words.at(k), "that" | "which" | "whom")) && j <= end + 8;
        (parted || relative) && is_said(view, j, report.core)
    })?;
    // "Chad owned to ten dead, Mali claims 300": says another number.
    if (at + 1..at + 5)
        .take_while(|&k| !matches!(words.at(k), "," | ";" | "." | ":"))
        .any(|k| cardinal_at(words, k).is_some() && !dated(view, k))
    {
        return None;
    }
    // "Chad has 900 men there, and its minister says that": what is said is another thing.
    let hearers = matches!(words.at(at), "told" | "tells" | "tell");
    let other = matches!(words.at(at + 1), "that" | "it" | "they" | "he" | "she" | "there" | "them" | "we" | "nothing")
        || matches!(words.at(at + 1), "the" | "its" | "a" | "no") && !hearers;
    if other && behind(view, at).is_none() {
        return None;
    }
    let actor = behind(view, at).or_else(|| speaker(view, at)).or_else(|| inverted(view, at, end));
    // "Chad, with 900 men, has said nothing of it": the speaker stands behind the number too.
    if let Some(actor) = actor {
        let first = view.party_from(end);
        let here = view.parties[first..].iter().take_while(|p| p.tokens.start <= at + 8);
        let named = (end..at + 8).any(|j| view.named(j).is_some_and(|(a, _)| a == actor));
        if !named && !here.into_iter().any(|p| p.actors.contains(&actor)) {
            return None;
        }
    }
    Some(Sayer { actor, at })
}

fn dated(view: &View<'_>, k: usize) -> bool {
    matches!(view.cover(k), crate::extract::parties::Cover::Date(_))
}

/// Whose numbers a table's caption says they are: "as counted by the ministry", "Source: Nato", "The ministry reports:".
fn in_caption(view: &View<'_>, line: &Range<usize>) -> Option<usize> {
    let words = view.words;
    let at_end = line.end..line.end;
    line.clone().find_map(|j| {
        if words.is_phrase(j, "according to") {
            return source_at(view, j + 2);
        }
        let by = words.at(j) == "by" && j > line.start && words.before(j, 1).ends_with("ed")
            || words.at(j) == ":" && matches!(words.before(j, 1), "source" | "sources");
        if by {
            return source_at(view, j + 1);
        }
        if words.is(j, Classes::ESTIMATE) && j > line.start + 1 {
            // "the ministry's daily counts", "figures from the ministry"
            let owner = (line.start.max(j.saturating_sub(3))..j)
                .find(|&k| words.kind(k) == TokenKind::Possessive)
                .and_then(|k| view.named(k - 1))
                .map(|(actor, _)| actor);
            let from = || matches!(words.at(j + 1), "from" | "by").then(|| source_at(view, j + 2)).flatten();
            if let Some(actor) = owner.or_else(from) {
                return Some(actor);
            }
        }
        is_said(view, j, &at_end).then(|| speaker(view, j)).flatten()
    })
}
