//! What a noun phrase with an office, or with a bare name of a state or body, means.

use super::phrase::party;
use super::reach::CLOSED;
use super::{Cover, Party, PartyKind, View};
use crate::extract::ActorKind;
use crate::extract::annotated::MentionForm;
use crate::extract::roles::Role;
use crate::extract::verbs::verb_at;
use crate::text::TokenKind;

/// "Modi's national security adviser": a person of his, whom the text leaves unnamed; else only his possessive.
pub(super) fn possessed_by_person(
    view: &View<'_>,
    i: usize,
    actor: usize,
    possessive: usize,
    end: usize,
) -> Option<Party> {
    let mut j = possessive + 1;
    while j < end && view.cover(j) == Cover::Nothing && view.words.kind(j) == TokenKind::Word {
        match view.words.role(j) {
            Some(Role::Modifier) => j += 1,
            Some(kind) => {
                let mut after = j + 1;
                while after < end
                    && view.cover(after) == Cover::Nothing
                    && matches!(view.words.role(after), Some(Role::Office | Role::Body))
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

/// Nouns for those who fight the state that is named before them.
const FOES: [&str; 8] =
    ["rebels", "guerrillas", "insurgents", "militants", "factions", "separatists", "opposition", "foes"];

/// A phrase with an office: for its states, or for those behind "of" and "from".
pub(super) fn with_office(
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
            let named = view.named(j).filter(|(a, _)| view.kind(*a) != ActorKind::Person);
            // "of Oman, Ruritania and Qatar": past a name that is of nobody known.
            if named.is_none() && plural && is_unknown_conjunct(view, j) {
                j += if words.at(j + 1) == "," && words.at(j + 2) == "and" { 3 } else { 2 };
                continue;
            }
            let Some((actor, _)) = named else { break };
            // "of Russia's army": the army's, not Russia's people.
            let behind = view.cover_end(j);
            if words.kind(behind) == TokenKind::Possessive {
                break;
            }
            states.push(actor);
            j = behind;
            // "envoys of the Lao government and of the Hmong", "a group of Lao monks": the noun behind the adjective.
            while view.cover(j) == Cover::Nothing && matches!(words.role(j), Some(Role::Office | Role::Body)) {
                j += 1;
            }
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
    // "the American secretary of state saw": no comma need close it.
    let named = view.named(after + 2).is_some_and(|(a, _)| view.kind(a) == ActorKind::Person);
    let of_state = matches!(words.before(after, 1), "secretary" | "minister" | "heads" | "secretaries" | "ministers")
        && words.is_phrase(after, "of state");
    let of_government = words.before(after, 1) == "heads" && words.is_phrase(after, "of government");
    if last == after && !named && (of_state || of_government) {
        last = after + 2;
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
    // "Syria's rebels": not the state's men.
    if FOES.contains(&words.at(after.saturating_sub(1))) {
        states.retain(|&a| view.kind(a) != ActorKind::State);
    }
    let kind = if states.is_empty() { PartyKind::Unnamed } else { PartyKind::Delegates };
    party(i..last, states, kind, plural)
}

/// Whether one capitalised word that is of nobody known stands at token `j`, and a list goes on behind it.
fn is_unknown_conjunct(view: &View<'_>, j: usize) -> bool {
    let words = view.words;
    words.is_capital(j)
        && words.kind(j) == TokenKind::Word
        && matches!(view.cover(j), Cover::Nothing | Cover::Place(_))
        && matches!(words.at(j + 1), "," | "and")
}

/// A name of a state or body with nothing of a person behind it.
pub(super) fn bare(view: &View<'_>, actor: usize, at: usize, after: usize, form: MentionForm) -> Party {
    let words = view.words;
    let next = words.at(after);
    if words.kind(after) == TokenKind::Possessive {
        return party(at..after, vec![actor], PartyKind::Possessor, false);
    }
    let common_noun = words.kind(after) == TokenKind::Word
        && view.cover(after) == Cover::Nothing
        && !words.is(after, CLOSED)
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
                | "itself"
                | "themselves"
                | "alone"
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

/// "his opposite number", "their opposite numbers": what the two words at token `j` mean together.
pub(super) fn opposite_number(view: &View<'_>, j: usize) -> Option<Role> {
    match (view.words.at(j), view.words.at(j + 1)) {
        ("opposite", "number") => Some(Role::Office),
        ("opposite", "numbers") => Some(Role::Body),
        _ => None,
    }
}
