//! Offices that mean somebody whom the text names: "Olaf Scholz. The German chancellor saw".

use foldhash::HashMap;

use super::{Cover, Party, PartyKind, View};
use crate::extract::ActorKind;
use crate::extract::annotated::MentionForm;
use crate::extract::words::Classes;
use crate::text::TokenKind;

/// How many parties back a name is looked for.
const REACH: usize = 12;

/// "Olaf Scholz. The German chancellor saw": the one of that state whom the sentence before names, or the only one whose
/// office the text gives.
pub(super) fn incumbents(view: &View<'_>, out: &mut [Party]) {
    let words = view.words;
    let offices = Offices::new(view);
    for p in 0..out.len() {
        let party = &out[p];
        let [state] = party.actors[..] else { continue };
        let start = party.tokens.start;
        if let Some(one) = compatriot(view, out, p, state) {
            out[p].actors = vec![one];
            continue;
        }
        // "The Omani foreign minister", "Oman's foreign minister", "the Foreign Minister of Oman".
        let owned = words.kind(view.cover_end(start)) == TokenKind::Possessive;
        if party.kind != PartyKind::Delegates
            || party.plural
            || words.at(start) != "the" && !owned
            || words.at(party.tokens.end) == "of"
        {
            continue;
        }
        let mut office: Vec<&str> = (start..party.tokens.end)
            .filter(|&j| view.cover(j) == Cover::Nothing && words.kind(j) != TokenKind::Possessive)
            .map(|j| words.at(j))
            .skip_while(|&word| word == "the")
            .collect();
        while matches!(office.last(), Some(&("of" | "the"))) {
            office.pop();
        }
        // "the American official", "the former Polish president": any or another one.
        if office.last().is_none_or(|w| is_anyone(w)) || office.iter().any(|w| is_other(w)) {
            continue;
        }
        let id = view.names.actors[state].id.as_str();
        let serves = |a: usize| view.kind(a) == ActorKind::Person && view.names.actors[a].of.as_deref() == Some(id);
        let office = office.join(" ");
        let holder = match offices.held.get(&(id, office.as_str())) {
            Some(holder) => *holder,
            // A text that gives the offices of others leaves out that of the one whom everybody knows.
            None if is_first_office(&office) && offices.unsaid(id).is_some() => offices.unsaid(id),
            None => {
                let sentence = words.sentence_of(start);
                let before = sentence.checked_sub(1).map(|s| words.sentences[s].clone());
                // Right at the head, or behind one word: "Instead the American secretary flew".
                let head = words.sentences.get(sentence).is_some_and(|s| {
                    s.start == start
                        || s.start + 1 == start && words.is(s.start, Classes::ADVERB.with(Classes::CLAUSE))
                        || s.start + 1 == start
                            && matches!(words.at(s.start), "instead" | "meanwhile" | "but" | "and" | "yet")
                });
                before.filter(|_| head).and_then(|s| {
                    let mut named = out[..p]
                        .iter()
                        .rev()
                        .take(REACH)
                        .take_while(|q| q.tokens.start >= s.start)
                        .flat_map(|q| q.actors.iter().copied())
                        .filter(|&a| serves(a))
                        .collect::<Vec<_>>();
                    named.dedup();
                    match named[..] {
                        [one] if view.names.actors[one].role.is_none() => Some(one),
                        _ => None,
                    }
                })
            }
        };
        if let Some(one) = holder {
            out[p].actors = vec![one];
            out[p].kind = PartyKind::Named;
        }
    }
}

/// "The American then flew on": the one person of that state whom the sentence before names.
fn compatriot(view: &View<'_>, out: &[Party], p: usize, state: usize) -> Option<usize> {
    let words = view.words;
    let party = &out[p];
    let start = party.tokens.start;
    // "the Americans", "the British" are many.
    let one = party.kind == PartyKind::Named
        && party.tokens.len() == 2
        && words.at(start) == "the"
        && view.named(start + 1).is_some_and(|(_, form)| form == MentionForm::Demonym)
        && matches!(words.at(start + 1).chars().next_back(), Some('n' | 'i'));
    let sentence = words.sentence_of(start);
    let head = words.sentences.get(sentence).is_some_and(|s| s.start == start);
    let before = sentence.checked_sub(1).filter(|_| one && head).map(|s| words.sentences[s].clone())?;
    let id = view.names.actors[state].id.as_str();
    let near = out[..p].iter().rev().take(REACH).take_while(|q| q.tokens.start >= before.start);
    let mut own = near
        .flat_map(|q| q.actors.iter().copied())
        .filter(|&a| view.kind(a) == ActorKind::Person && view.names.actors[a].of.as_deref() == Some(id));
    let found = own.next()?;
    own.all(|other| other == found).then_some(found)
}

/// Who holds which office, as far as the text says; nobody where it gives one to several.
struct Offices<'a> {
    held: HashMap<(&'a str, &'a str), Option<usize>>,
    /// The person of a state whose office the text does not give.
    unsaid: HashMap<&'a str, Option<usize>>,
}

impl<'a> Offices<'a> {
    fn new(view: &View<'a>) -> Self {
        let mut out = Self { held: HashMap::default(), unsaid: HashMap::default() };
        for (a, actor) in view.names.actors.iter().enumerate() {
            let (ActorKind::Person, Some(state)) = (actor.kind, actor.of.as_deref()) else { continue };
            match actor.role.as_deref() {
                Some(role) => out.held.entry((state, role)).and_modify(|h| *h = None).or_insert(Some(a)),
                None => out.unsaid.entry(state).and_modify(|h| *h = None).or_insert(Some(a)),
            };
        }
        out
    }

    fn unsaid(&self, state: &str) -> Option<usize> {
        self.unsaid.get(state).copied().flatten()
    }
}

/// The offices of those who lead a state.
fn is_first_office(office: &str) -> bool {
    matches!(office, "president" | "leader" | "chancellor" | "prime minister" | "premier" | "ruler" | "king" | "emir")
}

/// Offices that many hold at once.
fn is_anyone(word: &str) -> bool {
    matches!(
        word,
        "official"
            | "diplomat"
            | "officer"
            | "general"
            | "colonel"
            | "lawmaker"
            | "senator"
            | "aide"
            | "envoy"
            | "judge"
            | "minister"
            | "delegate"
            | "politician"
            | "man"
            | "woman"
            | "adviser"
            | "advisor"
            | "commander"
    )
}

/// Words that make an office somebody else's than the one's who holds it.
fn is_other(word: &str) -> bool {
    matches!(
        word,
        "former" | "deputy" | "vice" | "then" | "next" | "previous" | "late" | "future" | "counterpart" | "opposite"
    )
}
