//! Words that mean actors without naming them, where the text settles whom: "the two leaders", "the Russian president",
//! "his Japanese counterpart", "the bloc". Meetings and figures ask for them; they are not reported. Whom "he" and "they"
//! mean, the grammar settles.

use foldhash::HashMap;

use super::super::annotated::{MentionForm, Names, Reference};
use super::super::lexicon::grammar::Tags;
use super::super::{Actor, ActorKind};
use super::Scene;
use super::holders::{by_body, by_office, past_state, title_of};
use super::marks::each;
use crate::text::Span;

/// How far back, in bytes, the parties of "the two leaders" may have been named.
const REACH: usize = 1200;

/// Finds them, in order.
pub(super) fn find(scene: &Scene, names: &Names) -> Vec<Reference> {
    let mut out = Vec::new();
    let people = People::new(names);
    each(&scene.words.candidates.references, |at| {
        let found = several(scene, names, at)
            .or_else(|| by_country(scene, names, &people, at))
            .or_else(|| by_office(scene, names, &people, at))
            .or_else(|| by_body(scene, names, &people, at))
            .or_else(|| body(scene, names, at));
        let (to, actors) = found?;
        out.push(Reference { span: scene.words.span(at, to), actors });
        Some(to)
    });
    out
}

/// The people of the text by what references ask for, each list in the order of the first mentions.
#[derive(Default)]
pub(super) struct People<'n> {
    pub(super) of: HashMap<&'n str, Vec<usize>>,
    pub(super) role: HashMap<&'n str, Vec<usize>>,
    /// By the last word of an office, which may stand for the whole of it: "the minister" for a foreign minister.
    pub(super) head: HashMap<&'n str, Vec<usize>>,
}

impl<'n> People<'n> {
    fn new(names: &'n Names) -> Self {
        let mut out = Self::default();
        for (at, actor) in names.actors.iter().enumerate().filter(|(_, a)| a.kind == ActorKind::Person) {
            if let Some(of) = actor.of.as_deref() {
                out.of.entry(of).or_default().push(at);
            }
            if let Some(role) = actor.role.as_deref() {
                out.role.entry(role).or_default().push(at);
                if let Some((_, head)) = role.rsplit_once(' ')
                    && !is_office_apart(role)
                {
                    out.head.entry(head).or_default().push(at);
                }
            }
        }
        out
    }
}

pub(super) type Found = Option<(usize, Vec<usize>)>;

/// The distinct actors of these kinds that were named last before `offset`, the last first.
fn last_named(names: &Names, offset: usize, reach: usize, wanted: impl Fn(&Actor) -> bool) -> Vec<usize> {
    let behind = names.mentions.partition_point(|m| m.span.start < offset);
    let mut found = Vec::new();
    for mention in names.mentions[..behind].iter().rev() {
        if offset - mention.span.start > reach {
            break;
        }
        if wanted(&names.actors[mention.actor]) && !found.contains(&mention.actor) {
            found.push(mention.actor);
        }
    }
    found
}

pub(super) fn start(scene: &Scene, at: usize) -> usize {
    scene.words.tokens[at].span.start
}

/// "the two leaders", "both presidents", "the two sides"
fn several(scene: &Scene, names: &Names, at: usize) -> Found {
    let words = &scene.words;
    let both = words.low(at) == "both";
    if !both && !matches!(words.low(at), "the" | "these" | "all" | "their") {
        return None;
    }
    let counted = words.is(at + 1, Tags::CARDINAL);
    let count = match words.low(at + 1) {
        "three" => 3,
        "four" => 4,
        "two" | "both" => 2,
        _ if both => 2,
        _ => return None,
    };
    let mut noun = if counted { at + 2 } else { at + 1 };
    if count == 2
        && let Some(twins) = namesakes(names, words.of(noun))
    {
        return Some((noun + 1, twins));
    }
    if !words.is(noun, Tags::LEADERS) {
        noun += 1;
    }
    if !words.is(noun, Tags::LEADERS) {
        return None;
    }
    let people = matches!(
        words.low(noun),
        "leaders"
            | "presidents"
            | "ministers"
            | "men"
            | "women"
            | "premiers"
            | "counterparts"
            | "chiefs"
            | "secretaries"
            | "generals"
            | "diplomats"
            | "envoys"
    );
    // "both ministers" are no generals, as far as the text says what they are; "foreign ministers" are called so.
    let office = matches!(words.low(noun), "ministers" | "presidents" | "premiers" | "generals" | "envoys");
    let whole = if counted || both { at + 1 + usize::from(counted) } else { at + 1 };
    let title: Vec<&str> = (whole..=noun).map(|t| words.low(t)).collect();
    let title = title.join(" ");
    let fits = |role: Option<&str>| match role {
        _ if !office => true,
        Some(role) if whole < noun => title.strip_suffix('s') == Some(role),
        Some(role) => !is_office_apart(role) && role.rsplit(' ').next() == title.strip_suffix('s'),
        None => whole == noun,
    };
    let wanted = |actor: &Actor| match actor.kind {
        ActorKind::Person => people && fits(actor.role.as_deref()),
        ActorKind::State => !people,
        ActorKind::Organisation | ActorKind::ArmedGroup => words.low(noun) == "sides" || words.low(noun) == "parties",
    };
    let mut found = last_named(names, start(scene, at), REACH, wanted);
    if found.len() < count {
        return None;
    }
    found.truncate(count);
    found.sort_unstable();
    Some((noun + 1, found))
}

/// "both Koreas", "the two Congos": the two states of the text that share a name.
fn namesakes(names: &Names, plural: &str) -> Option<Vec<usize>> {
    let name = plural.strip_suffix('s').filter(|n| n.starts_with(char::is_uppercase))?;
    let shares = |a: &Actor| a.kind == ActorKind::State && a.name.split(' ').any(|word| word == name);
    let found: Vec<usize> = (0..names.actors.len()).filter(|&a| shares(&names.actors[a])).take(3).collect();
    (found.len() == 2).then_some(found)
}

/// "the Russian president", "his Japanese counterpart", "the US leader"
fn by_country(scene: &Scene, names: &Names, people: &People<'_>, at: usize) -> Found {
    let words = &scene.words;
    if !matches!(words.low(at), "the" | "his" | "her" | "their") {
        return None;
    }
    // Most of these words have no party behind them.
    scene.claimed(at + 1)?;
    let mention = mention_from(names, start(scene, (at + 1).min(words.len() - 1)))?;
    let state = &names.actors[mention.actor];
    if state.kind != ActorKind::State {
        return None;
    }
    let mut noun = at + 1;
    while noun < words.len() && words.tokens[noun].span.end <= mention.span.end {
        noun += 1;
    }
    let from = noun;
    while words.is(noun, Tags::OFFICE_MODIFIER) && !words.is(noun + 1, Tags::STOP) && noun < from + 3 {
        noun += 1;
    }
    // "his Japanese opposite number" is a counterpart, as "colleague" is.
    let opposite = words.low(noun) == "opposite" && words.low(noun + 1) == "number";
    if opposite {
        noun += 1;
    }
    let head = if opposite || words.low(noun) == "colleague" { "counterpart" } else { words.low(noun) };
    noun = past_state(scene, noun);
    if !words.is(noun, Tags::OFFICE) && head != "counterpart" && head != "secretary"
        || words.capital(noun + 1)
        || words.of(noun + 1) == "," && words.capital(noun + 2)
    {
        return None;
    }
    let role = title_of(scene, from, noun);
    let last_role = last_named(names, start(scene, at), REACH, |a| a.kind == ActorKind::Person)
        .first()
        .and_then(|&a| names.actors[a].role.clone());
    let fits = |actor: &Actor| {
        actor.kind == ActorKind::Person
            && actor.of.as_ref() == Some(&state.id)
            && match (head, actor.role.as_deref()) {
                ("counterpart", own) => own.is_none() || last_role.is_none() || same_office(own, last_role.as_deref()),
                ("leader", own) => own.is_none_or(|r| {
                    ["president", "prime minister", "leader", "chancellor", "king"].iter().any(|x| r.ends_with(x))
                }),
                (_, own) => own == Some(role.as_str()),
            }
    };
    let own = people.of.get(state.id.as_str()).map_or(&[][..], Vec::as_slice);
    let found: Vec<usize> = own.iter().copied().filter(|&a| fits(&names.actors[a])).take(2).collect();
    (found.len() == 1).then_some((noun + 1, found))
}

/// Whether two offices are one, "defence secretary" and "defence minister" too.
fn same_office(a: Option<&str>, b: Option<&str>) -> bool {
    let first = |r: Option<&str>| r.and_then(|r| r.split(' ').next()).map(|w| w.replace("defense", "defence"));
    a == b || first(a) == first(b)
}

/// Whether an office is another one than its last word says: a prime minister is not "the minister".
pub(crate) fn is_office_apart(role: &str) -> bool {
    role.split([' ', '-'])
        .any(|w| matches!(w, "prime" | "vice" | "deputy" | "former" | "acting" | "opposition" | "rebel"))
}

/// "the bloc", "the group", "the alliance": the body named last.
fn body(scene: &Scene, names: &Names, at: usize) -> Found {
    let words = &scene.words;
    if words.low(at) != "the" || words.capital(at + 1) {
        return None;
    }
    let armed = matches!(
        words.low(at + 1),
        "group" | "movement" | "militia" | "militants" | "rebels" | "guerrillas" | "insurgents"
    );
    let civil = matches!(
        words.low(at + 1),
        "bloc"
            | "alliance"
            | "organisation"
            | "organization"
            | "group"
            | "movement"
            | "agency"
            | "council"
            | "party"
            | "ministry"
            | "court"
            | "department"
            | "company"
    );
    if !armed && !civil || words.is(at + 2, Tags::BODY) {
        return None;
    }
    let kind =
        |actor: &Actor| armed && actor.kind == ActorKind::ArmedGroup || civil && actor.kind == ActorKind::Organisation;
    // "the alliance" is of states: no ministry, no conference and no bank, where one that can be so called was named.
    let of_states = matches!(words.low(at + 1), "bloc" | "alliance");
    let military = words.low(at + 1) == "alliance";
    let can_be = |actor: &Actor| kind(actor) && actor.of.is_none() && is_league(&actor.name, military);
    let here = start(scene, at);
    let fitting = if of_states { last_named(names, here, REACH * 4, can_be) } else { Vec::new() };
    let last = fitting.first().copied().or_else(|| last_named(names, here, REACH / 2, kind).first().copied())?;
    Some((at + 2, vec![last]))
}

/// Whether the name is of a body that states make up, for their defence where it is called an alliance.
fn is_league(name: &str, military: bool) -> bool {
    name.split([' ', '-']).any(|w| match w {
        "NATO" | "Alliance" | "Pact" | "CSTO" | "Treaty" => true,
        "Union" | "Community" | "Organisation" | "Organization" | "Association" | "League" | "Commonwealth" => {
            !military
        }
        "ECOWAS" | "ASEAN" | "BRICS" | "Cooperation" => !military,
        _ => false,
    })
}

/// The mention that begins at this byte.
pub(super) fn mention_from(names: &Names, offset: usize) -> Option<super::super::annotated::Mention> {
    let at = names.mentions.partition_point(|m| m.span.start < offset);
    names
        .mentions
        .get(at)
        .copied()
        .filter(|m| m.span.start == offset && m.form != MentionForm::Seat && !Span::is_empty(m.span))
}

#[cfg(test)]
mod tests {
    use super::super::testing::references;

    #[test]
    fn words_for_people_and_parties_are_settled_by_the_text() {
        for (text, expected) in [
            (
                "President Ramiro Duarte of Bolivia met Halvard Brekke, the Norwegian premier. The two leaders smiled.",
                "The two leaders = Ramiro Duarte + Halvard Brekke",
            ),
            ("Bolivia and Peru met. The two sides agreed.", "The two sides = Bolivia + Peru"),
            (
                "Bolivia's president, Ramiro Duarte, called. Then the Bolivian leader slept.",
                "the Bolivian leader = Ramiro Duarte",
            ),
            ("The African Union met. Then the bloc adjourned.", "the bloc = African Union"),
            // An alliance is of states for their defence, whatever body was named since.
            ("NATO and the World Bank met. Then the alliance adjourned.", "the alliance = NATO"),
            (
                "US Secretary of State Ann Bellamy called. Then the American secretary of state slept.",
                "the American secretary of state = Ann Bellamy",
            ),
            (
                "Bolivia's foreign minister, Ramiro Duarte, saw Peru's foreign minister, Luis Paz. He called his Peruvian opposite number a friend.",
                "his Peruvian opposite number = Luis Paz",
            ),
            ("North Korea and South Korea met. Both Koreas agreed.", "Both Koreas = North Korea + South Korea"),
        ] {
            assert!(references(text).iter().any(|r| r == expected), "{text}: {:?}", references(text));
        }
    }

    #[test]
    fn what_is_not_settled_is_left_out() {
        assert_eq!(references("Senator Lucia Duarte met Senator Ana Quispe. She left."), Vec::<String>::new());
        assert_eq!(references("The two leaders smiled."), Vec::<String>::new());
    }
}
