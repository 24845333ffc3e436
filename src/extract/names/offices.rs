//! Offices beside a name: what is held, and of which state or body.
//!
//! Those before it are found here: "Venezuelan President …", "India's foreign secretary, …", "the British and Italian
//! prime ministers, … and …"; those behind it in `office_behind`.

use std::ops::Range;

use super::super::ActorKind;
use super::super::lexicon::grammar::Tags;
use super::super::lexicon::{Entry, Form};
use super::office_words::{is_verb_like, modifiers_before, role, role_end};
use super::owners::{force_before, main_state, owner_by_word, party_at};
use super::{Scene, is_kind};
use crate::text::TokenKind;

/// What stands beside a name.
#[derive(Debug, Clone, Default)]
pub(super) struct Office {
    /// The office in lower case without the country; none where only a rank, an honorific or a relation is said.
    pub(super) role: Option<String>,
    /// Whose office it is; several for several names in turn.
    pub(super) of: Vec<String>,
    /// Whether it is for all the names of a list.
    pub(super) plural: bool,
    /// Whether it is over ("former president").
    pub(super) former: bool,
    pub(super) female: Option<bool>,
    /// Whether words say whose it is ("her foreign minister"), even where it is not known who that is.
    pub(super) owned: bool,
    /// Whether it is only a relation that shows the side: "his Japanese counterpart".
    pub(super) sided: bool,
    /// Whether the title touches the name, so that even a single word is a name.
    pub(super) close: bool,
    /// Whether a pronoun says whose it is, which may mean another than it seems.
    pub(super) by_pronoun: bool,
    /// The tokens that say so.
    pub(super) tokens: Range<usize>,
}

/// The office before the name that begins at token `name`.
pub(super) fn before(scene: &mut Scene, name: usize) -> Option<Office> {
    let mut office = Office::default();
    let mut end = name;
    let mut titled = false;
    while let Some(previous) = title_before(scene, end) {
        let word = scene.words.low(previous);
        if scene.words.is(previous, Tags::MALE) {
            office.female = Some(false);
        } else if scene.words.is(previous, Tags::FEMALE) {
            office.female = Some(true);
        }
        let _ = word;
        titled = true;
        end = previous;
    }
    office.close = titled;
    office.tokens = end..name;
    let comma = end > 0 && scene.words.of(end - 1) == "," && !scene.words.is(end.saturating_sub(2), Tags::MONTH);
    if comma {
        end -= 1;
        end = before_bracket(scene, end);
    }
    let Some((head, role_end)) = head_before(scene, end, comma) else {
        return titled.then_some(office);
    };
    let from = modifiers_before(scene, head, &mut office);
    office.close |= !comma && role_end == end;
    office.tokens = from..name;
    fill(scene, &mut office, from, head, role_end, end);
    Some(office)
}

/// Before a bracket that ends at `end`: "the head of the UN mission (UNAMET), …".
fn before_bracket(scene: &Scene, end: usize) -> usize {
    if end < 3 || scene.words.of(end - 1) != ")" {
        return end;
    }
    (end.saturating_sub(6)..end).rev().find(|&t| scene.words.of(t) == "(").unwrap_or(end)
}

/// The token where an honorific or rank right before `end` begins.
fn title_before(scene: &Scene, end: usize) -> Option<usize> {
    let mut at = end.checked_sub(1)?;
    if scene.words.of(at) == "." {
        at = at.checked_sub(1)?;
    }
    // "Foreign Minister Prince Faisal"
    let noble = matches!(scene.words.low(at), "prince" | "princess" | "king" | "queen")
        && at > 0
        && scene.words.is(at - 1, Tags::OFFICE);
    if noble {
        return Some(at);
    }
    if scene.words.kind(at) != TokenKind::Word || !scene.words.is(at, Tags::HONORIFIC.with(Tags::RANK)) {
        return None;
    }
    // "secretary general", "attorney general": an office. "general" in small letters is an adjective.
    let general = scene.words.low(at) == "general";
    if general
        && at > 0
        && matches!(
            scene.words.low(at - 1),
            "secretary" | "director" | "attorney" | "solicitor" | "consul" | "inspector"
        )
    {
        return None;
    }
    // "the Norwegian general Aasta Lund"
    let national = scene.words.is(at, Tags::RANK)
        && scene.words.capital(end)
        && scene.hit_to(at).is_some_and(|hit| scene.meanings(hit).any(|(.., form)| form == Form::Demonym));
    if national {
        return Some(at);
    }
    let rank = scene.words.is(at, Tags::RANK);
    let capital = scene.words.capital(at);
    // "commander" and "captain" are offices of their own where they stand in small letters.
    (capital || !rank && scene.words.low(at) != "u" && !scene.words.is(at, Tags::KIN.with(Tags::OCCUPATION)))
        .then_some(at)
}

/// The head noun of the office that ends at token `end`, and where the role's own words end.
fn head_before(scene: &Scene, end: usize, comma: bool) -> Option<(usize, usize)> {
    let words = &scene.words;
    let last = end.checked_sub(1)?;
    if words.kind(last) != TokenKind::Word && words.kind(last) != TokenKind::Possessive {
        return None;
    }
    if words.is(last, Tags::OFFICE.with(Tags::LEADERS)) && !is_verb_like(scene, last) {
        return Some((last, end));
    }
    if words.low(last) == "general" && last > 0 && words.is(last - 1, Tags::OFFICE) {
        return Some((last - 1, end));
    }
    if comma && words.is(last, Tags::KIN.with(Tags::OCCUPATION)) {
        return Some((last, end));
    }
    // "secretary of state", "commander of the RSF, …", "spokesman for the Chinese foreign ministry, …"
    let reach = if comma { 14 } else { 6 };
    let mut at = last;
    while at > 0 && last - at < reach {
        at -= 1;
        if words.is(at, Tags::OFFICE.with(Tags::LEADERS).with(Tags::KIN)) {
            let joint = words.low(at + 1);
            if !matches!(joint, "of" | "for" | "to" | "in" | "at" | "on" | "general") {
                return None;
            }
            let role_end = role_end(scene, at);
            let first = if words.low(role_end + 1) == "the" { role_end + 2 } else { role_end + 1 };
            let tail = party_at(scene, first).is_some_and(|(_, to)| to == end);
            return (comma || role_end == end || tail).then_some((at, role_end));
        }
        if matches!(words.kind(at), TokenKind::Break | TokenKind::Punctuation)
            || words.is(at, Tags::SPEECH.with(Tags::VERB)) && !words.capital(at) && words.low(at) != "state"
        {
            return None;
        }
    }
    None
}

/// Fills in role and holder of the office whose words are `from..role_end`, with its tail up to `end`.
pub(super) fn fill(scene: &mut Scene, office: &mut Office, from: usize, head: usize, role_end: usize, end: usize) {
    office.plural = scene.words.is(head, Tags::LEADERS)
        && scene.words.low(head).ends_with(['s', 'n'])
        && !scene.words.is(head, Tags::OFFICE);
    if scene.words.is(head, Tags::OFFICE.with(Tags::LEADERS)) && !scene.words.is(head, Tags::KIN) {
        office.role = Some(role(scene, from, role_end, office.plural));
    }
    if office.female.is_none() {
        office.female = match scene.words.low(head) {
            "spokeswoman" | "chairwoman" | "queen" | "princess" | "wife" | "daughter" | "sister" | "mother" => {
                Some(true)
            }
            "king" | "prince" | "son" | "brother" | "father" | "husband" => Some(false),
            _ => None,
        };
    }
    office.of = holders(scene, from, role_end, end, &mut office.by_pronoun);
    office.owned = from > 0
        && (matches!(scene.words.low(from - 1), "his" | "her" | "their" | "its")
            || scene.words.kind(from - 1) == TokenKind::Possessive);
    office.sided =
        matches!(scene.words.low(head), "counterpart" | "counterparts" | "officer" | "negotiator" | "commander");
    if scene.words.low(head).starts_with("counterpart") {
        office.role = None;
    }
}

/// The organisation or group that an office is of, by the words behind it: "commander of UNPROFOR".
fn body_behind<'a>(scene: &Scene<'a>, role_end: usize) -> Option<&'a Entry> {
    let at = if scene.words.low(role_end + 1) == "the" { role_end + 2 } else { role_end + 1 };
    let hit = scene.hit_from(at).filter(|_| scene.words.low(role_end) == "of")?;
    let entry = &scene.lexicon.entries[scene.state_or_body(hit)? as usize];
    is_kind(entry, &[ActorKind::Organisation, ActorKind::ArmedGroup]).then_some(entry)
}

/// Whose office it is: the owner before its words, or the one in its tail.
fn holders(scene: &mut Scene, from: usize, role_end: usize, end: usize, by_pronoun: &mut bool) -> Vec<String> {
    let mut out = Vec::new();
    if let Some(holder) = scene.holder_before(from) {
        // "the British and Italian prime ministers"
        let mut first = holder.from;
        // "Nato's force took over; its Canadian commander": the adjective is the person's.
        let leads = matches!(scene.words.low(role_end - 1), "commander" | "head" | "chief" | "chairman" | "director");
        if leads
            && first > 0
            && matches!(scene.words.low(first - 1), "its" | "whose")
            && let Some(owner) = owner_by_word(scene, first)
        {
            return vec![owner];
        }
        out.push(holder.id);
        while first > 1 && matches!(scene.words.low(first - 1), "and" | ",") {
            let Some(other) = scene.holder_before(first - 1) else { break };
            first = other.from;
            out.insert(0, other.id);
        }
        // "the French commander of the United Nations force": the adjective is the person's, the office the body's.
        if let ([state], Some(body)) = (out.as_slice(), body_behind(scene, role_end))
            && scene.words.kind(from - 1) != TokenKind::Possessive
            && body.of.as_ref() != Some(state)
        {
            return vec![body.id.clone()];
        }
        return out;
    }
    // "their foreign ministers", "his counterpart": not of one side, and of another.
    let others = scene.words.is(role_end.saturating_sub(1), Tags::LEADERS)
        || scene.words.low(role_end - 1).starts_with("counterpart");
    if let Some(id) = owner_by_word(scene, from).filter(|_| !others) {
        *by_pronoun = from > 0 && matches!(scene.words.low(from - 1), "his" | "her" | "its" | "their");
        return vec![id];
    }
    let first = if scene.words.low(role_end + 1) == "the" { role_end + 2 } else { role_end + 1 };
    if scene.words.low(role_end) == "of" && matches!(scene.words.low(first), "army" | "military" | "armed" | "junta") {
        return force_before(scene, from).or_else(|| main_state(scene)).into_iter().collect();
    }
    let mut at = role_end;
    if matches!(scene.words.low(at), "of" | "for" | "to" | "in" | "at" | "on") {
        while at < end {
            at += 1;
            if let Some((id, to)) = party_at(scene, at) {
                // "Ukraine's National Security Council": the body, not the state before it.
                let owner = scene.words.kind(to) == TokenKind::Possessive && to < end;
                let adjective = scene.lexicon.by_id(&id).is_some_and(|e| is_kind(e, &[ActorKind::State]))
                    && party_at(scene, to).is_some();
                let next = if owner { to + 1 } else { to };
                match party_at(scene, next).filter(|_| owner || adjective) {
                    Some((body, to)) => {
                        out.push(body);
                        at = to - 1;
                    }
                    None => {
                        out.push(id);
                        at = to - 1;
                    }
                }
                if !matches!(scene.words.low(at + 1), "and" | ",") {
                    break;
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::testing::people;

    #[test]
    fn whose_an_office_is() {
        for (text, expected) in [
            ("The Norwegian commander of UNIFIL, Aasta Lund, left.", "Aasta Lund: commander of unifil"),
            ("Aasta Lund, who heads Unifil, left.", "Aasta Lund: - of unifil"),
            ("Unifil moved. Its Norwegian commander, Aasta Lund, left.", "Aasta Lund: commander of unifil"),
            ("Envoys came, among them Aasta Lund of the EU.", "Aasta Lund: - of european-union"),
            (
                "Bolivia's acting deputy foreign minister, Ana Quispe, left.",
                "Ana Quispe: acting deputy foreign minister of bolivia",
            ),
            (
                "Ana Quispe, secretary of Bolivia's National Defence Council, left.",
                "Ana Quispe: secretary of bolivian-national-defence-council",
            ),
            ("Bolivia waited. Its president, Ana Quispe, left.", "Ana Quispe: president of bolivia"),
            ("US secretary of state Ana Quispe left.", "Ana Quispe: secretary of state of united-states"),
            ("Former Bolivian president Ana Quispe left.", "Ana Quispe: president of bolivia"),
            (
                "The head of the African Union mission in Bolivia (AUMIB), Ana Quispe, left.",
                "Ana Quispe: head of african-union",
            ),
            ("The Houthis' military spokesman, Adel Zorri, left.", "Adel Zorri: military spokesman of houthis"),
        ] {
            assert_eq!(people(text), [expected], "{text}");
        }
    }

    #[test]
    fn an_office_beside_another_name_is_not_shared() {
        assert_eq!(
            people("Norway's Halvard Brekke, the Danish envoy Mette Lund and others met."),
            ["Halvard Brekke: - of norway", "Mette Lund: envoy of denmark"]
        );
        assert_eq!(
            people("Norway's premier, Halvard Brekke, met his counterpart, Ana Quispe.")[1],
            "Ana Quispe: - of -"
        );
    }
}
