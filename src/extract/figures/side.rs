//! Whose force or loss a figure is, where, and who says so.

use std::ops::Range;

use super::Found;
use super::counted::Counted;
use super::nouns::NOUNS;
use crate::extract::annotated::MentionForm;
use crate::extract::parties::{Cover, PartyKind, View};
use crate::extract::places::{Breadth, Where, leads_place, place_at};
use crate::extract::verbs::{is_saying, verb_at};
use crate::extract::words::is_preposition;
use crate::extract::{ActorId, ActorKind, FigureKind};
use crate::text::TokenKind;

/// The state, armed group or mission whose forces an actor's are.
pub(super) fn force_of(view: &View<'_>, actor: usize) -> Option<ActorId> {
    let mut at = actor;
    for _ in 0..3 {
        let found = &view.names.actors[at];
        match (&found.of, found.kind) {
            (_, ActorKind::State) => return Some(found.id.clone()),
            (None, ActorKind::Person) => return None,
            (None, _) => return Some(found.id.clone()),
            (Some(of), _) => match view.names.actors.iter().position(|a| a.id == *of) {
                Some(next) if next != at => at = next,
                _ => return Some(of.clone()),
            },
        }
    }
    None
}

/// Whose the figure at `core` is.
pub(super) fn side(
    view: &View<'_>,
    core: &Range<usize>,
    counted: &Counted,
    before: &[Found],
    at: usize,
) -> Option<ActorId> {
    let previous = before.last().filter(|f| at <= f.sentence + 1).map(|f| (&f.counted, f.side.as_ref()));
    let sentence = view.sentence(core.start);
    if let Some(actor) = in_the_noun_phrase(view, core, counted) {
        return force_of(view, actor);
    }
    if let Some(actor) = behind_the_noun(view, counted.tokens.end, &sentence, counted) {
        return force_of(view, actor);
    }
    if let Some(actor) = owner_before(view, core, counted, &sentence) {
        return force_of(view, actor);
    }
    // "the United States 1,100"
    if let Some(p) = view.party_ending(counted.tokens.start)
        && view.parties[p].tokens.start >= sentence.start
        && view.parties[p].acts()
        && counted.left_out
    {
        return view.parties[p].actors.first().and_then(|&a| force_of(view, a));
    }
    if let Some(actor) = heading_party(view, core.start) {
        return force_of(view, actor);
    }
    let bare_loss = counted.kind == FigureKind::Casualties
        && counted.what.split(' ').all(|w| NOUNS.is_loss(w))
        && view.words.at(core.end) == counted.what;
    if (counted.left_out || bare_loss)
        && let Some((before, side)) = previous
        && (before.kind == counted.kind || counted.kind == FigureKind::Casualties)
    {
        return side.cloned();
    }
    if let Some(actor) = force_noun_before(view, counted.tokens.start, &sentence) {
        return force_of(view, actor);
    }
    by_verb(view, core, counted, before, &sentence)
}

/// "122,000 Russian troops", "40 Hamas fighters", "12 of its soldiers", "1,100 peacekeepers of UNDOF"
fn in_the_noun_phrase(view: &View<'_>, core: &Range<usize>, counted: &Counted) -> Option<usize> {
    let inside = core.end..counted.tokens.end.max(core.end);
    for j in inside.clone() {
        if let Some((actor, _)) = view.named(j) {
            return Some(actor);
        }
    }
    // "12 of its soldiers": the subject's.
    if inside.clone().any(|j| matches!(view.words.at(j), "its" | "his" | "her" | "their" | "own")) {
        return view.subject_at(core.start).and_then(|s| view.actors(s.first, s.last).first().copied());
    }
    None
}

/// "soldiers of the 82nd Division", "fighters from Hezbollah", "Hamas's 30,000 fighters" is before.
fn behind_the_noun(view: &View<'_>, end: usize, sentence: &Range<usize>, counted: &Counted) -> Option<usize> {
    let words = view.words;
    if !matches!(words.at(end), "of" | "from" | "belonging") || end >= sentence.end {
        return None;
    }
    let mut j = end + 1;
    while matches!(words.at(j), "the" | "to" | "its" | "both") {
        j += 1;
    }
    let (actor, form) = view.named(j)?;
    // "soldiers from Ukraine for this purpose": a state behind "from" may be a place.
    let place = words.at(end) == "from" && view.kind(actor) == ActorKind::State && form != MentionForm::Demonym;
    let _ = counted;
    (!place).then_some(actor)
}

/// "Niger's 25,000 soldiers", "his country's 800,000-strong army"
fn owner_before(view: &View<'_>, core: &Range<usize>, counted: &Counted, sentence: &Range<usize>) -> Option<usize> {
    let words = view.words;
    let mut at = counted.tokens.start;
    while at > sentence.start
        && matches!(words.before(at, 1), "own" | "the" | "total" | "entire" | "roughly" | "about" | "new" | "some")
    {
        at -= 1;
    }
    if at == sentence.start {
        return None;
    }
    if words.kind(at - 1) == TokenKind::Possessive && at >= 2 {
        if let Some((actor, _)) = view.named(at - 2) {
            return Some(actor);
        }
        // "his country's", "its army's"
        let whose = (sentence.start.max(at.saturating_sub(5))..at)
            .find(|&j| matches!(words.at(j), "his" | "her" | "its" | "their"));
        if let Some(person) = whose.and_then(|j| view.whose(j).first().copied()) {
            return Some(person);
        }
        if whose.is_some() {
            return view.subject_at(core.start).and_then(|s| view.actors(s.first, s.last).first().copied());
        }
    }
    if matches!(words.before(at, 1), "its" | "their") {
        return view.subject_at(core.start).and_then(|s| view.actors(s.first, s.last).first().copied());
    }
    // "the Ukrainian 22 tanks" is rare; "a US 5,000-strong force" is not.
    view.named(at - 1).filter(|(_, form)| *form == MentionForm::Demonym).map(|(actor, _)| actor)
}

/// "HTS: 30 000 fighters", "Israel - three brigades": the party that opens the block.
fn heading_party(view: &View<'_>, at: usize) -> Option<usize> {
    let words = view.words;
    let sentence = view.sentence(at);
    let limit = sentence.end.min(sentence.start + 12);
    let colon = (sentence.start..limit).find(|&j| words.at(j) == ":")?;
    if colon >= at {
        return None;
    }
    let first = (sentence.start..colon).find_map(|j| view.named(j))?;
    // "Stoltenberg: 5,000 troops" is a quotation.
    (view.kind(first.0) != ActorKind::Person).then_some(first.0)
}

/// "the Russian force … at 100,000", "Russian losses … at 1,330", "a Ukrainian column of a dozen vehicles"
fn force_noun_before(view: &View<'_>, start: usize, sentence: &Range<usize>) -> Option<usize> {
    let words = view.words;
    // "Al-Shabaab, with 7,000 fighters"
    if words.before(start, 1) == "with"
        && words.before(start, 2) == ","
        && let Some(p) = view
            .party_ending(start - 2)
            .filter(|&p| view.parties[p].acts() && view.parties[p].tokens.start >= sentence.start)
    {
        return view.parties[p].actors.first().copied();
    }
    // "Nigeria, with an army of 143,000", "Chad has a force of 900"
    if words.before(start, 1) == "of"
        && start > sentence.start + 4
        && (2..4)
            .any(|k| matches!(words.before(start, k), "army" | "force" | "military" | "navy" | "garrison" | "strength"))
    {
        let with = (sentence.start.max(start.saturating_sub(8))..start).rev().find(|&j| words.at(j) == "with");
        if let Some(p) = with
            .and_then(|j| view.party_ending(if words.before(j, 1) == "," { j - 1 } else { j }))
            .filter(|&p| view.parties[p].tokens.start >= sentence.start)
        {
            return view.parties[p].actors.first().copied();
        }
    }
    let from = view.party_from(sentence.start);
    let to = view.party_from(start);
    for party in view.parties[from..to].iter().rev().take(6) {
        if !matches!(party.kind, PartyKind::Adjective | PartyKind::Possessor) {
            continue;
        }
        let mut j = party.tokens.end;
        if words.kind(j) == TokenKind::Possessive {
            j += 1;
        }
        let noun = (j..j + 4).find(|&k| {
            matches!(
                words.at(k),
                "force"
                    | "forces"
                    | "losses"
                    | "casualties"
                    | "army"
                    | "military"
                    | "column"
                    | "convoy"
                    | "contingent"
                    | "garrison"
                    | "troops"
                    | "fleet"
                    | "dead"
                    | "toll"
                    | "strength"
                    | "navy"
                    | "presence"
                    | "deployment"
            )
        });
        if let Some(noun) =
            noun.filter(|&n| n < start && (j..n).all(|k| !is_preposition(words.at(k)) && verb_at(words, k).is_none()))
        {
            // Only where it is what is counted: "of", "at", "number", not where it acts on the counted.
            let leads = (noun + 1..start).all(|k| {
                let word = words.at(k);
                verb_at(words, k).is_none()
                    || NOUNS.is_size(word)
                    || NOUNS.is_loss(word)
                    || matches!(
                        word,
                        "is" | "was"
                            | "are"
                            | "were"
                            | "stood"
                            | "stands"
                            | "put"
                            | "gathered"
                            | "estimated"
                            | "massed"
                            | "has"
                            | "have"
                            | "had"
                            | "been"
                            | "be"
                            | "reached"
                            | "grown"
                            | "fallen"
                            | "risen"
                            | "said"
                    )
            });
            if leads {
                return party.actors.first().copied();
            }
        }
    }
    None
}

/// Whether the verb does something to the counted that is not its subject's: shooting, seeing, counting.
fn is_against(word: &str) -> bool {
    matches!(
        word,
        "killed"
            | "kill"
            | "kills"
            | "killing"
            | "destroyed"
            | "destroying"
            | "destroy"
            | "captured"
            | "capturing"
            | "shot"
            | "shooting"
            | "sank"
            | "sunk"
            | "intercepted"
            | "intercepting"
            | "downed"
            | "downing"
            | "wounded"
            | "wounding"
            | "counted"
            | "counts"
            | "detected"
            | "tracked"
            | "observed"
            | "spotted"
            | "struck"
            | "hit"
            | "eliminated"
            | "neutralised"
            | "neutralized"
            | "seized"
            | "brought"
            | "guard"
            | "guards"
            | "disabled"
            | "damaged"
            | "injured"
            | "injuring"
            | "saw"
            | "watched"
            | "monitored"
            | "attacked"
            | "fought"
            | "repelled"
            | "sighted"
            | "reported"
            | "reports"
            | "recorded"
            | "faces"
            | "faced"
            | "freed"
            | "identified"
    )
}

/// Verbs of taking a loss, whose subject's it is.
fn is_suffering(word: &str) -> bool {
    matches!(
        word,
        "lost"
            | "loses"
            | "lose"
            | "losing"
            | "suffered"
            | "suffers"
            | "admitted"
            | "acknowledged"
            | "mourned"
            | "buried"
            | "conceded"
            | "suffering"
            | "admits"
            | "acknowledges"
    )
}

fn by_verb(
    view: &View<'_>,
    core: &Range<usize>,
    counted: &Counted,
    before: &[Found],
    sentence: &Range<usize>,
) -> Option<ActorId> {
    let words = view.words;
    let mut j = counted.tokens.start;
    let floor = sentence.start.max(j.saturating_sub(30));
    let mut acted = false;
    let mut seen = None;
    while j > floor {
        j -= 1;
        let word = words.at(j);
        if words.kind(j) == TokenKind::Punctuation && matches!(word, ";" | ":" | "(") {
            break;
        }
        let participle =
            view.cover(j) == Cover::Nothing && word.ends_with("ing") && (is_against(word) || is_suffering(word));
        if verb_at(words, j).is_none() && !participle || view.cover(j) != Cover::Nothing {
            continue;
        }
        let subject = view.subject_at(j).map(|s| view.actors(s.first, s.last)).unwrap_or_default();
        if is_suffering(word) && !(counted.nameless && word.starts_with("los")) {
            return subject.first().and_then(|&a| force_of(view, a));
        }
        if counted.nameless && !matches!(word, "to" | "had" | "has" | "have") {
            return None;
        }
        // "a force that counted 100,000": of the force, by the verb before.
        if matches!(words.before(j, 1), "that" | "which") && !is_saying(word) && subject.is_empty()
            || matches!(words.before(j, 1), "that" | "which") && word == "counted"
        {
            continue;
        }
        if is_against(word) || counted.kind == FigureKind::Casualties && NOUNS.is_loss(word) {
            // "shot down 25 drones" of those just counted.
            let same = before
                .iter()
                .rev()
                .find(|f| f.counted.kind == counted.kind && same_noun(&f.counted.what, &counted.what));
            if same.is_some_and(|f| f.side.is_some()) || counted.kind == FigureKind::Casualties {
                return same.filter(|_| counted.kind != FigureKind::Casualties).and_then(|f| f.side.clone());
            }
            // "Russian drones hit the port … shot down 79 drones": of those told of before.
            if let Some(actor) = same_noun_before(view, core.start, &counted.what) {
                return force_of(view, actor);
            }
            seen = subject.first().and_then(|&a| force_of(view, a)).or(Some(String::new()));
            break;
        }
        let says = is_saying(word)
            && (!matches!(word, "put" | "puts" | "putting") || (j..counted.tokens.start).any(|k| words.at(k) == "at"));
        if says {
            break;
        }
        if matches!(word, "be" | "been" | "is" | "are" | "was" | "were" | "being")
            && counted.kind == FigureKind::Casualties
        {
            continue;
        }
        acted = true;
        // The subject of what is done with the force: "keeps 100 troops", "has 4,000 members".
        if let Some(&actor) = subject.first() {
            return force_of(view, actor);
        }
    }
    // "17 soldiers had died, Niger's defence ministry said": a country's own bodies speak of its own soldiers.
    if counted.nameless {
        return None;
    }
    if counted.kind != FigureKind::Casualties {
        // Counted by another ("Taiwan's ministry counted 71 aircraft"), or told without a verb, as in a table: of the
        // force spoken of last that is not the counter's own.
        if seen.is_some() || !acted && !(sentence.start..core.start).any(|j| is_saying(words.at(j))) {
            let spoken = before
                .iter()
                .rev()
                .find(|f| f.counted.kind == counted.kind)
                .and_then(|f| f.side.clone())
                .filter(|s| seen.as_ref() != Some(s));
            return spoken.or_else(|| force_before(view, core.start, seen.as_ref()));
        }
        // The force that the sentence before told of.
        if let Some(side) = before
            .last()
            .filter(|f| {
                (f.counted.kind == counted.kind || acted) && view.words.sentence_of(core.start) <= f.sentence + 1
            })
            .and_then(|f| f.side.clone())
        {
            return Some(side);
        }
        if counted.kind != FigureKind::Personnel {
            return None;
        }
    }
    let sayer = said_by_actor(view, core, sentence)?;
    let actor = &view.names.actors[sayer];
    (actor.kind == ActorKind::Organisation && actor.of.is_some()).then(|| force_of(view, sayer)).flatten()
}

/// Whose a thing of the same noun was shortly before: "Russian drones".
fn same_noun_before(view: &View<'_>, at: usize, what: &str) -> Option<usize> {
    let end = view.party_from(at);
    view.parties[end.saturating_sub(12)..end].iter().rev().find_map(|p| {
        let adjective = matches!(p.kind, PartyKind::Adjective | PartyKind::Possessor);
        let noun = (p.tokens.end..p.tokens.end + 4)
            .take_while(|&j| view.words.kind(j) != TokenKind::Punctuation)
            .any(|j| same_noun(view.words.at(j), what));
        (adjective && noun).then(|| p.actors.first().copied()).flatten()
    })
}

/// The last military body named before token `at` whose state is not `not`.
fn force_before(view: &View<'_>, at: usize, not: Option<&ActorId>) -> Option<ActorId> {
    let end = view.names.mentions.partition_point(|m| m.span.start < view.words.tokens[at].span.start);
    view.names.mentions[..end].iter().rev().take(40).find_map(|m| {
        let actor = &view.names.actors[m.actor];
        let military = matches!(actor.kind, ActorKind::ArmedGroup | ActorKind::Organisation)
            && actor.of.is_some()
            && [
                "Army",
                "Navy",
                "Air Force",
                "Armed Forces",
                "Guard",
                "Command",
                "Defence Force",
                "Defense Force",
                "Marines",
                "Corps",
                "Fleet",
            ]
            .iter()
            .any(|w| actor.name.contains(w));
        military.then(|| force_of(view, m.actor)).flatten().filter(|f| Some(f) != not)
    })
}

fn same_noun(a: &str, b: &str) -> bool {
    let last = |s: &str| s.rsplit(' ').next().unwrap_or(s).trim_end_matches('s').to_lowercase();
    last(a) == last(b)
}

/// Who says what the figure says.
pub(super) fn said_by(view: &View<'_>, core: &Range<usize>) -> Option<ActorId> {
    let sentence = view.sentence(core.start);
    said_by_actor(view, core, &sentence).map(|a| view.names.actors[a].id.clone())
}

fn said_by_actor(view: &View<'_>, core: &Range<usize>, sentence: &Range<usize>) -> Option<usize> {
    let words = view.words;
    let of = |j: usize| -> Option<usize> {
        let subject = view.subject_at(j)?;
        if subject.owner {
            let party = &view.parties[subject.first];
            return party.actors.first().copied();
        }
        view.actors(subject.first, subject.last).first().copied()
    };
    let is_said = |j: usize| {
        let word = words.at(j);
        if !is_saying(word) || verb_at(words, j).is_none() {
            return false;
        }
        let end = core.start.max(j);
        match word {
            "put" | "puts" => (j..end).any(|k| words.at(k) == "at"),
            "spoke" | "spoken" | "speaks" => words.at(j + 1) == "of",
            _ => true,
        }
    };
    let floor = sentence.start.max(core.start.saturating_sub(60));
    for j in (floor..core.start).rev() {
        if is_said(j) {
            return of(j);
        }
    }
    let ceiling = sentence.end.min(core.end + 60);
    for j in sentence.start.max(floor)..ceiling {
        if words.is_phrase(j, "according to") {
            let party = view.parties.get(view.party_from(j + 2))?;
            return (party.tokens.start <= j + 4 && party.acts()).then(|| party.actors.first().copied()).flatten();
        }
    }
    // "…, the ministry said": behind the figure, after a comma.
    for j in core.end..ceiling {
        if is_said(j) && (core.end..j).any(|k| matches!(words.at(k), "," | "”" | "\"")) {
            return of(j);
        }
    }
    None
}

/// Where the figure's force is, as its sentence says.
pub(super) fn place(view: &View<'_>, tokens: &Range<usize>, next_count: usize) -> Option<String> {
    let words = view.words;
    let sentence = view.sentence(tokens.start);
    let ceiling = sentence.end.min(tokens.end + 25);
    let mut broad = None;
    let mut j = tokens.end;
    while j < ceiling.min(next_count.max(tokens.end + 1)) {
        let reach = words.at(j) == "of"
            && matches!(words.before(j, 1), "reach" | "outside" | "north" | "south" | "east" | "west" | "border");
        // "had reached the Kursk region", "entered Mali"
        if matches!(words.at(j), "reached" | "reach" | "reaching" | "entered" | "enter" | "entering" | "crossed")
            && j > tokens.end
        {
            let at = if words.at(j + 1) == "the" { j + 2 } else { j + 1 };
            if let Some(found) = named_place(view, at) {
                return Some(found.name);
            }
        }
        if (leads_place(words.at(j)) || reach)
            && view.cover(j) == Cover::Nothing
            && let Some(found) = place_at(view, j).or_else(|| if reach { named_place(view, j + 1) } else { None })
        {
            // The first that is said is the force's own; a building gives way to the town behind it.
            if found.breadth != Breadth::Building {
                return Some(found.name);
            }
            broad.get_or_insert(found.name);
            j = found.end;
            continue;
        }
        j += 1;
    }
    if broad.is_some() {
        return broad;
    }
    // Before the figure: "In Mali it has 1,000 men".
    let floor = sentence.start.max(tokens.start.saturating_sub(30));
    (floor..tokens.start)
        .rev()
        .filter(|&j| {
            matches!(words.at(j), "in" | "near" | "into" | "around" | "at" | "towards" | "on" | "of")
                && view.cover(j) == Cover::Nothing
        })
        .find_map(|j| {
            if words.at(j) == "of" {
                return (words.before(j, 1) == "reach").then(|| named_place(view, j + 1)).flatten().map(|w| w.name);
            }
            place_at(view, j).filter(|w| w.breadth != Breadth::Building).map(|w| w.name)
        })
}

/// The place or country that token `i` names.
fn named_place(view: &View<'_>, i: usize) -> Option<Where> {
    match view.cover(i) {
        Cover::Place(p) => {
            Some(Where { name: view.names.places[p].name.clone(), end: view.cover_end(i), breadth: Breadth::Town })
        }
        Cover::Mention(m) => {
            let actor = view.names.mentions[m].actor;
            (view.kind(actor) == ActorKind::State).then(|| Where {
                name: view.names.actors[actor].name.clone(),
                end: view.cover_end(i),
                breadth: Breadth::Country,
            })
        }
        _ => None,
    }
}
