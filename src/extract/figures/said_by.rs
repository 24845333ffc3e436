//! Who says what a figure says.

use std::ops::Range;

use super::classes::CLASSES;
use super::estimate::by_estimate;
use super::nouns::NOUNS;
use super::{table, topic};
use crate::extract::ActorKind;
use crate::extract::annotated::MentionForm;
use crate::extract::numbers::cardinal_at;
use crate::extract::parties::{Cover, PartyKind, View};
use crate::extract::trail::Rule;
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;
use crate::text::TokenKind;

/// How far before and behind a figure its sayer is looked for.
const REACH: usize = 60;

/// A figure whose sayer is asked for.
pub(super) struct Report<'v> {
    /// Who said what the figure of the sentence before says.
    before: Option<usize>,
    view: &'v View<'v>,
    core: &'v Range<usize>,
    sentence: &'v Range<usize>,
    /// Where its sayer is looked for.
    floor: usize,
    ceiling: usize,
}

/// What a rule says: who says it, `None` where he has no name, and the word that tells.
pub(super) struct Sayer {
    pub(super) actor: Option<usize>,
    pub(super) at: usize,
}

/// A rule and how it is asked.
type Asked = (Rule, fn(&Report<'_>) -> Option<Sayer>);

static RULES: [Asked; 9] = [
    (Rule::new("own-estimate", "the number is called somebody's estimate"), estimated),
    (Rule::new("said-before", "a verb of saying or counting leads to it"), said_before),
    (Rule::new("according-to", "the source is named"), according_to),
    (Rule::new("figures-from", "the sentence opens with whose figures they are"), figures_from),
    (Rule::new("table-source", "the table says by whom"), table_source),
    (Rule::new("caption", "the caption of the table says by whom"), captioned),
    (Rule::new("list-head", "the list stands under what somebody says"), list_headed),
    (Rule::new("quotation", "the quotation goes on"), quotation),
    (Rule::new("said-behind", "a verb of saying follows"), said_behind),
];

/// Who says what the figure at `core` says, and the rule that settled it.
pub(super) fn said_by(
    view: &View<'_>,
    core: &Range<usize>,
    sentence: &Range<usize>,
    before: Option<usize>,
) -> Option<(&'static Rule, Sayer)> {
    let floor = sentence.start.max(core.start.saturating_sub(REACH));
    let ceiling = sentence.end.min(core.end + REACH);
    let report = Report { before, view, core, sentence, floor, ceiling };
    RULES.iter().find_map(|(rule, ask)| Some((rule, ask(&report)?)))
}

/// The actor that says what the figure at `core` says.
pub(super) fn sayer(view: &View<'_>, core: &Range<usize>, sentence: &Range<usize>) -> Option<usize> {
    said_by(view, core, sentence, None)?.1.actor
}

fn estimated(report: &Report<'_>) -> Option<Sayer> {
    by_estimate(report.view, report.core, report.floor..report.ceiling)
}

fn said_before(report: &Report<'_>) -> Option<Sayer> {
    let view = report.view;
    let at = (report.floor..report.core.start).rev().find(|&j| is_said(view, j, report.core))?;
    Some(Sayer { actor: running(report, at).or_else(|| subject(view, at)), at })
}

/// "By the institute's count …. It thinks that": who reckoned the figure before goes on as "it", "he" or "they".
fn running(report: &Report<'_>, verb: usize) -> Option<usize> {
    let (view, words) = (report.view, report.view.words);
    let p = view.party_ending(verb)?;
    let pronoun = view.parties[p].kind == PartyKind::Pronoun && view.parties[p].tokens.start == report.sentence.start;
    let person = matches!(words.at(view.parties[p].tokens.start), "he" | "she");
    let fits = |&actor: &usize| (view.kind(actor) == ActorKind::Person) == person;
    report.before.filter(|actor| pronoun && fits(actor))
}

fn according_to(report: &Report<'_>) -> Option<Sayer> {
    let at = (report.floor..report.ceiling).find(|&j| report.view.words.is_phrase(j, "according to"))?;
    Some(Sayer { actor: source_at(report.view, at + 2), at })
}

/// "Overnight figures from the Pentagon: the navy fired 22 missiles": the head of the sentence.
fn figures_from(report: &Report<'_>) -> Option<Sayer> {
    let (view, words, start) = (report.view, report.view.words, report.sentence.start);
    let colon = (start..report.core.start.min(start + 12)).find(|&j| words.at(j) == ":")?;
    let noun = (start..colon).find(|&j| CLASSES.estimate.contains(words.at(j)))?;
    matches!(words.at(noun + 1), "from" | "by")
        .then(|| Sayer { actor: source_at(view, noun + 2), at: noun })
        .filter(|s| s.actor.is_some())
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

fn quotation(report: &Report<'_>) -> Option<Sayer> {
    let actor = quoted(report.view, report.core, report.sentence)?;
    Some(Sayer { actor: Some(actor), at: report.sentence.start })
}

/// "…, the ministry said": behind the figure, after a comma.
fn said_behind(report: &Report<'_>) -> Option<Sayer> {
    let (view, words, end) = (report.view, report.view.words, report.core.end);
    let at = (end..report.ceiling)
        .find(|&j| is_said(view, j, report.core) && (end..j).any(|k| matches!(words.at(k), "," | "”" | "\"")))?;
    let actor = behind(view, at).or_else(|| subject(view, at)).or_else(|| inverted(view, at, end));
    Some(Sayer { actor, at })
}

/// Who goes on speaking: "“We lost 45 men,” X said. “They lost 200.”": the sentence is a quotation by itself, and the one
/// before it says whose.
fn quoted(view: &View<'_>, core: &Range<usize>, sentence: &Range<usize>) -> Option<usize> {
    let words = view.words;
    let opens = |j: usize| matches!(words.at(j), "“" | "\"");
    if !opens(sentence.start) || (core.end..sentence.end).any(|j| is_said(view, j, core)) {
        return None;
    }
    let before = words.sentences.get(words.sentence_of(core.start).checked_sub(1)?)?.clone();
    if !(before.start..before.end).any(|j| matches!(words.at(j), "”" | "\"")) || sentence.start > before.end + 1 {
        return None;
    }
    let at = before.start..before.start + 1;
    (before.start..before.end).rev().find(|&j| is_said(view, j, &at)).and_then(|j| subject(view, j))
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
        is_said(view, j, &at_end).then(|| subject(view, j)).flatten()
    })
}

/// The source that the phrase at token `i` names: "the ministry", "officials in Kyiv"; a capital may be known as a place.
fn source_at(view: &View<'_>, i: usize) -> Option<usize> {
    // "according to a tally kept by Oryx"
    let by = (i..i + 6).take_while(|&k| !matches!(view.words.at(k), "," | ".")).find(|&k| view.words.at(k) == "by");
    let i = by.filter(|_| CLASSES.estimate.contains(view.words.at(i + 1))).map_or(i, |k| k + 1);
    let party = view.parties.get(view.party_from(i))?;
    (party.tokens.start <= i + 2 && party.acts()).then(|| party.actors.first().copied()).flatten().or_else(|| {
        let Cover::Place(p) = view.cover(i) else { return None };
        let of = view.names.places[p].of.as_ref()?;
        view.names.actors.iter().position(|a| a.id == *of)
    })
}

/// Whether token `j` is a verb that says what the figure says.
fn is_said(view: &View<'_>, j: usize, core: &Range<usize>) -> bool {
    let words = view.words;
    let word = words.at(j);
    let end = core.start.max(j);
    // "gave a number: …", "gives its own dead as five"
    if matches!(word, "gave" | "gives" | "publishes" | "published" | "released" | "releases") {
        return (j + 1..end.min(j + 7)).any(|k| CLASSES.estimate.contains(words.at(k)) || words.at(k) == "dead")
            // "gave the cost of the war up to May as 13,310 dead, 35,478 wounded"
            || (j + 2..end.min(j + 20)).any(|k| words.at(k) == "as" && (k + 1..k + 4).any(|n| cardinal_at(words, n).is_some()));
    }
    // "The figure, he added, includes": a verb of saying only where it is put in.
    if CLASSES.adding.contains(word) {
        let close = |k: usize| matches!(words.at(k), "," | "." | "”" | "\"");
        return close(j + 1) && right_before(view, j).is_some();
    }
    // "Kuwait, whose army counts 16,000 men"
    if matches!(word, "counts" | "count" | "counted") && CLASSES.force_noun.contains(words.before(j, 1)) {
        return false;
    }
    let says = words.is(j, Classes::SAYING) || words.is(j, Classes::RECKONING) && j < core.start;
    if !says || view.cover(j) != Cover::Nothing || verb_at(words, j).is_none() && right_before(view, j).is_none() {
        return false;
    }
    // "maintains twelve posts" keeps them; "maintains that" says so.
    if matches!(word, "maintains" | "maintain" | "maintained") && words.at(j + 1) != "that" {
        return false;
    }
    // "Peru is reported to have": by others.
    let told_of = matches!(words.before(j, 1), "is" | "are" | "was" | "were" | "been") && words.at(j + 1) == "to";
    if told_of && view.party_ending(j).is_none() {
        return false;
    }
    // "said nothing of the 1,500 warheads"
    if matches!(words.at(j + 1), "nothing" | "little" | "no") {
        return false;
    }
    match word {
        // "claimed both raids" is no report; "claims 900 men" and "claims that" are.
        "claimed" | "claims" | "claim" => {
            j >= core.start
                || (j + 1..j + 4).any(|k| matches!(words.at(k), "that" | "to") || core.contains(&k))
                || (j + 1..end).all(|k| view.words.kind(k) != TokenKind::Punctuation)
        }
        "put" | "puts" => (j..end).any(|k| words.at(k) == "at"),
        "spoke" | "spoken" | "speaks" => (j + 1..end.min(j + 5)).any(|k| words.at(k) == "of"),
        // "found records of 44 dead", not "found 12 rifles"
        "found" | "finds" => {
            (j + 1..end.min(j + 4)).any(|k| matches!(words.at(k), "that" | "records" | "evidence" | "proof"))
        }
        // Reckoned by the subject, not in a relative clause of the counted: "a force that counted 100,000".
        _ if !words.is(j, Classes::SAYING) => !matches!(words.before(j, 1), "that" | "which" | "who"),
        _ => true,
    }
}

/// The party that is the subject of the verb at `j`.
fn subject(view: &View<'_>, j: usize) -> Option<usize> {
    if let Some(actor) = right_before(view, j) {
        return Some(actor);
    }
    let Some(subject) = view.subject_at(j) else { return parted(view, j) };
    if subject.owner {
        return view.parties[subject.first].actors.first().copied();
    }
    // "China sent 45 aircraft, the ministry in the capital said": one comma parts the verb from another's clause.
    let end = view.parties[subject.last].tokens.end;
    let commas = (end..j).filter(|&k| matches!(view.words.at(k), "," | "”" | "\"")).count();
    let open = (end..j).rev().find(|&k| matches!(view.words.at(k), "," | "”" | "\""));
    let anew = open.is_some_and(|k| {
        matches!(view.words.at(k + 1), "the" | "a" | "an" | "its" | "his" | "their")
            // "…, customs officers there say"
            || k + 2 < j
                && view.words.kind(k + 1) == TokenKind::Word
                && verb_at(view.words, k + 1).is_none()
                && !view.words.is(k + 1, Classes::CLAUSE.with(Classes::ADVERB).with(Classes::PREPOSITION))
                && !matches!(view.words.at(k + 1), "and" | "or" | "but")
    });
    if commas % 2 == 1 && anew {
        return inverted(view, j, end);
    }
    view.actors(subject.first, subject.last).first().copied().or_else(|| whose_man(view, subject.first))
}

/// "its spokesman", "his prosecutor": of whose the man without a name is.
fn whose_man(view: &View<'_>, p: usize) -> Option<usize> {
    let party = &view.parties[p];
    (party.kind == PartyKind::Unnamed).then(|| view.whose(party.tokens.start).first().copied()).flatten()
}

/// The party behind the verb at `j`, where their order is turned round: ", says the health ministry".
fn behind(view: &View<'_>, j: usize) -> Option<usize> {
    if !matches!(view.words.before(j, 1), "," | "”" | "\"") {
        return None;
    }
    let party = view.parties.get(view.party_from(j + 1)).filter(|p| p.tokens.start == j + 1 && p.acts())?;
    party.actors.first().copied()
}

/// The party that ends right before the verb at `j`: "the ministry (MoD) calculates", "Israeli authorities say".
fn right_before(view: &View<'_>, j: usize) -> Option<usize> {
    let words = view.words;
    if let Some(p) = view.party_ending(j).filter(|&p| view.parties[p].acts()) {
        // "a diplomat in Addis Ababa said": not the town.
        let start = view.parties[p].tokens.start;
        if matches!(words.before(start, 1), "in" | "at" | "near" | "from") {
            // "officials in Kyiv said": the state's.
            let seat = view.named(start).is_some_and(|(_, form)| form == MentionForm::Seat);
            let own =
                matches!(words.before(start, 2), "officials" | "authorities" | "generals" | "ministers" | "leaders");
            return (seat && own).then(|| view.parties[p].actors.first().copied()).flatten();
        }
        return view.parties[p].actors.first().copied().or_else(|| whose_man(view, p));
    }
    if words.before(j, 1) == ")" {
        return (j.saturating_sub(3)..j).rev().find_map(|k| view.named(k)).map(|(actor, _)| actor);
    }
    // "his ambassador, Michael Carpenter, told"
    if words.before(j, 1) == ","
        && let Some(p) = j.checked_sub(1).and_then(|comma| view.party_ending(comma))
        && words.before(view.parties[p].tokens.start, 1) == ","
        && let Some(&actor) = view.parties[p].actors.first()
        && view.kind(actor) == ActorKind::Person
        && view.parties[p].acts()
    {
        return Some(actor);
    }
    let people = j.checked_sub(1).filter(|&k| CLASSES.speakers.contains(words.at(k)))?;
    let owner = if words.kind(people.saturating_sub(1)) == TokenKind::Possessive { people - 1 } else { people };
    let p = view.party_ending(owner).or_else(|| view.party_ending(people))?;
    view.parties[p].actors.first().copied()
}

/// The party that a place between commas parts from its verb at `j`: "Kirby, at the White House, gave a number".
fn parted(view: &View<'_>, j: usize) -> Option<usize> {
    let words = view.words;
    let close = j.checked_sub(1).filter(|&k| words.at(k) == ",")?;
    let open = (close.saturating_sub(10)..close).rev().find(|&k| words.at(k) == ",")?;
    let party = &view.parties[view.party_ending(open)?];
    (matches!(words.at(open + 1), "at" | "in" | "from" | "near") && party.acts())
        .then(|| party.actors.first().copied())
        .flatten()
}

/// The party of the clause that the verb at `j` closes: ", the health ministry in the capital said".
fn inverted(view: &View<'_>, j: usize, floor: usize) -> Option<usize> {
    let open = (floor.max(j.saturating_sub(12))..j).rev().find(|&k| matches!(view.words.at(k), "," | "”" | "\""))?;
    let party = view.parties.get(view.party_from(open + 1))?;
    let near = party.acts() && party.tokens.start <= open + 2 && party.tokens.end <= j;
    near.then(|| party.actors.first().copied()).flatten()
}
