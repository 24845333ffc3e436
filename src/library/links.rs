//! How the briefings of a library hang together: where an actor is named, and with whom.

use std::collections::BTreeMap;

use super::{FileId, Library};
use crate::extract::{Actor, ActorKind};

/// What the library holds on one actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dossier {
    /// Its identity.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: ActorKind,
    /// The roles it is given, each once, latest briefing first.
    pub roles: Vec<String>,
    /// The briefings that name it, in the order of the list, with the number of mentions.
    pub briefings: Vec<(FileId, usize)>,
    /// The actors it appears with, those of most briefings first.
    pub companions: Vec<Companion>,
}

/// An actor that appears in the same briefings as another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Companion {
    /// Its identity.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: ActorKind,
    /// In how many briefings both are named.
    pub briefings: usize,
    /// How often it is named in those.
    pub mentions: usize,
}

impl Library {
    /// The files that name the actor, in the order of the list.
    pub fn naming<'l>(&'l self, actor: &'l str) -> impl Iterator<Item = (FileId, &'l Actor)> + 'l {
        self.documents().filter_map(move |(id, document)| {
            let actor = document.findings.actors.iter().find(|a| a.id == actor && !a.mentions.is_empty())?;
            Some((id, actor))
        })
    }

    /// Gathers what the library holds on an actor; `None` where no briefing that is read names it.
    #[must_use]
    pub fn dossier(&self, actor: &str) -> Option<Dossier> {
        let mut dossier: Option<Dossier> = None;
        let mut companions: BTreeMap<&str, Companion> = BTreeMap::new();
        for (file, here) in self.naming(actor) {
            let dossier = dossier.get_or_insert_with(|| Dossier {
                id: here.id.clone(),
                name: here.name.clone(),
                kind: here.kind,
                roles: Vec::new(),
                briefings: Vec::new(),
                companions: Vec::new(),
            });
            dossier.briefings.push((file, here.mentions.len()));
            let role = here.role.as_ref().map(|role| match here.of.as_deref().map(|of| self.name_of(of)) {
                Some(of) => format!("{role}, {of}"),
                None => role.clone(),
            });
            dossier.roles.extend(role.filter(|r| !dossier.roles.contains(r)));
            let others = self.document(file).into_iter().flat_map(|d| &d.findings.actors);
            for other in others.filter(|o| o.id != actor && !o.mentions.is_empty()) {
                let companion = companions.entry(&other.id).or_insert_with(|| Companion {
                    id: other.id.clone(),
                    name: other.name.clone(),
                    kind: other.kind,
                    briefings: 0,
                    mentions: 0,
                });
                companion.briefings += 1;
                companion.mentions += other.mentions.len();
            }
        }
        let mut dossier = dossier?;
        dossier.companions = companions.into_values().collect();
        dossier.companions.sort_by(|a, b| {
            (b.briefings, b.mentions).cmp(&(a.briefings, a.mentions)).then_with(|| a.name.cmp(&b.name))
        });
        Some(dossier)
    }

    /// The name that goes with an actor's id, where a briefing has it; else the id itself.
    #[must_use]
    pub fn name_of(&self, id: &str) -> String {
        self.naming(id).next().map_or_else(|| id.to_owned(), |(_, actor)| actor.name.clone())
    }
}
