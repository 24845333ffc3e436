//! The parties of one text: who they are, by which names they were called, and what joins two names into one party.

use std::borrow::Cow;
use std::collections::BTreeMap;

use foldhash::{HashMap, HashMapExt};

use super::super::annotated::MentionForm;
use super::super::few::Few;
use super::super::lexicon::fold::{fold, kebab};
use super::super::lexicon::{Entry, Lexicon};
use super::super::{ActorId, ActorKind};

/// A mention: tokens `from..to` name the party.
#[derive(Debug, Clone, Copy)]
pub(super) struct Call {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) form: MentionForm,
    /// Whether it makes the party an actor of the text; a weak one ("Swiss city") only counts beside a strong one.
    pub(super) strong: bool,
}

/// One party.
#[derive(Debug, Clone)]
pub(super) struct Party<'a> {
    pub(super) name: String,
    pub(super) id: ActorId,
    pub(super) kind: ActorKind,
    pub(super) role: Option<String>,
    pub(super) of: Option<ActorId>,
    /// Whether `of` was said by the text, and not only known.
    pub(super) of_said: bool,
    /// Its entry in the lexicon.
    pub(super) entry: Option<u32>,
    pub(super) female: Option<bool>,
    /// A person's folded names, in the text's order.
    pub(super) given: Vec<Cow<'a, str>>,
    /// The words by which a later mention may call the person.
    called_by: Vec<Cow<'a, str>>,
    pub(super) calls: Vec<Call>,
}

/// All of them.
#[derive(Debug, Default)]
pub(super) struct Cast<'a> {
    pub(super) parties: Vec<Party<'a>>,
    by_entry: HashMap<u32, usize>,
    by_id: HashMap<Cow<'a, str>, usize>,
    /// Abbreviations and short names that the text itself defines.
    pub(super) defined: HashMap<String, usize>,
    /// People by each word by which a later mention may call them.
    called: HashMap<Cow<'a, str>, Few<usize>>,
    /// People whom the lexicon does not have by the first and the last three letters of their surnames; the first
    /// [`NAMESAKES`] of each.
    alike: HashMap<[char; 4], Vec<usize>>,
    /// Tells most words that are nobody's name.
    filter: Filter,
    /// People one of whose names a word is or was taken for.
    given: HashMap<Cow<'a, str>, Few<usize>>,
    /// Every mention of a person: its first token, the person, and the token behind it.
    people: BTreeMap<(usize, usize), usize>,
    /// The same by the person: the person, the first token of the mention, and the token behind it.
    places: BTreeMap<(usize, usize), usize>,
}

/// A set of words that says of most others at a glance that they are not in it.
#[derive(Debug, Default)]
struct Filter([u64; 32]);

impl Filter {
    #[inline]
    fn bit(word: &str) -> (usize, u64) {
        let bytes = word.as_bytes();
        let byte = |at: usize| usize::from(bytes.get(at).copied().unwrap_or_default());
        let sum = byte(0) + byte(1) * 31 + byte(bytes.len() / 2) * 7 + byte(bytes.len().wrapping_sub(1)) * 13;
        let sum = sum + bytes.len() * 61;
        (sum / 64 % 32, 1 << (sum % 64))
    }

    fn add(&mut self, word: &str) {
        let (at, bit) = Self::bit(word);
        self.0[at] |= bit;
    }

    #[inline]
    fn may_have(&self, word: &str) -> bool {
        let (at, bit) = Self::bit(word);
        self.0[at] & bit != 0
    }
}

/// Of how many people of one surname one is looked for at most.
const NAMESAKES: usize = 100;

impl<'a> Cast<'a> {
    /// Nobody, with room for whom a text of one page names.
    pub(super) fn new() -> Self {
        Self {
            parties: Vec::with_capacity(32),
            by_entry: HashMap::with_capacity(32),
            by_id: HashMap::with_capacity(32),
            called: HashMap::with_capacity(32),
            given: HashMap::with_capacity(48),
            ..Self::default()
        }
    }

    /// The party of a lexicon's entry, which must be an actor.
    pub(super) fn of_entry(&mut self, lexicon: &'a Lexicon, at: u32, year: Option<i16>) -> usize {
        if let Some(&party) = self.by_entry.get(&at) {
            return party;
        }
        let entry = &lexicon.entries[at as usize];
        let kind = entry.actor().unwrap_or(ActorKind::Organisation);
        let of = match kind {
            ActorKind::Person => known_side(lexicon, entry, year),
            _ => entry.of.clone(),
        };
        let party = self.add(entry.name.clone(), Cow::Borrowed(&entry.id), kind, of);
        self.parties[party].entry = Some(at);
        self.parties[party].female = entry.female;
        self.by_entry.insert(at, party);
        if kind == ActorKind::Person {
            let words: Vec<&'a str> = entry.folded.split(' ').collect();
            if let Some(surname) = &entry.surname {
                self.call_by(&fold(surname), party);
            }
            self.person_words(party, &words, entry.surname.is_some(), |&word| Cow::Borrowed(word));
        }
        party
    }

    /// The party of this name that the lexicon does not have.
    pub(super) fn of_name(&mut self, name: &str, kind: ActorKind, of: Option<ActorId>) -> usize {
        let id = kebab(name);
        if let Some(&party) = self.by_id.get(id.as_str()) {
            let party_of = &mut self.parties[party].of;
            if party_of.is_none() {
                *party_of = of;
            }
            return party;
        }
        self.add(name.to_owned(), Cow::Owned(id), kind, of)
    }

    /// A person whom the lexicon does not have.
    pub(super) fn person(&mut self, name: &str) -> usize {
        let known = self.by_id.get(kebab(name).as_str()).copied();
        known.unwrap_or_else(|| {
            let party = self.add(name.to_owned(), Cow::Owned(kebab(name)), ActorKind::Person, None);
            let words: Vec<String> = name.split(' ').map(fold).collect();
            self.person_words(party, &words, false, |word| Cow::Owned(word.clone()));
            party
        })
    }

    fn add(&mut self, name: String, id: Cow<'a, str>, kind: ActorKind, of: Option<ActorId>) -> usize {
        let party = self.parties.len();
        self.parties.push(Party {
            name,
            id: id.clone().into_owned(),
            kind,
            role: None,
            of,
            of_said: false,
            entry: None,
            female: None,
            given: Vec::new(),
            called_by: Vec::new(),
            calls: Vec::new(),
        });
        self.by_id.entry(id).or_insert(party);
        party
    }

    /// Notes by which words the person may be called later; `keep` gives what is to be kept of each.
    pub(super) fn person_words<W: AsRef<str>>(
        &mut self,
        party: usize,
        words: &[W],
        surname_known: bool,
        keep: impl Fn(&W) -> Cow<'a, str>,
    ) {
        if let Some(last) = words.iter().rev().find(|w| !matches!(w.as_ref(), "jr" | "sr" | "ii" | "iii")) {
            // "al-Burhan" is called "Burhan" as well.
            if let Some((_, bare)) = last.as_ref().split_once('-').filter(|(p, _)| p.len() <= 3) {
                self.call_by(bare, party);
            }
            if !surname_known || words.len() > 1 {
                self.call_by_kept(last.as_ref(), party, || keep(last));
            }
        }
        if self.parties[party].given.len() < words.len() {
            for word in words {
                self.filter.add(word.as_ref());
                let list = match self.given.get_mut(word.as_ref()) {
                    Some(list) => list,
                    None => self.given.entry(keep(word)).or_default(),
                };
                if let Err(at) = list.as_slice().binary_search(&party) {
                    list.insert(at, party);
                }
            }
            if self.parties[party].entry.is_none()
                && let Some(key) = words.last().and_then(|word| alike(word.as_ref()))
            {
                let list = self.alike.entry(key).or_default();
                if list.len() < NAMESAKES && !list.contains(&party) {
                    list.push(party);
                }
            }
            self.parties[party].given = words.iter().map(keep).collect();
        }
    }

    /// People one of whose names may be `word`, in the order of the parties.
    pub(super) fn given(&self, word: &str) -> &[usize] {
        if !self.filter.may_have(word) {
            return &[];
        }
        self.given.get(word).map_or(&[], Few::as_slice)
    }

    /// Lets `word` mean the person.
    pub(super) fn call_by(&mut self, word: &str, party: usize) {
        self.call_by_kept(word, party, || Cow::Owned(word.to_owned()));
    }

    fn call_by_kept(&mut self, word: &str, party: usize, keep: impl Fn() -> Cow<'a, str>) {
        let own = &mut self.parties[party].called_by;
        if !own.iter().any(|other| other == word) {
            own.push(keep());
            self.filter.add(word);
            self.called.entry(keep()).or_default().add(party);
        }
    }

    /// Whether anybody may be called by `word`, or it may be a name of his: tells most words at a glance.
    #[inline]
    pub(super) fn may_know(&self, word: &str) -> bool {
        self.filter.may_have(word)
    }

    /// The people whom a later mention may call by `word`, in the order in which that was found; of very many the last.
    pub(super) fn called(&self, word: &str) -> &[usize] {
        if !self.filter.may_have(word) {
            return &[];
        }
        let all = self.called.get(word).map_or(&[][..], Few::as_slice);
        &all[all.len().saturating_sub(NAMESAKES)..]
    }

    /// People whom the lexicon does not have, whose surnames begin and end as `surname` does.
    pub(super) fn alike(&self, surname: &str) -> &[usize] {
        alike(surname).and_then(|key| self.alike.get(&key)).map_or(&[], Vec::as_slice)
    }

    pub(super) fn mention(&mut self, party: usize, from: usize, to: usize, form: MentionForm, strong: bool) {
        if self.parties[party].kind == ActorKind::Person {
            let end = self.people.entry((from, party)).or_insert(to);
            *end = to.min(*end);
            let end = self.places.entry((party, from)).or_insert(to);
            *end = to.max(*end);
        }
        self.parties[party].calls.push(Call { from, to, form, strong });
    }

    /// The party with this identity.
    pub(super) fn by_id(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// The last mention of a person that begins before token `at`: its first token, and the token behind it.
    pub(super) fn last_mention(&self, party: usize, at: usize) -> Option<(usize, usize)> {
        self.places.range((party, 0)..(party, at)).next_back().map(|(&(_, from), &to)| (from, to))
    }

    /// The last person named before token `at`.
    pub(super) fn last_person(&self, at: usize) -> Option<usize> {
        let before = self.people.range(..(at, 0)).rev();
        before.filter(|&(_, &to)| to <= at).map(|(&(_, party), _)| party).next()
    }
}

/// The first and the last three letters of a word; none where it has fewer than five bytes.
fn alike(word: &str) -> Option<[char; 4]> {
    let mut last = word.chars().rev();
    let key = [word.chars().next()?, last.next()?, last.next()?, last.next()?];
    (word.len() >= 5).then_some(key)
}

/// The state or body for which a person of the lexicon acts, as of `year`.
fn known_side(lexicon: &Lexicon, entry: &Entry, _year: Option<i16>) -> Option<ActorId> {
    let of = entry.of.as_deref()?;
    // Bodies are named in the data by the id that the name gives; where it is none, nothing is known.
    Some(lexicon.by_id(of).map_or_else(|| of.to_owned(), |known| known.id.clone()))
}
