//! What the reader's lexicon says of parties that only the text names: two are one, or one is nobody.
//!
//! Names that the lexicon knows are merged there; hidden ones are found, so that nothing else is found in their place, and
//! taken out here, before figures and meetings look for sides and participants.

use super::annotated::Names;
use super::lexicon::Lexicon;

/// Merges and hides actors as the reader's lexicon says.
pub(crate) fn apply(names: &mut Names, lexicon: &Lexicon) {
    if lexicon.merged.is_empty() && lexicon.hidden.is_empty() {
        return;
    }
    for actor in &mut names.actors {
        if let Some(id) = lexicon.merged.get(&actor.id) {
            actor.id.clone_from(id);
            if let Some(entry) = lexicon.by_id(id) {
                actor.name.clone_from(&entry.name);
                actor.kind = entry.actor().unwrap_or(actor.kind);
            }
        }
        let of = actor.of.take();
        let of = of.map(|of| lexicon.merged.get(&of).cloned().unwrap_or(of));
        actor.of = of.filter(|of| *of != actor.id);
    }
    // For each actor, where it is to be found afterwards.
    let mut places: Vec<Option<usize>> = Vec::with_capacity(names.actors.len());
    let mut kept: Vec<super::Actor> = Vec::with_capacity(names.actors.len());
    let sexes = std::mem::take(&mut names.female);
    for (at, actor) in names.actors.drain(..).enumerate() {
        let sex = sexes.get(at).copied().flatten();
        if lexicon.hidden.contains(&actor.id) {
            places.push(None);
        } else if let Some(at) = kept.iter().position(|k| k.id == actor.id) {
            places.push(Some(at));
            names.female[at] = names.female[at].or(sex);
            let into = &mut kept[at];
            into.mentions.extend(actor.mentions);
            into.mentions.sort_unstable();
            into.mentions.dedup();
            into.role = into.role.take().or(actor.role);
            into.of = into.of.take().or(actor.of);
        } else {
            places.push(Some(kept.len()));
            kept.push(actor);
            names.female.push(sex);
        }
    }
    names.actors = kept;
    names.mentions.retain_mut(|mention| match places[mention.actor] {
        Some(at) => {
            mention.actor = at;
            true
        }
        None => false,
    });
    for reference in &mut names.references {
        let mut actors = Vec::new();
        for at in reference.actors.iter().filter_map(|&a| places[a]) {
            if !actors.contains(&at) {
                actors.push(at);
            }
        }
        reference.actors = actors;
    }
    names.references.retain(|reference| !reference.actors.is_empty());
}
