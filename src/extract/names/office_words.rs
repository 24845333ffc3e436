//! The words of an office: where they begin and end, and the role that they make.

use super::super::lexicon::grammar::Tags;
use super::offices::Office;
use super::{Claim, Scene};
use crate::text::TokenKind;

/// Whether a noun of office is a verb here: "chair", "head", "lead" behind "to".
pub(super) fn is_verb_like(scene: &Scene, at: usize) -> bool {
    at > 0
        && matches!(scene.words.low(at - 1), "to" | "will" | "would")
        && matches!(scene.words.low(at), "chair" | "head" | "counsel")
}

/// Where the words of the office end: behind "of state", "of staff", "for foreign affairs", "general", "in chief".
pub(super) fn role_end(scene: &Scene, head: usize) -> usize {
    let words = &scene.words;
    let mut end = head + 1;
    if words.low(end) == "general" && !words.capital(end + 1) || words.low(end) == "general" && words.of(end + 1) == ","
    {
        end += 1;
    }
    if !matches!(words.low(end), "of" | "for" | "in" | "on") {
        return end;
    }
    let mut t = end + 1;
    if words.low(t) == "the" && (words.is(t + 1, Tags::BODY_MODIFIER) && !words.capital(t + 1)) {
        t += 1;
    }
    let first = t;
    let part = |t: usize| {
        (words.is(t, Tags::BODY_MODIFIER)
            || matches!(words.low(t), "staff" | "state" | "chief" | "war" | "climate" | "oil"))
            && scene.hit_at[t].is_none()
            && !words.is(t, Tags::GENERIC_BODY)
    };
    while t < scene.words.len()
        && t < first + 5
        && (part(t) || words.low(t) == "and" && t + 1 < scene.words.len() && part(t + 1))
    {
        t += 1;
    }
    // "head of the armed forces": the noun is not a part of the office but what it is held in.
    if t > first && !words.is(t, Tags::BODY) { t } else { end }
}

/// The token where the words of the office begin: "acting deputy", "prime", "foreign".
pub(super) fn modifiers_before(scene: &Scene, head: usize, office: &mut Office) -> usize {
    let words = &scene.words;
    let mut from = head;
    while from > 0 {
        let at = from - 1;
        if words.is(at, Tags::FORMER) {
            office.former |= words.low(at) != "then";
            from = at;
            continue;
        }
        let modifier = words.is(at, Tags::OFFICE_MODIFIER.with(Tags::OFFICE).with(Tags::ORDINAL))
            || words.low(at) == "and"
                && at > 0
                && words.is(at - 1, Tags::OFFICE_MODIFIER)
                && words.is(from, Tags::OFFICE_MODIFIER);
        let named = scene.hit_at.get(at).copied().flatten().is_some_and(|h| {
            let hit = &scene.hits[h.at()];
            scene.state_or_body(hit).is_some()
        }) || matches!(scene.claimed(at), Some((_, _, Claim::Party(_))));
        if !modifier || named {
            break;
        }
        from = at;
    }
    from
}

/// The role as one would write it alone, in lower case, without "former".
pub(super) fn role(scene: &Scene, from: usize, to: usize, plural: bool) -> String {
    let mut words: Vec<String> = (from..to)
        .filter(|&t| !scene.words.is(t, Tags::FORMER) && scene.words.kind(t) == TokenKind::Word)
        .map(|t| scene.words.of(t).to_lowercase().replace('’', "'"))
        .filter(|w| {
            !matches!(
                w.as_str(),
                "new"
                    | "current"
                    | "the"
                    | "newly-elected"
                    | "newly-appointed"
                    | "outgoing"
                    | "incoming"
                    | "long-serving"
                    | "powerful"
                    | "influential"
                    | "jailed"
                    | "exiled"
                    | "imprisoned"
                    | "elected"
                    | "longtime"
                    | "long-time"
                    | "veteran"
                    | "hardline"
                    | "rebel"
                    | "self-styled"
            )
        })
        .collect();
    if plural && let Some(head) = words.iter_mut().rev().find(|w| w.ends_with('s')) {
        *head = head.strip_suffix("ies").map_or_else(|| head[..head.len() - 1].to_owned(), |stem| format!("{stem}y"));
    }
    words.join(" ")
}
