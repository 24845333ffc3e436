//! People: known ones by their full names, others by what stands around the name.

use std::borrow::Cow;
use std::ops::Range;

use super::super::ActorKind;
use super::super::lexicon::Form;
use super::super::lexicon::grammar::Tags;
use super::super::trail::Aspect;
use super::evidence::{family_first, looks_like_other, shows};
use super::extent::{extent, is_name_word, may_be_part, person_hit};
use super::identity::{best, identify, respelt};
use super::marks::each;
use super::offices::{self, Office};
use super::owners;
use super::{NO_NAME, Scene, is_kind, office_behind, rules};
use crate::text::TokenKind;

/// Finds people by full names and titles.
pub(super) fn find(scene: &mut Scene) {
    // Names that only other people's names show to be a person's are taken at the second look.
    for again in [false, true] {
        let mut list = None;
        let names = scene.words.candidates.names.clone();
        each(&names, |at| person_at(scene, at, again, &mut list));
    }
}

/// An office of several people, while their names are read off: "the presidents of France and Finland, …".
type List = Option<(Office, usize, usize)>;

/// A person whose name begins at `at`: the token behind it.
fn person_at(scene: &mut Scene, at: usize, again: bool, list: &mut List) -> Option<usize> {
    if !begins_name(scene, at) {
        return None;
    }
    let (to, known) = extent(scene, at)?;
    let before = offices::before(scene, at);
    let joined = list.as_ref().filter(|l| joins(scene, l.1, at)).map(|l| (l.0.clone(), l.2));
    let behind = office_behind::behind(scene, to);
    let owned = before.iter().chain(&behind).any(|o| o.owned);
    let count = (at..to).filter(|&t| scene.words.kind(t) == TokenKind::Word).count();
    let close = before.as_ref().is_some_and(|o| o.close);
    if count == 1 && known.is_none() {
        if !close {
            let party = super::surnames::alone(scene, at)?;
            scene.name(party, at, to, &rules::SURNAME);
            return Some(to);
        }
        return single(scene, at, to, before?, list);
    }
    let rule = match () {
        () if known.is_some() => &rules::KNOWN,
        () if before.is_some() => &rules::OFFICE_BEFORE,
        () if joined.is_some() => &rules::OFFICE_SHARED,
        () if behind.is_some() => &rules::OFFICE_BEHIND,
        () => shows(scene, at, to, again)?,
    };
    if known.is_none() && !close && looks_like_other(scene, at, to) {
        scene.reject(at, to, &rules::LIKE_OTHER);
        return None;
    }
    let party = identify(scene, at, to, known, before.as_ref());
    let tokens = (at..to).filter(|&t| scene.words.kind(t) == TokenKind::Word);
    let given: Vec<&str> = tokens.map(|t| scene.words.low(t)).collect();
    let known = scene.cast.parties[party].entry.is_some();
    let family = (!known && family_first(scene, &given)).then(|| given[0].to_owned());
    scene.cast.person_words(party, &given, known, |word| Cow::Owned((*word).to_owned()));
    if let Some(family) = family {
        scene.cast.call_by(&family, party);
    }
    scene.name(party, at, to, rule);
    if let Some(office) = before.filter(|o| !o.plural) {
        give(scene, party, &office, 0, at..to);
        if office.role.is_none()
            && let Some(behind) = &behind
        {
            give(scene, party, behind, 0, at..to);
        }
        *list = None;
    } else if let Some(office) = offices::before(scene, at).filter(|o| o.plural) {
        give(scene, party, &office, 0, at..to);
        *list = Some((office, to, 1));
    } else if let Some((office, index)) = joined {
        give(scene, party, &office, index, at..to);
        *list = Some((office, to, index + 1));
    } else if let Some(behind) = behind {
        give(scene, party, &behind, 0, at..to);
    }
    side_around(scene, party, at, to, owned);
    Some(to)
}

/// Whether only "and" or a comma lies between the last name of a list and this one.
fn joins(scene: &Scene, end: usize, at: usize) -> bool {
    (end..at).all(|t| matches!(scene.words.low(t), "and" | ",")) && at - end <= 2 && at > end
}

/// Whether a name may begin here.
fn begins_name(scene: &Scene, at: usize) -> bool {
    let words = &scene.words;
    if words.kind(at) != TokenKind::Word || !scene.is_free(at, at + 1) || !is_name_word(scene, at) {
        return false;
    }
    let behind_comma_or_title =
        at > 0 && (words.of(at - 1) == "," || words.is(at - 1, Tags::OFFICE.with(Tags::RANK).with(Tags::HONORIFIC)));
    if scene.hit_at[at].is_some() && !behind_comma_or_title && !may_be_part(scene, at, at) && !person_hit(scene, at) {
        return false;
    }
    if words.is(at, NO_NAME) && !person_hit(scene, at) {
        let first_name = words.is(at, Tags::FIRST_NAME) && !words.is(at, Tags::HONORIFIC.with(Tags::RANK));
        if !first_name {
            return false;
        }
    }
    true
}

/// One word behind a title: "Mr Putin", "President Maduro", "Gen Tiani".
fn single(scene: &mut Scene, at: usize, to: usize, office: Office, list: &mut List) -> Option<usize> {
    let key = scene.words.low(at).to_owned();
    let bare = key.split_once('-').filter(|(p, _)| p.len() <= 3).map(|(_, b)| b.to_owned());
    let given = |scene: &Scene| {
        let named = |p: &super::cast::Party<'_>| {
            p.kind == ActorKind::Person && p.given.len() > 1 && p.given.iter().any(|w| **w == key)
        };
        let mut found = scene.cast.given(&key).iter().copied().filter(|&p| named(&scene.cast.parties[p]));
        found.next().filter(|_| found.next().is_none())
    };
    if let Some(party) = super::surnames::choose(scene, &key, at, office.female, &office).or_else(|| given(scene)) {
        scene.name(party, at, to, &rules::TITLED_SURNAME);
        give(scene, party, &office, 0, at..to);
        return Some(to);
    }
    if scene.hit_from(at).is_some_and(|hit| {
        scene.state_or_body(hit).is_some_and(|e| {
            is_kind(
                &scene.lexicon.entries[e as usize],
                &[ActorKind::State, ActorKind::Organisation, ActorKind::ArmedGroup],
            ) && !scene.lexicon.aliases[hit.aliases[0] as usize].ambiguous
                && scene.meanings(hit).all(|(_, _, f)| f != Form::Seat)
        })
    }) {
        return None;
    }
    let mut people = scene.lexicon.people_called(&key).to_vec();
    if let Some(bare) = bare {
        people.extend(scene.lexicon.people_called(&bare));
    }
    let role = office.role.as_deref().unwrap_or("");
    // "Foreign Minister Wang": a given name may be meant too, so the lexicon's single names count as well.
    if let Some(hit) = scene.hit_from(at) {
        people.extend(scene.meanings(hit).filter(|(e, ..)| is_kind(e, &[ActorKind::Person])).map(|(_, i, _)| i));
    }
    people.sort_unstable();
    people.dedup();
    let party = match best(scene, &people, Some(&office), false) {
        Some(entry) => scene.cast.of_entry(scene.lexicon, entry, scene.year),
        None if office.plural || role == "deputy" && !scene.words.capital(at - 1) => return None,
        None if scene.words.words[at].heading
            || scene.words.is(at, Tags::BODY.with(Tags::PLACE_NOUN).with(Tags::STOP)) =>
        {
            scene.reject(at, to, &rules::NO_NAME);
            return None;
        }
        None => match respelt(scene, &key) {
            Some(party) => party,
            None => {
                let name = scene.phrase(at, to);
                scene.cast.person(&name)
            }
        },
    };
    scene.name(party, at, to, &rules::TITLED_SURNAME);
    give(scene, party, &office, 0, at..to);
    if office.role.is_none()
        && let Some(behind) = office_behind::behind(scene, to)
    {
        give(scene, party, &behind, 0, at..to);
    }
    if office.plural {
        *list = Some((office, to, 1));
    }
    Some(to)
}

/// Notes the office of a person, unless one was said before.
pub(super) fn give(scene: &mut Scene, party: usize, office: &Office, index: usize, name: Range<usize>) {
    if office.role.is_some() && scene.cast.parties[party].role.is_none() {
        scene.because(name.start, name.end, Aspect::Role, &rules::OFFICE, office.tokens.clone());
    }
    let of = if office.of.len() > 1 { office.of.get(index) } else { office.of.first() };
    let person = &mut scene.cast.parties[party];
    if person.female.is_none() {
        person.female = office.female;
    }
    if person.role.is_none() {
        person.role.clone_from(&office.role);
    }
    // The minister of a ministry is the state's.
    let minister = office.role.as_deref().is_some_and(|r| r.ends_with("minister") || r.ends_with("secretary"));
    let of = of.map(|of| {
        let entry = scene.lexicon.by_id(of).filter(|e| minister && e.class == super::super::lexicon::Class::Executive);
        entry.and_then(|e| e.of.clone()).unwrap_or_else(|| of.clone())
    });
    // Whom the lexicon knows to be another's is, in spite of the pronoun: "Mr Barak … . His secretary of state, Madeleine
    // Albright".
    let doubted = office.by_pronoun && person.entry.is_some() && person.of.is_some();
    if let Some(of) =
        of.filter(|of| !doubted && !person.of_said && (office.role.is_some() || office.sided) && *of != person.id)
    {
        person.of = Some(of);
        person.of_said = true;
        scene.because(name.start, name.end, Aspect::Of, &rules::OF_OFFICE, office.tokens.clone());
    }
}

/// A person's side without an office: "Eritrea's Isaias Afwerki", "Hugh Todd of Guyana".
fn side_around(scene: &mut Scene, party: usize, from: usize, to: usize, owned: bool) {
    let state = |scene: &Scene, id: &str| scene.lexicon.by_id(id).is_some_and(|e| is_kind(e, &[ActorKind::State]));
    let mut side = None;
    let mut rule = &rules::STATE_S_OWN;
    if scene.words.kind(from.wrapping_sub(1)) == TokenKind::Possessive {
        side = scene.holder_before(from).map(|h| h.id).filter(|id| state(scene, id));
    }
    let mut said = false;
    // "Ana Quispe of the EU", "Ana Quispe, of the State Department,"
    let to_of = if scene.words.of(to) == "," && scene.words.low(to + 1) == "of" { to + 1 } else { to };
    if side.is_none() && matches!(scene.words.low(to_of), "of" | "for") {
        let at = if scene.words.low(to_of + 1) == "the" { to_of + 2 } else { to_of + 1 };
        side = scene
            .hit_from(at)
            .and_then(|hit| scene.state_or_body(hit))
            .map(|e| scene.lexicon.entries[e as usize].id.clone());
        // "François Léotard of the EU": what the text says goes before what is known.
        let person = &scene.cast.parties[party];
        let agrees = scene
            .hit_from(at)
            .is_some_and(|hit| scene.meanings(hit).any(|(entry, ..)| Some(&entry.id) == person.of.as_ref()));
        said = side.is_some() && scene.words.low(to_of) == "of" && !person.of_said && !agrees;
    }
    let mut first = from;
    while first > 0
        && (scene.words.is(first - 1, Tags::RANK.with(Tags::HONORIFIC))
            || scene.words.of(first - 1) == "." && scene.words.is(first.saturating_sub(2), Tags::RANK))
    {
        first -= 1;
    }
    let by = |n: usize| first.checked_sub(n).map_or("", |t| scene.words.low(t));
    let led = by(1) == "by" && matches!(by(2), "led" | "headed" | "commanded" | "chaired" | "founded");
    let under = by(1) == "under" && by(2) == ",";
    if led || under {
        side = scene.party_before_in_sentence(from).or(side);
        rule = &rules::OF_LED;
    }
    if side.is_none() && owned && scene.cast.parties[party].role.is_some() && scene.cast.parties[party].of.is_none() {
        side = owners::sentence_state(scene, from);
        rule = &rules::OF_TACIT;
    }
    if side.is_none() && !owned && !scene.cast.parties[party].of_said && scene.cast.parties[party].of.is_none() {
        side = scene.cast.parties[party].role.clone().and_then(|role| owners::tacit_state(scene, &role, from));
        rule = &rules::OF_TACIT;
    }
    let person = &mut scene.cast.parties[party];
    if (person.of.is_none() || said || (led || under) && !person.of_said)
        && let Some(side) = side
    {
        person.of = Some(side);
        scene.because(from, to, Aspect::Of, rule, from..to);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{actors, mentions, people};

    #[test]
    fn titles_offices_and_appositions_make_people() {
        for (text, expected) in [
            ("Foreign Minister Halvard Brekke spoke in Norway.", "Halvard Brekke: foreign minister of norway"),
            ("Norway's defence minister, Ingeborg Tveit, resigned.", "Ingeborg Tveit: defence minister of norway"),
            ("Ingeborg Tveit, the Norwegian defence minister, resigned.", "Ingeborg Tveit: defence minister of norway"),
            ("The rest is noise, said Pavlo Hrynchuk.", "Pavlo Hrynchuk: - of -"),
            ("Bolivia's Evaristo Quispe declined.", "Evaristo Quispe: - of bolivia"),
            ("A spokesman for the Kremlin, Gleb Orlovsky, denied it.", "Gleb Orlovsky: spokesman of kremlin"),
            ("Gen. Tadesse Worku commands there.", "Tadesse Worku: - of -"),
            ("Talks went on with Rear Admiral John \"Buck\" Tanner.", "John \"Buck\" Tanner: - of -"),
        ] {
            assert_eq!(people(text), [expected], "{text}");
        }
    }

    #[test]
    fn one_office_is_shared_out_among_several_names() {
        assert_eq!(
            people("The presidents of Bolivia and Paraguay, Evaristo Quispe and Ramiro Duarte, met."),
            ["Evaristo Quispe: president of bolivia", "Ramiro Duarte: president of paraguay"]
        );
        assert_eq!(
            people("The Norwegian and Danish foreign ministers, Halvard Brekke and Mette Lund, met."),
            ["Halvard Brekke: foreign minister of norway", "Mette Lund: foreign minister of denmark"]
        );
    }

    #[test]
    fn later_mentions_are_one_person() {
        let text = "Norway's premier, Halvard Brekke, called. Mr Brekke was angry. Brekke hung up.";
        assert_eq!(mentions(text, "Halvard Brekke"), ["Halvard Brekke", "Brekke", "Brekke"]);
    }

    #[test]
    fn two_of_one_surname_are_kept_apart_by_title_and_sex() {
        let text =
            "President Ramiro Duarte of Bolivia spoke. His sister, Senator Lucia Duarte, did not. Ms Duarte left.";
        assert_eq!(mentions(text, "Lucia Duarte"), ["Lucia Duarte", "Duarte"]);
        assert_eq!(mentions(text, "Ramiro Duarte"), ["Ramiro Duarte"]);
    }

    #[test]
    fn traps_are_no_people() {
        for text in [
            "Stretches of the Black Sea froze over.",
            "The Trans Saharan Highway was cut on Monday.",
            "Nobody in Koutougou had heard of it.",
            "Share this. Sign up for our newsletter. Cookie Policy. Leave a Reply",
            "In May the Easter Truce held.",
            "Photograph: Sven Olsen/Getty Images",
            "By Sven Olsen in Oslo",
        ] {
            assert_eq!(people(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn a_city_is_a_surname_behind_a_given_name() {
        assert_eq!(actors("Rupert Washington shrugged. Washington left."), ["Rupert Washington"]);
    }
}
