//! Which finding is which gold item, and which attributes of it are right.

use std::collections::{BTreeMap, BTreeSet};

use crate::gold::{Answer, Gold, GoldItem, Item, Part};
use crate::names::{key, same_date, same_place};
use crate::place::{self, Spans};

/// The names by which the gold and an answer call the parties.
pub(crate) struct Parties<'a> {
    /// The gold's name of each party, by all its keys.
    gold: BTreeMap<String, &'a str>,
    /// The answer's name of each id.
    ids: BTreeMap<&'a str, &'a str>,
}

impl<'a> Parties<'a> {
    pub(crate) fn new(gold: &'a Gold, answer: &'a Answer) -> Self {
        let keys = |actor: &'a GoldItem| std::iter::once(&actor.name).chain(&actor.also).map(|name| key(name));
        let named = gold.actors.iter().flat_map(|actor| keys(actor).map(|key| (key, actor.name.as_str()))).collect();
        let ids = answer.actors.iter().filter_map(|a| Some((a.id.as_deref()?, a.name.as_deref()?))).collect();
        Self { gold: named, ids }
    }

    /// The gold's name of a party that the answer calls so.
    fn known(&self, name: &str) -> Option<&'a str> {
        let named = self.ids.get(name).and_then(|name| self.gold.get(&key(name)));
        named.or_else(|| self.gold.get(&key(name))).copied()
    }

    /// The same, or what the answer calls it.
    fn party<'n>(&self, name: &'n str) -> &'n str
    where
        'a: 'n,
    {
        self.known(name).unwrap_or(name)
    }

    /// Whether the item can be the gold's, whose quotes stand at `places`.
    pub(crate) fn fits(&self, part: Part, gold: &GoldItem, places: &Spans, item: &Item) -> bool {
        match part {
            Part::Actors => {
                [&item.name, &item.id].into_iter().flatten().find_map(|n| self.known(n)) == Some(&gold.name)
            }
            Part::Figures => (item.low, item.high) == (gold.low, gold.high) && place::overlap(&item.spans(), places),
            Part::Meetings => place::overlap(&item.spans(), places),
        }
    }

    /// Every scored attribute, and whether it is right.
    pub(crate) fn attributes(&self, part: Part, gold: &GoldItem, item: &Item) -> Vec<(&'static str, bool)> {
        let same =
            |name: &Option<String>, gold: &Option<String>| name.as_deref().map(|n| self.party(n)) == gold.as_deref();
        let place = |gold: &Option<String>, item: &Option<String>| {
            gold.as_deref().filter(|g| !g.is_empty()).map(|gold| same_place(gold, item.as_deref()))
        };
        let party = |gold: &Option<String>, item: &Option<String>| gold.is_some().then(|| same(item, gold));
        let all = match part {
            Part::Actors => vec![("kind", Some(item.kind == gold.kind)), ("of", party(&gold.of, &item.of))],
            Part::Figures => vec![
                ("kind", Some(item.kind == gold.kind)),
                ("bound", Some(item.bound == gold.bound)),
                ("side", Some(same(&item.side, &gold.side))),
                ("where", place(&gold.r#where, &item.r#where)),
                ("said_by", party(&gold.said_by, &item.said_by)),
            ],
            Part::Meetings => {
                let date = same_date(
                    (gold.date.as_deref(), gold.precision.as_deref()),
                    (item.date.as_deref(), item.precision.as_deref()),
                );
                let ours: BTreeSet<&str> = gold.participants.iter().map(String::as_str).collect();
                let theirs: BTreeSet<&str> = item.participants.iter().map(|p| self.party(p)).collect();
                vec![
                    ("date", Some(date)),
                    ("status", Some(item.status == gold.status)),
                    ("place", place(&gold.place, &item.place)),
                    ("participants", Some(ours == theirs)),
                ]
            }
        };
        all.into_iter().filter_map(|(name, right)| Some((name, right?))).collect()
    }
}

/// For each item the gold item that it is: as many pairs as can be, each gold and each item once, the best pairs first.
pub(crate) fn pair(fitting: &[Vec<usize>], quality: impl Fn(usize, usize) -> usize) -> BTreeMap<usize, usize> {
    let pairs = fitting.iter().enumerate().flat_map(|(g, items)| items.iter().map(move |&i| (g, i)));
    let mut ranked: Vec<_> = pairs.map(|(g, i)| (std::cmp::Reverse(quality(g, i)), g, i)).collect();
    ranked.sort_unstable();
    let mut owner = BTreeMap::new();
    for (_, g, i) in ranked {
        if !owner.contains_key(&i) && !owner.values().any(|&o| o == g) {
            owner.insert(i, g);
        }
    }
    for g in 0..fitting.len() {
        if !owner.values().any(|&o| o == g) {
            place_gold(g, fitting, &mut owner, &mut BTreeSet::new());
        }
    }
    owner
}

/// Gives a gold item without a match one, if those of others can be moved for it.
fn place_gold(
    g: usize,
    fitting: &[Vec<usize>],
    owner: &mut BTreeMap<usize, usize>,
    tried: &mut BTreeSet<usize>,
) -> bool {
    for &i in &fitting[g] {
        if tried.insert(i) && owner.get(&i).copied().is_none_or(|other| place_gold(other, fitting, owner, tried)) {
            owner.insert(i, g);
            return true;
        }
    }
    false
}
