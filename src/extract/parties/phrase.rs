//! The phrases that mean parties: names with their titles, offices with the state they belong to, pronouns.

use super::{Cover, Party, PartyKind, View};
use crate::extract::ActorKind;
use crate::extract::annotated::MentionForm;
use crate::extract::roles::{Role, role};
use crate::extract::verbs::verb_at;
use crate::extract::words::{Classes, is_adverb, is_auxiliary, is_determiner, is_preposition};
use crate::text::TokenKind;

/// No phrase is longer: the limit keeps hostile text linear.
const LONGEST: usize = 14;

/// Words that no name and no office goes on with.
const CLOSED: Classes = Classes::PREPOSITION.with(Classes::AUXILIARY).with(Classes::DETERMINER).with(Classes::ADVERB);

/// The parties of the text, in order, appositions merged.
pub(super) fn parties(view: &View<'_>) -> Vec<Party> {
    let mut out: Vec<Party> = Vec::new();
    for sentence in &view.words.sentences {
        let first = out.len();
        let mut i = sentence.start;
        while i < sentence.end {
            match party_at(view, i, sentence.end) {
                Some(party) => {
                    i = party.tokens.end.max(i + 1);
                    out.push(party);
                }
                None => i = view.cover_end(i),
            }
        }
        merge_parentheses(view, &mut out, first);
        merge_appositions(view, &mut out, first);
    }
    out
}

fn party(tokens: std::ops::Range<usize>, actors: Vec<usize>, kind: PartyKind, plural: bool) -> Party {
    Party { tokens, actors, kind, plural, apposition: false }
}

fn party_at(view: &View<'_>, i: usize, end: usize) -> Option<Party> {
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
            "he" | "she" | "him" | "it" => return Some(party(i..i + 1, Vec::new(), PartyKind::Pronoun, false)),
            "they" | "them" => return Some(party(i..i + 1, Vec::new(), PartyKind::Pronoun, true)),
            // "saw her on Friday", not "her minister"
            "her" if words.kind(i + 1) != TokenKind::Word || is_preposition(words.at(i + 1)) => {
                return Some(party(i..i + 1, Vec::new(), PartyKind::Pronoun, false));
            }
            "both" if is_auxiliary(words.at(i + 1)) || verb_at(words, i + 1).is_some() => {
                return Some(party(i..i + 1, Vec::new(), PartyKind::Pronoun, true));
            }
            _ => {}
        }
    }
    noun_phrase(view, i, end)
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
                    // "Hugh Todd of Guyana": the state says only who he is.
                    if words.at(after) == "of"
                        && let Some((actor, _)) = view.named(after + 1)
                        && view.kind(actor) != ActorKind::Person
                    {
                        last = view.cover_end(after + 1);
                    }
                    return Some(party(i..last, vec![mention.actor], PartyKind::Named, false));
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
                if words.kind(j) != TokenKind::Word
                    && !(words.kind(j) == TokenKind::Number && office.is_none() && states.is_empty())
                {
                    break;
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
                        let closed = words.is(j, CLOSED)
                            || matches!(
                                word,
                                "and"
                                    | "or"
                                    | "but"
                                    | "who"
                                    | "which"
                                    | "that"
                                    | "when"
                                    | "where"
                                    | "as"
                                    | "if"
                                    | "it"
                                    | "he"
                                    | "she"
                                    | "they"
                            );
                        if closed || verb_at(words, j).is_some() || unknown >= 2 {
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

/// "Modi's national security adviser": a person of his, whom the text leaves unnamed; else only his possessive.
fn possessed_by_person(view: &View<'_>, i: usize, actor: usize, possessive: usize, end: usize) -> Option<Party> {
    let mut j = possessive + 1;
    while j < end && view.cover(j) == Cover::Nothing && view.words.kind(j) == TokenKind::Word {
        match role(view.words.at(j)) {
            Some(Role::Modifier) => j += 1,
            Some(kind) => {
                let mut after = j + 1;
                while after < end
                    && view.cover(after) == Cover::Nothing
                    && matches!(role(view.words.at(after)), Some(Role::Office | Role::Body))
                {
                    after += 1;
                }
                if let Some((person, _)) = view.named(after).filter(|(a, _)| view.kind(*a) == ActorKind::Person) {
                    return Some(party(i..view.cover_end(after), vec![person], PartyKind::Named, false));
                }
                return Some(party(i..after, Vec::new(), PartyKind::Unnamed, kind == Role::Body));
            }
            None => break,
        }
    }
    Some(party(i..possessive, vec![actor], PartyKind::Possessor, false))
}

/// A phrase with an office: for its states, or for those behind "of" and "from".
fn with_office(
    view: &View<'_>,
    i: usize,
    after: usize,
    mut states: Vec<usize>,
    kind: Role,
    led: bool,
    end: usize,
) -> Party {
    let words = view.words;
    let mut last = after;
    let plural = kind == Role::Body;
    if !led && matches!(words.at(after), "of" | "from" | "for" | "representing") {
        let mut j = after + 1;
        let limit = (after + 24).max(end);
        while j < limit {
            while matches!(words.at(j), "the" | "of" | "from" | "both") {
                j += 1;
            }
            let Some((actor, _)) = view.named(j).filter(|(a, _)| view.kind(*a) != ActorKind::Person) else { break };
            // "of Russia's army": the army's, not Russia's people.
            let behind = view.cover_end(j);
            if words.kind(behind) == TokenKind::Possessive {
                break;
            }
            states.push(actor);
            j = behind;
            if words.at(j) == "(" && words.at(j + 2) == ")" {
                j += 3;
            }
            last = j;
            j = match (words.at(j), words.at(j + 1)) {
                (",", "and") => j + 2,
                ("," | "and", _) if plural => j + 1,
                _ => break,
            };
        }
    }
    // "secretary of state", "minister for the Americas": the rest of an office, up to the comma or the name.
    if last == after && matches!(words.at(after), "of" | "for" | "to" | "at" | "in") {
        let limit = after + 8;
        let mut j = after + 1;
        while j < limit
            && words.kind(j) == TokenKind::Word
            && verb_at(words, j).is_none()
            && !matches!(view.cover(j), Cover::Date(_))
        {
            if let Some((person, _)) = view.named(j).filter(|(a, _)| view.kind(*a) == ActorKind::Person) {
                if words.kind(view.cover_end(j)) != TokenKind::Possessive
                    && matches!(words.at(after), "of" | "for")
                    && j > after + 1
                {
                    return party(i..view.cover_end(j), vec![person], PartyKind::Named, false);
                }
                break;
            }
            j += 1;
            if words.kind(j) == TokenKind::Possessive {
                j += 1;
            }
        }
        if words.at(j) == "," && kind == Role::Office {
            last = j;
        }
    }
    let kind = if states.is_empty() { PartyKind::Unnamed } else { PartyKind::Delegates };
    party(i..last, states, kind, plural)
}

/// A name of a state or body with nothing of a person behind it.
fn bare(view: &View<'_>, actor: usize, at: usize, after: usize, form: MentionForm) -> Party {
    let words = view.words;
    let next = words.at(after);
    if words.kind(after) == TokenKind::Possessive {
        return party(at..after, vec![actor], PartyKind::Possessor, false);
    }
    let common_noun = words.kind(after) == TokenKind::Word
        && view.cover(after) == Cover::Nothing
        && !is_preposition(next)
        && !is_auxiliary(next)
        && !is_adverb(next)
        && !is_determiner(next)
        && !matches!(
            next,
            "and"
                | "or"
                | "but"
                | "who"
                | "which"
                | "when"
                | "where"
                | "while"
                | "as"
                | "if"
                | "because"
                | "so"
                | "nor"
        )
        && verb_at(words, after).is_none();
    let kind = match form {
        // "the Russians", "the Chinese said"
        MentionForm::Demonym if words.raw(after.saturating_sub(1)).ends_with('s') && !common_noun => PartyKind::Named,
        MentionForm::Demonym if common_noun || words.before(at, 1) != "the" => PartyKind::Adjective,
        MentionForm::Demonym => PartyKind::Named,
        _ => {
            // "US forces", "Nato membership": short names serve as adjectives, full ones seldom do.
            let short =
                words.raw(at).chars().filter(|c| c.is_uppercase()).count() > 1 || view.kind(actor) != ActorKind::State;
            if common_noun && short && !next.ends_with("ed") { PartyKind::Adjective } else { PartyKind::Named }
        }
    };
    party(at..after, vec![actor], kind, false)
}

/// "Rapid Support Forces (RSF)", "Ilham Aliyev (İlham Əliyev, as he spells it)": brackets belong to the name before them.
fn merge_parentheses(view: &View<'_>, out: &mut Vec<Party>, first: usize) {
    let mut p = first;
    while p < out.len() {
        let open = out[p].tokens.end;
        if view.words.at(open) == "("
            && let Some(close) = (open + 1..open + 16).find(|&j| view.words.at(j) == ")")
        {
            out[p].tokens.end = close + 1;
            let inside = out[p + 1..].iter().take_while(|q| q.tokens.start <= close).count();
            out.drain(p + 1..p + 1 + inside);
        }
        p += 1;
    }
}

/// "the Indian defence minister, Rajnath Singh,": the office goes into the person. "Wang Yi, China's foreign minister,":
/// likewise.
fn merge_appositions(view: &View<'_>, out: &mut Vec<Party>, first: usize) {
    let mut p = first;
    while p + 1 < out.len() {
        let comma = out[p].tokens.end;
        let next = out[p + 1].tokens.start;
        let touching = view.words.at(comma) == "," && next == comma + 1;
        let (a, b) = (&out[p], &out[p + 1]);
        let persons = |q: &Party| {
            !q.actors.is_empty()
                && q.kind == PartyKind::Named
                && q.actors.iter().all(|&x| view.kind(x) == ActorKind::Person)
        };
        let office = |q: &Party| matches!(q.kind, PartyKind::Delegates | PartyKind::Unnamed | PartyKind::Reference);
        if touching && office(a) && persons(b) {
            let start = a.tokens.start;
            out[p + 1].tokens.start = start;
            out[p + 1].apposition = true;
            out.remove(p);
            continue;
        }
        // "a delegation led by Sheikh Bala Lau": he stands for it.
        let led =
            matches!(view.words.at(comma), "led" | "headed") && view.words.at(comma + 1) == "by" && next <= comma + 3;
        if led && office(a) && persons(b) {
            let start = a.tokens.start;
            out[p + 1].tokens.start = start;
            out[p + 1].apposition = true;
            out.remove(p);
            continue;
        }
        let closes = |at: usize| {
            matches!(view.words.at(at), "," | "." | ";" | ")" | "—" | "–" | "who" | "of" | "at" | "for" | "in")
                || view.words.kind(at) == TokenKind::Break
        };
        if touching && persons(a) && office(b) && !b.plural && closes(b.tokens.end) {
            out[p].tokens.end = out[p + 1].tokens.end;
            out[p].apposition = true;
            out.remove(p + 1);
            continue;
        }
        p += 1;
    }
}
