//! What the rules' tests share: a text, and what is found in it as short lines.

use std::path::Path;

use super::super::ActorKind;
use super::super::annotated::{Annotated, Names};
use super::super::lexicon::Lexicon;
use super::super::trail::Trail;
use crate::briefing::Briefing;

/// Runs `see` on the names found in `text`, a briefing of 1 February 2024.
pub(super) fn with<T>(text: &str, see: impl FnOnce(&str, &Names) -> T) -> T {
    let bytes = format!("A title\n\n{text}\n");
    let briefing = Briefing::parse(Path::new("2024-02-01-test.txt"), bytes.as_bytes()).expect("a briefing");
    let annotated = Annotated::new(&briefing, Trail::off());
    see(&briefing.text, &super::find(&annotated, Lexicon::builtin()))
}

/// The canonical names of the actors, in the order of the text.
pub(super) fn actors(text: &str) -> Vec<String> {
    with(text, |_, names| names.actors.iter().map(|a| a.name.clone()).collect())
}

/// The actors of a kind, as "name: role of side".
pub(super) fn of_kind(kind: ActorKind, text: &str) -> Vec<String> {
    with(text, |_, names| {
        let some = names.actors.iter().filter(|a| a.kind == kind);
        some.map(|a| format!("{}: {} of {}", a.name, a.role.as_deref().unwrap_or("-"), a.of.as_deref().unwrap_or("-")))
            .collect()
    })
}

/// The people, as "name: role of side".
pub(super) fn people(text: &str) -> Vec<String> {
    of_kind(ActorKind::Person, text)
}

/// The words of each mention of the actor of this name.
pub(super) fn mentions(text: &str, name: &str) -> Vec<String> {
    with(text, |text, names| {
        let actor = names.actors.iter().find(|a| a.name == name);
        actor.map_or_else(Vec::new, |a| a.mentions.iter().map(|s| s.of(text).to_owned()).collect())
    })
}

/// Each reference as "words = names".
pub(super) fn references(text: &str) -> Vec<String> {
    with(text, |text, names| {
        let meant = |r: &super::super::annotated::Reference| {
            r.actors.iter().map(|&a| names.actors[a].name.as_str()).collect::<Vec<_>>().join(" + ")
        };
        names.references.iter().map(|r| format!("{} = {}", r.span.of(text), meant(r))).collect()
    })
}

/// The names of the places.
pub(super) fn places(text: &str) -> Vec<String> {
    with(text, |_, names| names.places.iter().map(|p| p.name.clone()).collect())
}
