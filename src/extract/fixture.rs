//! Texts with names marked by hand, so that the rules of figures and meetings are tested apart from the lexicon.

use std::path::PathBuf;

use super::annotated::{Annotated, Mention, MentionForm, Names, PlaceName};
use super::{Actor, ActorKind};
use crate::briefing::{Block, BlockKind, Briefing, Masthead};
use crate::text::Span;

/// A briefing of one paragraph for each line.
pub(crate) fn briefing(text: &str) -> Briefing {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        if !line.is_empty() {
            let span = Span::new(at, at + line.len());
            blocks.push(Block { kind: BlockKind::Paragraph, span, quote_depth: 0, styles: Vec::new() });
        }
        at += line.len() + 1;
    }
    Briefing {
        path: PathBuf::from("test.md"),
        sha256: String::new(),
        masthead: Masthead::default(),
        text: text.to_owned(),
        blocks,
        folds: Vec::new(),
        declared: Default::default(),
        warnings: Vec::new(),
    }
}

/// The tokens and sentences of a briefing.
pub(crate) fn annotated(briefing: &Briefing) -> Annotated<'_> {
    Annotated::new(briefing, super::trail::Trail::off())
}

/// Takes marks out of a text: `{Modi}` is a person, `{+India}` a state, `{~Indian}` its demonym (`{~Indian=India}`),
/// `{@Delhi=India}` its capital as its government, `{#Nato}` an organisation, `{!Hamas}` an armed group, `{.Geneva}` a
/// place. `=Name` gives the canonical name.
pub(crate) fn marked(source: &str) -> (String, Names) {
    let mut text = String::new();
    let mut names = Names::default();
    let mut rest = source;
    while let Some(open) = rest.find('{') {
        text.push_str(&rest[..open]);
        let close = rest[open..].find('}').expect("a closing brace") + open;
        let inner = &rest[open + 1..close];
        let (sign, inner) = match inner.chars().next() {
            Some(c @ ('+' | '~' | '@' | '#' | '!' | '.')) => (c, &inner[1..]),
            _ => (' ', inner),
        };
        let (shown, name) = inner.split_once('=').unwrap_or((inner, inner));
        let span = Span::new(text.len(), text.len() + shown.len());
        text.push_str(shown);
        rest = &rest[close + 1..];
        if sign == '.' {
            names.places.push(PlaceName { span, name: name.to_owned(), of: None });
            continue;
        }
        let kind = match sign {
            '+' | '~' | '@' => ActorKind::State,
            '#' => ActorKind::Organisation,
            '!' => ActorKind::ArmedGroup,
            _ => ActorKind::Person,
        };
        let actor = names.actors.iter().position(|a| a.name == name).unwrap_or_else(|| {
            names.actors.push(Actor {
                id: name.to_lowercase().replace(' ', "-"),
                name: name.to_owned(),
                kind,
                role: None,
                of: None,
                mentions: Vec::new(),
            });
            names.actors.len() - 1
        });
        names.actors[actor].mentions.push(span);
        let form = match sign {
            '~' => MentionForm::Demonym,
            '@' => MentionForm::Seat,
            _ => MentionForm::Name,
        };
        names.mentions.push(Mention { span, actor, form });
    }
    text.push_str(rest);
    (text, names)
}
