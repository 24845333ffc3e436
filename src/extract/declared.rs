//! What a briefing's front matter declares, laid over what is found in it.
//!
//! Declared actors are known while the text's names are found, as if they stood in the lexicon; then what is said of them
//! counts. A declared figure or meeting takes the place of those found in its words.

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};

use super::annotated::{Annotated, Names};
use super::lexicon::fold::{fold, kebab};
use super::lexicon::{Lexicon, OwnLexicon};
use super::trail::{Aspect, DECLARED, Finding, Reason, Trail};
use super::{
    Actor, ActorId, ActorKind, Bound, Figure, FigureKind, Meeting, MeetingForm, MeetingStatus, Precision, names,
};
use crate::briefing::{Declared, DeclaredActor};
use crate::text::Span;

/// What is declared of one briefing.
pub(crate) struct Declarations<'d> {
    declared: &'d Declared,
    trail: &'d Trail,
    /// The lexicon, with the declared actors where there are any.
    lexicon: Known<'d>,
    /// The id and the kind of each declared actor.
    actors: Vec<(ActorId, ActorKind)>,
}

enum Known<'d> {
    Given(&'d Lexicon),
    Extended(Box<Lexicon>),
}

impl<'d> Declarations<'d> {
    /// Settles who the declared actors of a briefing are.
    pub(crate) fn new(annotated: &'d Annotated<'_>, lexicon: &'d Lexicon) -> Self {
        let declared = &annotated.briefing.declared;
        let mut own = Self { declared, trail: &annotated.trail, lexicon: Known::Given(lexicon), actors: Vec::new() };
        if declared.actors.is_empty() {
            return own;
        }
        let entry = |actor: &DeclaredActor| {
            let id = actor.id.as_deref().and_then(|id| lexicon.id_of(id));
            id.or_else(|| lexicon.id_of(actor.name.as_deref()?).filter(|_| actor.id.is_none()))
        };
        // Who is neither known nor described may be found without help: then it is what it is found to be.
        let unknown = |actor: &&DeclaredActor| actor.kind.is_none() && entry(actor).is_none();
        let found = declared.actors.iter().any(|a| unknown(&a)).then(|| names::find(annotated, lexicon));
        let mut extended = String::new();
        for actor in &declared.actors {
            let known = entry(actor).map(str::to_owned);
            let alike = found.as_ref().and_then(|names| alike(&names.actors, actor, annotated.text()));
            let said = actor.id.as_deref().or(actor.name.as_deref()).unwrap_or_default();
            let id = known.clone().or_else(|| alike.map(|a| a.id.clone())).unwrap_or_else(|| kebab(said));
            let by_entry = known.as_deref().and_then(|id| lexicon.by_id(id)).and_then(|e| e.actor());
            let kind = actor.kind.as_deref().map(|kind| word(kind, ActorKind::Organisation));
            let kind = kind.or(by_entry).or_else(|| alike.map(|a| a.kind)).unwrap_or(ActorKind::Organisation);
            if let Some(name) = actor.name.as_deref().filter(|_| !kebab(&id).is_empty()) {
                extended.push_str(&row(kind, &id, name));
            }
            own.actors.push((id, kind));
        }
        let mut lexicon = lexicon.with(&OwnLexicon::parse("front matter", &extended));
        // What is declared is not hidden.
        own.actors.iter().for_each(|(id, _)| _ = lexicon.hidden.remove(id));
        own.lexicon = Known::Extended(Box::new(lexicon));
        own
    }

    /// The lexicon that the briefing is to be read by.
    pub(crate) fn lexicon(&self) -> &Lexicon {
        match &self.lexicon {
            Known::Given(lexicon) => lexicon,
            Known::Extended(lexicon) => lexicon,
        }
    }

    /// Lets what is said of actors count; those that the text does not name come last, without a mention.
    pub(crate) fn actors(&self, names: &mut Names) {
        for (said, (id, kind)) in self.declared.actors.iter().zip(&self.actors) {
            let of = said.of.as_deref().map(|of| self.id(of, names)).filter(|of| of != id);
            let found = names.actors.iter().position(|a| a.id == *id || is_it(a, said));
            let at = found.unwrap_or_else(|| {
                let entry = self.lexicon().by_id(id);
                let name = entry.map_or_else(|| id.clone(), |e| e.name.clone());
                let of = entry.and_then(|e| e.of.clone());
                names.actors.push(Actor { id: id.clone(), name, kind: *kind, role: None, of, mentions: Vec::new() });
                names.actors.len() - 1
            });
            let actor = &mut names.actors[at];
            self.note(Finding::Actor, &actor.mentions);
            actor.id.clone_from(id);
            actor.kind = *kind;
            actor.name = said.name.clone().unwrap_or_else(|| actor.name.clone());
            actor.role = said.role.clone().or(actor.role.take());
            actor.of = of.or(actor.of.take());
        }
    }

    /// Puts the declared figures in the place of those found in their words. One without a place comes last.
    pub(crate) fn figures(&self, figures: &mut Vec<Figure>, names: &Names) {
        for said in &self.declared.figures {
            figures.retain(|figure| said.span.is_none_or(|span| !figure.span.overlaps(span)));
        }
        for said in &self.declared.figures {
            self.note(Finding::Figure, said.span.as_slice());
            figures.push(Figure {
                kind: word(&said.kind, FigureKind::Personnel),
                what: said.what.clone(),
                low: said.low,
                high: said.high,
                bound: word(&said.bound, Bound::Exact),
                side: said.side.as_deref().map(|side| self.id(side, names)),
                place: said.place.clone(),
                said_by: said.said_by.as_deref().map(|by| self.id(by, names)),
                as_of: None,
                span: said.span.unwrap_or(Span::new(0, 0)),
            });
        }
        if !self.declared.figures.is_empty() {
            figures.sort_by_key(|figure| (figure.span.is_empty(), figure.span.start));
        }
    }

    /// Puts the declared meetings in the place of those found in their words. One without a place comes last.
    pub(crate) fn meetings(&self, meetings: &mut Vec<Meeting>, names: &Names) {
        for said in &self.declared.meetings {
            meetings.retain(|meeting| !meeting.mentions.iter().any(|m| said.mentions.iter().any(|s| s.overlaps(*m))));
        }
        for said in &self.declared.meetings {
            self.note(Finding::Meeting, &said.mentions);
            let mut participants: Vec<ActorId> = Vec::new();
            for id in said.participants.iter().map(|who| self.id(who, names)) {
                if !participants.contains(&id) {
                    participants.push(id);
                }
            }
            meetings.push(Meeting {
                form: word(&said.form, MeetingForm::Other),
                date: said.date,
                date_end: said.date_end,
                precision: word(&said.precision, Precision::None),
                date_text: said.date_text.clone(),
                place: said.place.clone(),
                participants,
                status: word(&said.status, MeetingStatus::Proposed),
                mentions: said.mentions.clone(),
            });
        }
        if !self.declared.meetings.is_empty() {
            meetings.sort_by_key(|meeting| meeting.mentions.first().map_or(usize::MAX, |m| m.start));
        }
    }

    /// Notes that what stands at `spans` is declared.
    fn note(&self, finding: Finding, spans: &[Span]) {
        for &subject in spans {
            self.trail.because(|| Reason { finding, subject, aspect: Aspect::Found, rule: &DECLARED, words: subject });
        }
    }

    /// The id of the party that an id or a name means: an actor of the text, else one that is known, else the name's own.
    fn id(&self, said: &str, names: &Names) -> ActorId {
        let here = names.actors.iter().find(|a| a.id == said || fold(&a.name) == fold(said));
        let known = || self.lexicon().id_of(said).map(str::to_owned);
        here.map(|a| a.id.clone()).or_else(known).unwrap_or_else(|| kebab(said))
    }
}

/// Whether an actor is the declared one, by its id or its name.
fn is_it(actor: &Actor, said: &DeclaredActor) -> bool {
    match (&said.id, &said.name) {
        (Some(id), _) => actor.id == *id,
        (None, Some(name)) => fold(&actor.name) == fold(name),
        (None, None) => false,
    }
}

/// The actor that is the declared one, else the one that the text calls so ("Putin").
fn alike<'a>(actors: &'a [Actor], said: &DeclaredActor, text: &str) -> Option<&'a Actor> {
    let by_name = actors.iter().find(|a| is_it(a, said));
    by_name.or_else(|| {
        let name = said.name.as_deref().filter(|_| said.id.is_none()).map(fold)?;
        actors.iter().find(|a| a.mentions.iter().any(|m| fold(m.of(text)) == name))
    })
}

/// A lexicon's entry for a declared actor.
fn row(kind: ActorKind, id: &str, name: &str) -> String {
    let array = match kind {
        ActorKind::Person => "person",
        ActorKind::State => "state",
        ActorKind::Organisation => "organisation",
        ActorKind::ArmedGroup => "armed_group",
    };
    let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
    format!("[[{array}]]\nname = {}\nid = {}\n", quoted(name), quoted(&kebab(id)))
}

/// The value that a word of the front matter stands for; `briefing` has checked that it is one of them.
fn word<'w, T: Deserialize<'w>>(word: &'w str, otherwise: T) -> T {
    let deserializer: StrDeserializer<'w, Error> = word.into_deserializer();
    T::deserialize(deserializer).unwrap_or(otherwise)
}

#[cfg(test)]
mod tests {
    use super::super::{Bound, FigureKind, MeetingForm, MeetingStatus, Precision};
    use super::*;
    use crate::briefing::{ACTOR_KINDS, BOUNDS, FIGURE_KINDS, FORMS, PRECISIONS, STATUSES};

    /// Whether each word gives the value that is written so.
    fn all<T: for<'w> Deserialize<'w> + serde::Serialize>(words: &[&str]) {
        for &said in words {
            let value = T::deserialize(IntoDeserializer::<Error>::into_deserializer(said)).unwrap();
            assert_eq!(serde_json::to_value(value).unwrap(), said);
        }
    }

    #[test]
    fn every_word_that_front_matter_may_use_is_known_here() {
        all::<ActorKind>(&ACTOR_KINDS);
        all::<FigureKind>(&FIGURE_KINDS);
        all::<Bound>(&BOUNDS);
        all::<MeetingForm>(&FORMS);
        all::<Precision>(&PRECISIONS);
        all::<MeetingStatus>(&STATUSES);
    }
}
