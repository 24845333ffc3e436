//! Lexicons of the reader's own laid over the built-in one: built-in < data folder < `--lexicon`, each over those before.
//!
//! An entry with the id of one that is there corrects it: what it says counts, what it leaves out stays, names are added.
//! A name that is given belongs to its entry alone, unless it is marked ambiguous. Then merges, then what is hidden; an
//! entry of a later layer brings back what an earlier one hides.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use super::build::Builder;
use super::fold::kebab;
use super::own::OwnLexicon;
use super::problem::{LexiconProblem, closest};
use super::{Class, Entry, EntryKind, Form, Lexicon, load};
use crate::extract::ActorKind;

/// The lexicon in force: the built-in one with the reader's own over it. It is built when it is first needed, and clones
/// share it.
#[derive(Debug, Clone, Default)]
pub struct LexiconInForce {
    own: Arc<Vec<OwnLexicon>>,
    built: Arc<OnceLock<(Lexicon, Vec<LexiconProblem>)>>,
}

/// Clones of one are equal; two that were built apart are not.
impl PartialEq for LexiconInForce {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.built, &other.built)
    }
}

impl Eq for LexiconInForce {}

impl LexiconInForce {
    /// The built-in lexicon with `own` over it, in this order: the last one wins.
    #[must_use]
    pub fn new(own: Vec<OwnLexicon>) -> Self {
        Self { own: Arc::new(own), built: Arc::default() }
    }

    /// The lexicon.
    #[must_use]
    pub fn get(&self) -> &Lexicon {
        if self.own.iter().all(OwnLexicon::is_empty) { Lexicon::builtin() } else { &self.layered().0 }
    }

    /// What is wrong with the reader's own, in the order of the files. Costs nothing where there is none.
    #[must_use]
    pub fn problems(&self) -> &[LexiconProblem] {
        if self.own.is_empty() { &[] } else { &self.layered().1 }
    }

    fn layered(&self) -> &(Lexicon, Vec<LexiconProblem>) {
        self.built.get_or_init(|| lay(Lexicon::builtin(), &self.own))
    }
}

/// What a [`Builder`] keeps while a layer is laid over what is there.
#[derive(Debug, Default)]
pub(super) struct Over {
    /// Entries of the row at hand.
    touched: Vec<u32>,
    /// To whom the names of this layer belong, by their node in the tree.
    taken: HashMap<u32, u32>,
    /// Names of the row at hand that another one of the layer has, and that one's id.
    clashes: Vec<(String, String)>,
    /// The first alias of this layer.
    first: usize,
    /// Outlets by their ids.
    outlets: HashMap<String, u32>,
}

impl Builder {
    /// An entry over those that are there.
    pub(super) fn entry_over(&mut self, entry: Entry) -> u32 {
        let known = self.lexicon.by_id.get(&entry.id).copied();
        let known = known.or_else(|| self.over.as_ref()?.outlets.get(&entry.id).copied());
        // Places of one name are several: each is an entry of its own.
        let at = match known.filter(|_| entry.kind != EntryKind::Place) {
            Some(at) => {
                self.correct(at, entry);
                at
            }
            None => self.new_entry(entry),
        };
        if let Some(over) = &mut self.over {
            over.touched.push(at);
        }
        at
    }

    /// Lets what `new` says count for the entry that is there.
    fn correct(&mut self, at: u32, new: Entry) {
        let lexicon = &mut self.lexicon;
        let old = &mut lexicon.entries[at as usize];
        let person = EntryKind::Actor(ActorKind::Person);
        if old.kind == new.kind {
            // Of a state, the class says no more than whether a capital was given.
            if new.class != Class::Other && new.class != Class::CityState {
                old.class = new.class;
            }
        } else {
            if old.kind == person {
                lexicon.by_surname.values_mut().for_each(|list| list.retain(|&e| e != at));
                (old.surname, old.female) = (None, None);
                old.offices.clear();
            }
            (old.kind, old.class) = (new.kind, new.class);
        }
        if old.actor().is_some() {
            lexicon.by_id.insert(old.id.clone(), at);
        } else {
            lexicon.by_id.remove(&old.id);
        }
        (old.name, old.folded) = (new.name, new.folded);
        old.of = new.of.or(old.of.take());
        old.demonym = new.demonym.or(old.demonym.take());
        old.female = new.female.or(old.female);
        if !new.offices.is_empty() {
            old.offices = new.offices;
        }
        old.surname = new.surname.or(old.surname.take());
        if old.kind == person {
            let name = old.surname.clone().unwrap_or_else(|| old.name.clone());
            self.surname(at, &name);
        }
    }

    /// Takes the name at `node` from the entries that have it, unless it is marked ambiguous.
    pub(super) fn alias_over(&mut self, node: u32, entry: u32, form: Form, ambiguous: bool, name: &str) {
        let Some(over) = &mut self.over else { return };
        let lexicon = &mut self.lexicon;
        let aliases = &mut lexicon.aliases;
        if !ambiguous {
            if let Some(&other) = over.taken.get(&node).filter(|&&other| other != entry) {
                over.clashes.push((name.to_owned(), lexicon.entries[other as usize].id.clone()));
            }
            over.taken.insert(node, entry);
        }
        let ends = lexicon.trie.ends_mut(node);
        // The same name of the same entry is given anew; two spellings of one row are one name.
        let first = over.first;
        let entries = &lexicon.entries;
        ends.retain(|&a| {
            let alias = &aliases[a as usize];
            if alias.entry == entry {
                return alias.form != form || a as usize >= first;
            }
            // A capital stays a place beside.
            ambiguous || form == Form::Seat && entries[alias.entry as usize].kind == EntryKind::Place
        });
    }
}

/// Lays `own` over `base`. Also what is wrong with them, with what was wrong with their text.
fn lay(base: &Lexicon, own: &[OwnLexicon]) -> (Lexicon, Vec<LexiconProblem>) {
    let mut build = Builder::on(base.clone());
    let mut problems: Vec<Vec<LexiconProblem>> = own.iter().map(|own| own.problems.clone()).collect();
    // The layer that last gave an entry of an id.
    let mut given: HashMap<String, usize> = HashMap::new();
    let mut sides = Vec::new();
    for (layer, own) in own.iter().enumerate() {
        let outlets = build.lexicon.entries.iter().enumerate().filter(|(_, e)| e.kind == EntryKind::Outlet);
        let outlets = outlets.map(|(i, e)| (e.id.clone(), u32::try_from(i).unwrap_or(u32::MAX))).collect();
        build.over = Some(Over { outlets, first: build.lexicon.aliases.len(), ..Over::default() });
        for row in &own.entries {
            load::add(&mut build, &row.row);
            let Some(over) = &mut build.over else { continue };
            for (name, other) in over.clashes.drain(..) {
                let problem = format!("the name \"{name}\" is also that of {other}; the last one has it");
                let problem = LexiconProblem::new(&own.file, row.line, row.label.clone(), problem);
                problems[layer].push(problem.allowed("several, where each has it in ambiguous"));
            }
            for at in over.touched.drain(..) {
                given.insert(build.lexicon.entries[at as usize].id.clone(), layer);
                sides.push((layer, row, at));
            }
        }
    }
    let mut lexicon = build.lexicon;
    for (layer, row, at) in sides {
        let Some(of) = lexicon.entries[at as usize].of.clone() else { continue };
        let known = actor(&lexicon, &of).map(|e| lexicon.entries[e as usize].id.clone());
        if known.is_none() {
            let problem = LexiconProblem::new(&own[layer].file, row.line, format!("{}: of", row.label), no_id(&of));
            problems[layer].push(problem.suggest(&kebab(&of), lexicon.by_id.keys().map(String::as_str)));
        }
        lexicon.entries[at as usize].of = known;
    }
    for (layer, own) in own.iter().enumerate() {
        for (line, ids) in &own.merges {
            for other in &ids[1..] {
                if let Err(problem) = merge(&mut lexicon, &ids[0], other) {
                    problems[layer].push(problem.into_problem(&own.file, *line, "merge"));
                }
            }
        }
    }
    for (layer, own) in own.iter().enumerate() {
        for (line, name) in &own.hides {
            if let Err(problem) = hide(&mut lexicon, name, |id| given.get(id).is_some_and(|&by| by > layer)) {
                problems[layer].push(problem.into_problem(&own.file, *line, "hide"));
            }
        }
    }
    problems.iter_mut().for_each(|list| list.sort_by_key(|p| p.line));
    (lexicon, problems.into_iter().flatten().collect())
}

fn no_id(id: &str) -> String {
    format!("no entry has the id \"{id}\"")
}

/// Why a merge or a hidden name may not mean what was meant.
enum Doubt {
    /// A name that no entry has, but one that is nearly written so.
    Slip(String, String),
    /// Both names mean this entry.
    Same(String),
}

impl Doubt {
    fn into_problem(self, file: &str, line: usize, key: &str) -> LexiconProblem {
        match self {
            Doubt::Slip(meant, near) => {
                let mut problem = LexiconProblem::new(file, line, key, no_id(&meant));
                problem.suggestion = Some(near);
                problem
            }
            Doubt::Same(id) => LexiconProblem::new(file, line, key, format!("{id} cannot be merged with itself")),
        }
    }
}

/// The actor that an id or a name means.
fn actor(lexicon: &Lexicon, said: &str) -> Option<u32> {
    let by_id = lexicon.index_of(said).or_else(|| lexicon.index_of(&kebab(said)));
    by_id.or_else(|| {
        let mut actors = lexicon.named(said);
        actors.retain(|&e| lexicon.entries[e as usize].actor().is_some());
        actors.dedup();
        (actors.len() == 1).then(|| actors[0])
    })
}

/// The id that one nobody has is nearly: an id of a party that only a text names is like none.
fn slip(lexicon: &Lexicon, said: &str) -> Option<Doubt> {
    let id = kebab(said);
    let near = closest(&id, lexicon.by_id.keys().map(String::as_str), 1).filter(|_| id.chars().count() > 5)?;
    Some(Doubt::Slip(said.to_owned(), near.to_owned()))
}

/// Lets all names of `other` mean `kept`. Parties that only texts name are merged where they are found.
fn merge(lexicon: &mut Lexicon, kept: &str, other: &str) -> Result<(), Doubt> {
    let (into, from) = (actor(lexicon, kept), actor(lexicon, other));
    let id = |at: Option<u32>, said: &str| at.map_or_else(|| kebab(said), |e| lexicon.entries[e as usize].id.clone());
    let (kept_id, other_id) = (id(into, kept), id(from, other));
    if kept == other {
        return Err(Doubt::Same(kept_id));
    }
    for (said, at) in [(kept, into), (other, from)] {
        if let Some(doubt) = slip(lexicon, said).filter(|_| at.is_none()) {
            return Err(doubt);
        }
    }
    if kept_id == other_id {
        return Ok(());
    }
    if let (Some(into), Some(from)) = (into, from) {
        for alias in lexicon.aliases.iter_mut().filter(|a| a.entry == from) {
            alias.entry = into;
        }
        let aliases = &lexicon.aliases;
        for ends in lexicon.trie.every_end_mut().filter(|ends| ends.as_slice().len() > 1) {
            let mut seen = Vec::new();
            ends.retain(|&a| {
                let key = (aliases[a as usize].entry, aliases[a as usize].form);
                let fresh = key.0 != into || !seen.contains(&key);
                seen.push(key);
                fresh
            });
        }
        let person = lexicon.entries[into as usize].kind == EntryKind::Actor(ActorKind::Person);
        for list in lexicon.by_surname.values_mut().filter(|list| list.contains(&from)) {
            let known = list.contains(&into) || !person;
            list.retain_mut(|e| {
                let gone = *e == from;
                *e = if gone { into } else { *e };
                !(gone && known)
            });
        }
    }
    for entry in lexicon.entries.iter_mut().filter(|e| e.of.as_ref() == Some(&other_id)) {
        entry.of = Some(kept_id.clone());
    }
    if let Some(into) = into {
        lexicon.by_id.insert(other_id.clone(), into);
    }
    for target in lexicon.merged.values_mut().filter(|t| **t == other_id) {
        target.clone_from(&kept_id);
    }
    lexicon.merged.remove(&kept_id);
    lexicon.merged.insert(other_id, kept_id);
    Ok(())
}

/// Hides an actor, or lets the name of a place or an outlet be no such name.
fn hide(lexicon: &mut Lexicon, said: &str, brought_back: impl Fn(&str) -> bool) -> Result<(), Doubt> {
    if let Some(at) = actor(lexicon, said) {
        let id = lexicon.entries[at as usize].id.clone();
        if !brought_back(&id) {
            lexicon.hidden.insert(id);
            // Another party of the same name is meant, then. Its own names stay known, so that nothing new is found in them.
            let aliases = &lexicon.aliases;
            for ends in lexicon.trie.every_end_mut() {
                if ends.as_slice().iter().any(|&a| aliases[a as usize].entry != at) {
                    ends.retain(|&a| aliases[a as usize].entry != at);
                }
            }
        }
        return Ok(());
    }
    let id = kebab(said);
    if brought_back(&id) {
        return Ok(());
    }
    let mut meant = lexicon.named(said);
    let of_id = |at: &u32| lexicon.entries[*at as usize].id == id;
    meant.extend((0..u32::try_from(lexicon.entries.len()).unwrap_or(u32::MAX)).filter(of_id));
    meant.retain(|&at| lexicon.entries[at as usize].actor().is_none());
    if !meant.is_empty() {
        let aliases = &lexicon.aliases;
        for ends in lexicon.trie.every_end_mut() {
            ends.retain(|&a| !meant.contains(&aliases[a as usize].entry));
        }
    } else if let Some(doubt) = slip(lexicon, said) {
        return Err(doubt);
    }
    lexicon.hidden.insert(id);
    Ok(())
}

impl Lexicon {
    /// With the entries of `own` over it.
    pub(crate) fn with(&self, own: &OwnLexicon) -> Self {
        lay(self, std::slice::from_ref(own)).0
    }

    /// The id of the actor that an id or a name means, if it is known.
    pub(crate) fn id_of(&self, said: &str) -> Option<&str> {
        actor(self, said).map(|at| self.entries[at as usize].id.as_str())
    }
}
