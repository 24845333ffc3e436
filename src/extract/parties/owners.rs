//! Those who are meant without a name before something that is no party: "its ships", "the movement's fighters".

use super::phrase::party;
use super::{Cover, Party, PartyKind, View};
use crate::extract::verbs::verb_at;
use crate::text::TokenKind;

/// "its ships", "the movement's fighters": somebody who is meant without a name, before something that is no party.
/// Whom a pronoun means is settled when its sentence is read.
pub(super) fn owner(view: &View<'_>, i: usize) -> Option<Party> {
    let words = view.words;
    match view.cover(i) {
        Cover::Reference(r) => {
            let actors = view.names.references[r].actors.clone();
            let plural = actors.len() > 1;
            Some(party(i..view.cover_end(i), actors, PartyKind::Possessor, plural))
        }
        // "its neighbour": somebody else.
        Cover::Nothing
            if matches!(words.at(i), "its" | "his" | "her" | "their")
                && matches!(
                    words.at(i + 1),
                    "neighbour"
                        | "neighbor"
                        | "enemy"
                        | "rival"
                        | "opponent"
                        | "ally"
                        | "allies"
                        | "foe"
                        | "adversary"
                        | "patron"
                        | "neighbours"
                        | "neighbors"
                        | "enemies"
                        | "rivals"
                        | "opponents"
                        | "foes"
                        | "patrons"
                ) =>
        {
            None
        }
        Cover::Nothing if matches!(words.at(i), "its" | "his" | "her" | "their" | "whose") => {
            Some(party(i..i + 1, Vec::new(), PartyKind::Possessor, false))
        }
        // "the army", of the one state whose army the text names
        Cover::Nothing
            if words.at(i) == "the"
                && matches!(words.at(i + 1), "army" | "military" | "navy")
                && (verb_at(words, i + 2).is_some() || words.kind(i + 2) == TokenKind::Possessive) =>
        {
            let kind =
                if words.kind(i + 2) == TokenKind::Possessive { PartyKind::Possessor } else { PartyKind::Reference };
            view.army.map(|army| party(i..i + 2, vec![army], kind, false))
        }
        // "the country's troops"
        Cover::Nothing
            if words.at(i) == "the"
                && matches!(words.at(i + 1), "country" | "state" | "republic" | "kingdom" | "island" | "nation")
                && words.kind(i + 2) == TokenKind::Possessive =>
        {
            Some(party(i..i + 2, Vec::new(), PartyKind::Possessor, false))
        }
        _ => None,
    }
}
