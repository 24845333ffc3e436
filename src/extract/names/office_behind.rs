//! Offices behind a name: "…, secretary of Ukraine's National Security Council,", "…, who heads Unamsil".

use super::super::ActorKind;
use super::super::lexicon::grammar::Tags;
use super::office_words::{modifiers_before, role_end};
use super::offices::{Office, fill};
use super::owners::party_at;
use super::{NO_NAME, Scene, is_kind};
use crate::text::TokenKind;

/// What stands behind a name that ends at token `end`: ", the Indian defence minister,"; ", who …"; "of Guyana".
pub(super) fn behind(scene: &mut Scene, end: usize) -> Option<Office> {
    if !matches!(scene.words.of(end), "," | "(" | "–" | "—") {
        return None;
    }
    let first = end + 1;
    if scene.words.low(first) == "who" || scene.words.low(first) == "whose" && scene.words.of(end) == "," {
        return Some(who_leads(scene, first));
    }
    // ", 45,": an age.
    if scene.words.kind(first) == TokenKind::Number
        && scene.words.of(first + 1) == ","
        && scene.words.of(first).len() == 2
    {
        return Some(Office::default());
    }
    let mut head = None;
    for at in first..(first + 12).min(scene.words.len()) {
        let kind = scene.words.kind(at);
        if kind == TokenKind::Break || kind == TokenKind::Punctuation && scene.words.of(at) != "-" {
            break;
        }
        if scene.words.is(at, Tags::OFFICE.with(Tags::OCCUPATION).with(Tags::KIN)) {
            head = Some(at);
            // "chief" and "deputy" lead on to the noun that they go with.
            let more = scene.words.is(at + 1, Tags::OFFICE.with(Tags::OFFICE_MODIFIER))
                && !matches!(scene.words.low(at + 1), "to" | "in");
            if !more {
                break;
            }
        } else if scene.words.is(at, Tags::SPEECH.with(Tags::VERB)) && !scene.words.capital(at)
            || matches!(scene.words.low(at), "and" | "but" | "in" | "on" | "at" | "with" | "as" | "after")
                && head.is_none()
                && !scene.words.is(at + 1, Tags::OFFICE_MODIFIER)
        {
            break;
        }
    }
    let head = head?;
    let role_end = role_end(scene, head);
    let mut end = role_end;
    while end < scene.words.len()
        && end < role_end + 14
        && scene.words.kind(end) != TokenKind::Break
        && (scene.words.kind(end) != TokenKind::Punctuation)
    {
        end += 1;
    }
    // ", the Japanese envoy Yasushi Akashi": the office of the next one.
    let next_name =
        scene.words.capital(role_end) && !scene.words.is(role_end, NO_NAME) && party_at(scene, role_end).is_none();
    if next_name {
        return None;
    }
    // The phrase must end before the sentence goes on: ", the president said" is no apposition.
    if scene.words.is(role_end, Tags::SPEECH.with(Tags::VERB)) {
        return None;
    }
    let mut office = Office::default();
    let from = modifiers_before(scene, head, &mut office);
    fill(scene, &mut office, from, head, role_end, end);
    office.plural = false;
    office.tokens = from..role_end.max(from);
    Some(office)
}

/// ", who heads Unamsil": whose leader somebody is, where a relative clause says it.
fn who_leads(scene: &Scene, who: usize) -> Office {
    let mut office = Office::default();
    let leads = matches!(
        scene.words.low(who + 1),
        "heads" | "headed" | "leads" | "led" | "commands" | "commanded" | "chairs" | "chaired" | "runs" | "directs"
    );
    let at = if scene.words.low(who + 2) == "the" { who + 3 } else { who + 2 };
    let body = |id: &str| scene.lexicon.by_id(id).is_none_or(|e| !is_kind(e, &[ActorKind::State]));
    if let Some((id, to)) = party_at(scene, at).filter(|(id, _)| leads && body(id)) {
        office.of.push(id);
        office.sided = true;
        office.tokens = who..to;
    }
    office
}
