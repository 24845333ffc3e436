//! The phrases that mean parties: names with their titles, offices with the state they belong to, pronouns.

use super::appositions::{merge_appositions, merge_parentheses};
use super::incumbents::incumbents;
use super::offices::{bare, opposite_number, possessed_by_person, with_office};
use super::owners::owner;
use super::reach::{Reach, is_closed};
use super::{Cover, Party, PartyKind, View};
use crate::extract::ActorKind;
use crate::extract::annotated::MentionForm;
use crate::extract::roles::Role;
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;
use crate::text::TokenKind;

/// No phrase is longer: the limit keeps hostile text linear.
const LONGEST: usize = 14;

/// The parties of the text, in order, appositions merged.
pub(super) fn parties(view: &View<'_>) -> Vec<Party> {
    let mut out: Vec<Party> = Vec::new();
    let mut reach = Reach::default();
    for sentence in &view.words.sentences {
        let first = out.len();
        let mut i = sentence.start;
        while i < sentence.end {
            let leads = view.cover(i) != Cover::Nothing || reach.leads(view, i, sentence.end.min(i + LONGEST));
            if !leads && !view.words.is(i, Classes::PARTY) {
                i += 1;
                continue;
            }
            match party_at(view, i, sentence.end, leads) {
                Some(party) => {
                    i = party.tokens.end.max(i + 1);
                    out.push(party);
                }
                None => i = view.cover_end(i),
            }
        }
        merge_parentheses(view, &mut out, first);
        merge_appositions(view, &mut out, first);
        // "a delegation led by a former president, X": once the office has its name.
        merge_appositions(view, &mut out, first);
    }
    incumbents(view, &mut out);
    out
}

pub(super) fn party(tokens: std::ops::Range<usize>, actors: Vec<usize>, kind: PartyKind, plural: bool) -> Party {
    Party { tokens, actors, kind, plural, apposition: false }
}

/// The party that begins at token `i`; whether a noun phrase may is known.
fn party_at(view: &View<'_>, i: usize, end: usize, leads: bool) -> Option<Party> {
    let words = view.words;
    if let Cover::Reference(r) = view.cover(i)
        && words.kind(view.cover_end(i)) != TokenKind::Possessive
    {
        let actors = view.names.references[r].actors.clone();
        let plural = actors.len() > 1;
        return Some(party(i..view.cover_end(i), actors, PartyKind::Reference, plural));
    }
    if view.cover(i) == Cover::Nothing {
        match words.at(i) {
            // "the two met", "a meeting of the two"
            "the"
                if matches!(words.at(i + 1), "two" | "pair" | "duo" | "trio")
                    && (words.kind(i + 2) != TokenKind::Word
                        || words.is(i + 2, Classes::AUXILIARY)
                        || words.before(i, 1) == "of" && words.is(i + 2, Classes::PREPOSITION)
                        || verb_at(words, i + 2).is_some()) =>
            {
                return Some(party(i..i + 2, Vec::new(), PartyKind::Pronoun, true));
            }
            "the" | "both"
                if matches!(words.at(i + 1), "two" | "pair" | "of")
                    && ["the two of them", "the pair of them", "both of them"]
                        .iter()
                        .any(|p| words.is_phrase(i, p)) =>
            {
                let end = if words.at(i) == "both" { i + 3 } else { i + 4 };
                return Some(party(i..end, Vec::new(), PartyKind::Pronoun, true));
            }
            // "Since then President X has"
            "then" if words.before(i, 1) == "since" => return None,
            "he" | "she" | "him" | "it" => return Some(party(i..i + 1, Vec::new(), PartyKind::Pronoun, false)),
            "they" | "them" => return Some(party(i..i + 1, Vec::new(), PartyKind::Pronoun, true)),
            // "saw her on Friday", not "her minister"
            "her" if words.kind(i + 1) != TokenKind::Word || words.is(i + 1, Classes::PREPOSITION) => {
                return Some(party(i..i + 1, Vec::new(), PartyKind::Pronoun, false));
            }
            "both" if words.is(i + 1, Classes::AUXILIARY) || verb_at(words, i + 1).is_some() => {
                return Some(party(i..i + 1, Vec::new(), PartyKind::Pronoun, true));
            }
            _ => {}
        }
    }
    let phrase = if leads { noun_phrase(view, i, end) } else { None };
    phrase.or_else(|| owner(view, i))
}

/// A noun phrase with a name or an office in it, from token `i` on.
fn noun_phrase(view: &View<'_>, i: usize, end: usize) -> Option<Party> {
    let words = view.words;
    let end = end.min(i + LONGEST);
    let starts_open = words.is(i, Classes::DETERMINER) && view.cover(i) == Cover::Nothing;
    let mut j = if starts_open { i + 1 } else { i };
    // "the two Koreas' leaders", "two US officials"
    let mut states: Vec<usize> = Vec::new();
    let mut first_mention: Option<(usize, usize, usize, MentionForm)> = None;
    let mut last_mention = None;
    let mut office: Option<(Role, usize)> = None;
    let mut unknown = 0;
    let mut possessed = false;
    let mut joined = false;
    while j < end {
        match view.cover(j) {
            Cover::Mention(m) => {
                let mention = view.names.mentions[m];
                let after = view.cover_end(j);
                if view.kind(mention.actor) == ActorKind::Person {
                    // A person's possessive owns what follows: "Modi's adviser".
                    if words.kind(after) == TokenKind::Possessive {
                        if states.is_empty() && office.is_none() {
                            return possessed_by_person(view, i, mention.actor, after, end);
                        }
                        break;
                    }
                    if joined {
                        break;
                    }
                    let mut last = after;
                    // "Hugh Todd of Guyana", "Paul Nitze for the United States": the state says only who he is.
                    let of = after + 1 + usize::from(words.at(after + 1) == "the");
                    if matches!(words.at(after), "of" | "for")
                        && let Some((actor, _)) = view.named(of)
                        && view.kind(actor) != ActorKind::Person
                        && words.kind(view.cover_end(of)) != TokenKind::Possessive
                        && (words.at(after) == "of"
                            || words.at(view.cover_end(of)) == "and"
                            || words.before(i, 1) == "and")
                    {
                        last = view.cover_end(of);
                    }
                    // "In London George Robertson said": the place before him is no part of his name.
                    let town = matches!(view.cover(i), Cover::Place(_)) && office.is_none() && states.is_empty();
                    let start = if town { j } else { i };
                    return Some(party(start..last, vec![mention.actor], PartyKind::Named, false));
                }
                // "the chief American negotiator": a word for a rank before the demonym is none yet.
                if words.before(j, 1) == "chief"
                    && j == i + 1 + usize::from(starts_open)
                    && mention.form == MentionForm::Demonym
                {
                    office = None;
                }
                if office.is_some() {
                    break;
                }
                if !states.is_empty() && !joined && !possessed && mention.form != MentionForm::Name {
                    break;
                }
                if first_mention.is_none() {
                    first_mention = Some((mention.actor, j, after, mention.form));
                }
                // A body of the state: "US State Department officials", "Russia's foreign ministry".
                if states.is_empty() || joined {
                    states.push(mention.actor);
                } else if let Some(last) = states.last_mut() {
                    *last = mention.actor;
                }
                last_mention = if joined { last_mention } else { Some((mention.actor, j, after, mention.form)) };
                joined = false;
                j = after;
                if words.kind(j) == TokenKind::Possessive {
                    possessed = true;
                    j += 1;
                    // "Oman's and Qatar's foreign ministers"
                    let next = |k: usize| view.named(k).filter(|(a, _)| view.kind(*a) != ActorKind::Person).map(|_| k);
                    if words.at(j) == "and"
                        && let Some(other) = next(j + 1)
                        && words.kind(view.cover_end(other)) == TokenKind::Possessive
                    {
                        joined = true;
                        j = other;
                    }
                } else if matches!(words.at(j), "and" | "," | "&" | "-" | "–")
                    && matches!(view.cover(j + 1), Cover::Mention(_))
                    && view.named(j + 1).is_some_and(|(a, _)| view.kind(a) != ActorKind::Person)
                {
                    joined = true;
                    j += 1;
                } else if words.is_phrase(j, ", and") && matches!(view.cover(j + 2), Cover::Mention(_)) {
                    joined = true;
                    j += 2;
                }
            }
            // "the bloc's leaders": a reference owns like a name.
            Cover::Reference(r) if states.is_empty() && office.is_none() => {
                let after = view.cover_end(j);
                let actors = &view.names.references[r].actors;
                if words.kind(after) != TokenKind::Possessive
                    || actors.iter().any(|&a| view.kind(a) == ActorKind::Person)
                {
                    break;
                }
                states.extend(actors.iter().copied());
                possessed = true;
                j = after + 1;
            }
            Cover::Place(_) if office.is_none() && (!states.is_empty() || j == i || starts_open || unknown > 0) => {
                // "the Kursk governor", "Geneva talks": goes on only to an office.
                unknown += 1;
                j = view.cover_end(j);
            }
            Cover::Nothing => {
                let word = words.at(j);
                // "the current president's father": somebody else of his.
                if words.kind(j) == TokenKind::Possessive && office.is_some() {
                    office = None;
                    states.clear();
                    j += 1;
                    continue;
                }
                // "his defence minister, Gen. X", "Mr de Villepin": on to the name.
                let dot = word == "." && words.touches_previous(j) && is_abbreviation(words.before(j, 1));
                let particle = words.kind(j) == TokenKind::Word && !words.is_capital(j) && is_particle(word);
                if office.is_some_and(|(_, end)| end == j)
                    && (dot || particle)
                    && view.named(j + 1).is_some_and(|(a, _)| view.kind(a) == ActorKind::Person)
                {
                    j += 1;
                    continue;
                }
                // "the island's prime minister, X": a thing that is no party owns the office.
                if words.kind(j) == TokenKind::Possessive
                    && unknown == 1
                    && states.is_empty()
                    && words.role(j + 1).is_some()
                {
                    j += 1;
                    continue;
                }
                if words.kind(j) != TokenKind::Word
                    && !(words.kind(j) == TokenKind::Number && office.is_none() && states.is_empty())
                {
                    break;
                }
                if let Some(role) = opposite_number(view, j) {
                    office = Some((role, j + 2));
                    j += 2;
                    continue;
                }
                match words.role(j) {
                    // "heads of", "leads": verbs that look like offices.
                    Some(r @ (Role::Office | Role::Body)) => {
                        office = Some((r, j + 1));
                        j += 1;
                    }
                    Some(Role::Modifier) if word != "of" => j += 1,
                    _ if office.is_some() => break,
                    _ => {
                        if is_closed(view, j) || unknown >= 2 {
                            break;
                        }
                        // Unknown words may stand between a state and an office, or an article and a title.
                        unknown += 1;
                        j += 1;
                    }
                }
            }
            _ => break,
        }
    }
    match (office, first_mention) {
        (Some((kind, after)), _) => Some(with_office(view, i, after, states, kind, first_mention.is_some(), end)),
        (None, Some(first)) => {
            // "the U.N. Security Council", "the African Union's Peace and Security Council": the last name is the head.
            let (actor, at, after, form) = last_mention.filter(|m| !joined || m.1 == first.1).unwrap_or(first);
            let mut found = bare(view, actor, at, after, form);
            // The article belongs to the phrase: "Russia and the United States" is a list.
            if at == i + 1 && starts_open {
                found.tokens.start = i;
            }
            Some(found)
        }
        (None, None) => None,
    }
}

/// Short forms of titles, which a stop may follow.
fn is_abbreviation(word: &str) -> bool {
    matches!(
        word,
        "gen" | "lt" | "col" | "adm" | "brig" | "maj" | "capt" | "sen" | "rep" | "gov" | "mr" | "mrs" | "ms" | "dr"
    )
}

/// Small words that a surname may begin with.
fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "de" | "van" | "von" | "der" | "del" | "della" | "di" | "da" | "du" | "la" | "le" | "al" | "el" | "bin" | "ben"
    )
}
