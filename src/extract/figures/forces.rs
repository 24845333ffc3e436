//! The forces of a text: the states, groups and missions that soldiers and losses can be of, and how much it tells of
//! each.

use foldhash::{HashMap, HashMapExt};

use super::side::force_of;
use crate::extract::parties::View;
use crate::extract::{ActorId, ActorKind};

/// No shorter word of a name stands for it.
const SHORTEST: usize = 5;

/// What sort of force it is, as its nouns fit it: a state has regiments, a group guerrillas, a mission peacekeepers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    State,
    Group,
    Body,
}

/// One of them.
pub(super) struct Force {
    pub(super) id: ActorId,
    pub(super) sort: Sort,
    /// How often the text tells of it or of its people.
    pub(super) told: usize,
}

/// All of them.
pub(super) struct Forces {
    pub(super) all: Vec<Force>,
    of_actor: Vec<Option<usize>>,
    /// What the groups are called for short: "the Tigers", by a word of their name that no other has.
    short: HashMap<String, Option<usize>>,
    /// The two told of most, the first of them first.
    pub(super) foremost: [Option<usize>; 2],
    /// The one of each sort that is told of most.
    pub(super) most: [Option<usize>; 3],
}

impl Forces {
    pub(super) fn new(view: &View<'_>) -> Self {
        let actors = &view.names.actors;
        let kinds: HashMap<&str, ActorKind> = actors.iter().map(|a| (a.id.as_str(), a.kind)).collect();
        let mut number: HashMap<ActorId, usize> = HashMap::new();
        let mut all: Vec<Force> = Vec::new();
        let of_actor: Vec<Option<usize>> = (0..actors.len())
            .map(|a| {
                let id = force_of(view, a)?;
                let sort = match kinds.get(id.as_str()) {
                    Some(ActorKind::ArmedGroup) => Sort::Group,
                    Some(ActorKind::Organisation | ActorKind::Person) => Sort::Body,
                    Some(ActorKind::State) | None => Sort::State,
                };
                Some(*number.entry(id.clone()).or_insert_with(|| {
                    all.push(Force { id, sort, told: 0 });
                    all.len() - 1
                }))
            })
            .collect();
        for party in &view.parties {
            for force in party.actors.iter().filter_map(|&a| of_actor[a]) {
                all[force].told += 1;
            }
        }
        // A country is told of by its towns, too.
        for force in view.names.places.iter().filter_map(|place| number.get(place.of.as_ref()?)) {
            all[*force].told += 1;
        }
        let mut foremost = [None; 2];
        for f in (0..all.len()).filter(|&f| all[f].sort != Sort::Body) {
            let told = |other: Option<usize>| other.map_or(0, |o| all[o].told);
            if all[f].told > told(foremost[0]) {
                foremost = [Some(f), foremost[0]];
            } else if all[f].told > told(foremost[1]) {
                foremost[1] = Some(f);
            }
        }
        let mut short: HashMap<String, Option<usize>> = HashMap::new();
        for (a, actor) in actors.iter().enumerate().filter(|(_, actor)| actor.kind == ActorKind::ArmedGroup) {
            for word in actor.name.split(' ').filter(|w| w.len() >= SHORTEST && w.ends_with('s')) {
                let entry = short.entry(word.to_owned()).or_insert(of_actor[a]);
                if *entry != of_actor[a] {
                    *entry = None;
                }
            }
        }
        let most = [Sort::State, Sort::Group, Sort::Body]
            .map(|sort| (0..all.len()).filter(|&f| all[f].sort == sort).max_by_key(|&f| all[f].told));
        Self { all, of_actor, short, foremost, most }
    }

    /// The force that an actor's people are of.
    pub(super) fn of(&self, actor: usize) -> Option<usize> {
        self.of_actor.get(actor).copied().flatten()
    }

    /// The group that is called so for short.
    pub(super) fn called(&self, word: &str) -> Option<usize> {
        self.short.get(word).copied().flatten()
    }

    /// The force of this name.
    pub(super) fn by_id(&self, id: &ActorId) -> Option<usize> {
        self.all.iter().position(|f| f.id == *id)
    }
}
