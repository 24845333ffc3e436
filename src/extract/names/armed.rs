//! Whether a body is an armed group or an organisation.

use super::super::ActorKind;
use super::super::lexicon::grammar::Tags;
use super::Scene;

/// Whether a name is an armed group's: by its own words, or by what the text calls it.
pub(super) fn kind_of(scene: &Scene, from: usize, to: usize) -> ActorKind {
    let words = &scene.words;
    // The head noun counts, and what stands before it: a "Council of … Resistance" is a council.
    let head = (from..to).find(|&t| matches!(words.low(t), "of" | "for")).unwrap_or(to);
    let civil = matches!(
        words.low(head - 1),
        "council"
            | "party"
            | "union"
            | "congress"
            | "committee"
            | "commission"
            | "ministry"
            | "association"
            | "assembly"
            | "office"
            | "organisation"
            | "organization"
            | "agency"
    );
    let own = !civil && (from..head).any(|t| words.is(t, Tags::ARMED));
    // "National Movement for the Liberation of Azawad"
    let own = own || matches!(words.low(head - 1), "movement" | "front") && words.low(head + 2) == "liberation";
    // "Popular Front" and the like are parties as often as not.
    let front = words.low(head - 1) == "front"
        && (from..head - 1).all(|t| {
            matches!(
                words.low(t),
                "popular" | "national" | "patriotic" | "democratic" | "people" | "s" | "united" | "broad" | "left"
            ) || scene.hit_at[t].is_some()
        });
    let own = own && !front;
    let army = matches!(words.low(to - 1), "army" | "forces" | "force")
        && !matches!(words.low(to - 2), "armed" | "defence" | "defense" | "security" | "police" | "task" | "peace")
        && (from..to).all(|t| {
            let state = scene.hit_from(t).is_some_and(|hit| scene.state_or_body(hit).is_some());
            let mission = matches!(
                words.low(t),
                "multinational"
                    | "international"
                    | "stabilisation"
                    | "stabilization"
                    | "protection"
                    | "interim"
                    | "assistance"
                    | "peacekeeping"
                    | "observer"
                    | "implementation"
                    | "monitoring"
                    | "royal"
            );
            !state && !mission
        });
    let called = |t: usize| {
        matches!(
            words.low(t),
            "rebel"
                | "rebels"
                | "militia"
                | "militant"
                | "guerrilla"
                | "guerrillas"
                | "insurgent"
                | "insurgents"
                | "jihadist"
                | "paramilitary"
                | "separatist"
        )
    };
    let said =
        from > 0 && called(from - 1) || from > 1 && called(from - 2) && words.is(from - 1, Tags::BODY) || called(to);
    if own || army || said { ActorKind::ArmedGroup } else { ActorKind::Organisation }
}
