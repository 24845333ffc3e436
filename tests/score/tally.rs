//! Counts over all briefings, and the table that they make.

use std::collections::BTreeMap;
use std::fmt;

use crate::gold::{Answer, Gold, GoldItem, Part};
use crate::matching::{Parties, pair};
use crate::place;

const PARTS: [Part; 3] = [Part::Actors, Part::Figures, Part::Meetings];

/// The counts of one kind of finding.
#[derive(Debug, Default)]
pub(crate) struct Score {
    gold: usize,
    found: usize,
    right: usize,
    whole: usize,
    /// Right and scored of each attribute.
    attributes: BTreeMap<&'static str, (usize, usize)>,
}

impl Score {
    pub(crate) fn f1(&self) -> f64 {
        share(2 * self.right, self.gold + self.found)
    }

    pub(crate) fn whole_f1(&self) -> f64 {
        share(2 * self.whole, self.gold + self.found)
    }

    fn attribute(&mut self, name: &'static str, right: bool) {
        let counts = self.attributes.entry(name).or_default();
        counts.0 += usize::from(right);
        counts.1 += 1;
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// All counts.
pub(crate) struct Tally {
    scores: [Score; 3],
    briefings: usize,
    dates: usize,
    /// Every error, where they are asked for.
    errors: Option<Vec<String>>,
}

impl Tally {
    pub(crate) fn new(errors: bool) -> Self {
        Self { scores: Default::default(), briefings: 0, dates: 0, errors: errors.then(Vec::new) }
    }

    pub(crate) fn of(&self, part: Part) -> &Score {
        &self.scores[part as usize]
    }

    /// Adds one briefing.
    pub(crate) fn add(&mut self, name: &str, gold: &Gold, answer: &Answer) {
        self.briefings += 1;
        self.dates += usize::from(gold.date == answer.date);
        for part in PARTS {
            self.add_part(name, part, gold, answer);
        }
    }

    fn add_part(&mut self, name: &str, part: Part, gold: &Gold, answer: &Answer) {
        let parties = Parties::new(gold, answer);
        let items = answer.part(part);
        let mut left: Vec<bool> = vec![true; items.len()];
        let mut note = |what: &str, detail: String| {
            if let Some(errors) = &mut self.errors {
                errors.push(format!("{name}: {part:?}: {what}: {detail}"));
            }
        };
        let score = &mut self.scores[part as usize];
        for trap in gold.traps.iter().filter(|trap| trap.is_of(part)) {
            let places: Vec<_> = trap.quotes().flat_map(|quote| place::find(quote, &answer.text)).collect();
            let fallen: Vec<usize> =
                (0..items.len()).filter(|&i| left[i] && place::overlap(&items[i].spans(), &places)).collect();
            score.attribute("traps avoided", fallen.is_empty());
            for i in fallen {
                note("fell into a trap", items[i].shown());
                // An actor is more than one mention of it.
                if part != Part::Actors {
                    left[i] = false;
                    score.found += 1;
                }
            }
        }
        // What the required ones do not take may still be an optional one.
        for optional in [false, true] {
            let golds: Vec<&GoldItem> = gold.part(part).iter().filter(|g| g.optional == optional).collect();
            let fitting: Vec<Vec<usize>> = golds
                .iter()
                .map(|g| {
                    let places = g.quotes().flat_map(|quote| place::find(quote, &answer.text)).collect();
                    (0..items.len()).filter(|&i| left[i] && parties.fits(part, g, &places, &items[i])).collect()
                })
                .collect();
            let attributes = |g: usize, i: usize| parties.attributes(part, golds[g], &items[i]);
            let owner = pair(&fitting, |g, i| attributes(g, i).iter().filter(|a| a.1).count());
            if !optional {
                score.gold += golds.len();
                score.found += owner.len();
                score.right += owner.len();
                for (g, gold) in golds.iter().enumerate().filter(|(g, _)| !owner.values().any(|o| o == g)) {
                    let _ = g;
                    note("missed", gold.shown());
                }
                for (&i, &g) in &owner {
                    let attributes = attributes(g, i);
                    score.whole += usize::from(attributes.iter().all(|a| a.1));
                    for (attribute, right) in attributes {
                        score.attribute(attribute, right);
                        if !right {
                            note(&format!("wrong {attribute}"), golds[g].shown());
                        }
                    }
                }
            }
            owner.keys().for_each(|&i| left[i] = false);
        }
        for (i, item) in items.iter().enumerate().filter(|(i, _)| left[*i]) {
            let _ = i;
            score.found += 1;
            note("false alarm", item.shown());
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:10}{:>6}{:>7}{:>7}{:>8}{:>10}", "", "gold", "found", "right", "F1", "whole F1")?;
        for part in PARTS {
            let (s, name) = (self.of(part), format!("{part:?}"));
            writeln!(f, "{name:10}{:6}{:7}{:7}{:8.3}{:10.3}", s.gold, s.found, s.right, s.f1(), s.whole_f1())?;
        }
        for part in PARTS {
            write!(f, "{:10}", format!("{part:?}"))?;
            for (name, &(right, of)) in &self.of(part).attributes {
                write!(f, "{name} {:.3} ({right}/{of})  ", share(right, of))?;
            }
            writeln!(f)?;
        }
        writeln!(f, "dates {}/{}", self.dates, self.briefings)?;
        self.errors.iter().flatten().try_for_each(|error| writeln!(f, "{error}"))
    }
}
