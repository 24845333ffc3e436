//! The subject of each verb, and whom the pronouns mean.

use super::before_verb::{Found, group_start, subject_of};
use super::focus::{Focus, MAIN_SUBJECT, SUBJECT};
use super::groups::{pair_of, sent, together};
use super::pronouns::{resolve, whose};
use super::{Cover, Subject, View};
use crate::extract::ActorKind;
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;
use crate::text::TokenKind;

/// Words at which the text brings in those whom it goes on with.
const STEERING: Classes = Classes::MET.with(Classes::COMPANY).with(Classes::PARTY);

/// Fills in the subjects of `view` and the actors of its pronouns.
pub(super) fn find(view: &mut View<'_>) {
    let mut focus = Focus::default();
    for s in 0..view.words.sentences.len() {
        let sentence = view.words.sentences[s].clone();
        let mut current: Option<Subject> = None;
        let mut main: Option<Subject> = None;
        let mut parted = false;
        // The number of `current`.
        let mut number = 0;
        focus.fade();
        // Whether `main` is only the subject of a clause that hangs on another.
        let mut hangs = false;
        focus.unnamed = false;
        let mut next_party = view.party_from(sentence.start);
        for i in sentence.clone() {
            while next_party < view.parties.len() && view.parties[next_party].tokens.start <= i {
                resolve(view, next_party, current, main, &mut focus);
                next_party += 1;
            }
            // What a colon opens has a subject of its own, or none.
            if view.words.kind(i) == TokenKind::Punctuation && view.words.at(i) == ":" {
                current = None;
                parted = true;
                number = 0;
            }
            if verb_at(view.words, i).is_some() && view.cover(i) == Cover::Nothing {
                match subject_of(view, i, &sentence) {
                    Found::Parties(found) => {
                        current = Some(found);
                        let below = is_below(view, found, i, sentence.start);
                        if main.is_none() || hangs && !below {
                            main = current;
                            hangs = below;
                        }
                        focus.unnamed = false;
                        if !found.owner {
                            let part = if below { SUBJECT } else { MAIN_SUBJECT };
                            focus.note_subject(view, found, part);
                            let actors = view.acting(found);
                            if actors.len() > 1 || actors.len() == 1 && view.parties[found.last].plural {
                                focus.note_group(view, &actors, part);
                            }
                        }
                    }
                    Found::Other => {
                        current = None;
                        focus.unnamed = true;
                    }
                    Found::Shared => current = current.or(main.filter(|_| !parted)),
                }
                number = told(view, current);
            }
            view.subjects[i] = number;
            if !view.words.is(i, STEERING) {
                continue;
            }
            // "received him": the pronoun right behind is settled with the verb.
            let met = view.words.is(i, Classes::MET);
            if met && view.parties.get(next_party).is_some_and(|p| p.tokens.start == i + 1) {
                resolve(view, next_party, current, main, &mut focus);
                next_party += 1;
            }
            // "A delegation flew in with diplomats of X. They": those who came and those with them.
            let company = view.words.is(i, Classes::COMPANY);
            if company
                && view.words.at(i) == "with"
                && let Some(together) = together(view, i, main)
            {
                focus.note_group(view, &together, SUBJECT);
            }
            if company
                && view.words.at(i) != "with"
                && let Some(sent) = sent(view, i, current, sentence.end)
            {
                focus.note_group(view, &sent, MAIN_SUBJECT);
            }
            if met && let Some(pair) = pair_of(view, i, current) {
                focus.note_group(view, &pair, SUBJECT);
            }
            if view.words.is(i, Classes::PARTY) && view.cover(i) == Cover::Nothing {
                whose(view, i, current, &focus);
            }
        }
        // "Israel: three brigades. Its air force flew": a head has the part of a subject.
        if main.is_none() {
            focus.head(view, &sentence);
        }
        focus.main = main.filter(|m| !m.owner).and_then(|m| match view.actors(m.first, m.last)[..] {
            [one] if view.kind(one) == ActorKind::Person => Some(one),
            _ => None,
        });
        let Some(main) = main.filter(|m| !m.owner) else {
            focus.only_body(view, &sentence, main.is_some());
            continue;
        };
        let actors = view.acting(main);
        if let [one] = actors[..]
            && view.kind(one) != ActorKind::Person
        {
            focus.body = Some(one);
        }
    }
}

/// The number of the subject that holds from here on, zero for none.
fn told(view: &mut View<'_>, current: Option<Subject>) -> u32 {
    let Some(subject) = current else { return 0 };
    if view.told.last() != Some(&subject) {
        view.told.push(subject);
    }
    u32::try_from(view.told.len()).unwrap_or(u32::MAX)
}

/// Whether the subject is of a clause that hangs on another: "when X met Y", "Y, who met X". The verb stands at `v`.
fn is_below(view: &View<'_>, subject: Subject, v: usize, floor: usize) -> bool {
    let words = view.words;
    let start = view.parties[subject.first].tokens.start;
    let end = view.parties[subject.last].tokens.end;
    let hung = start > floor
        && (words.is(start - 1, Classes::CLAUSE) && words.at(start - 1) != "but"
            || matches!(words.at(start - 1), "after" | "before" | "until" | "since"));
    // "Y, who is 73, met X" has the verb of the main clause behind that of the relative one.
    let relative = (end..v.min(end + 3)).find(|&j| matches!(words.at(j), "who" | "which" | "that" | "whose"));
    let own = |j: usize| (j + 1..group_start(view, v, floor)).all(|k| verb_at(words, k).is_none());
    hung || relative.is_some_and(own)
}
