//! The fields of any format → a [`Masthead`], by the names of `aliases.toml`.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use super::super::dates;
use super::super::decode::clean_line;
use super::super::fields::{Field, Fields, Value};
use super::super::{Origin, Place};
use super::date::DateField;
use super::title::shortened;
use super::{Masthead, names};

/// Names of the same thing, from `aliases.toml`.
#[derive(Debug, Default, Deserialize)]
struct Aliases {
    title: Vec<String>,
    url: Vec<String>,
    source: Vec<String>,
    published: Vec<String>,
    modified: Vec<String>,
    captured: Vec<String>,
    author: Vec<String>,
    tags: Vec<String>,
    language: Vec<String>,
    unknown: Vec<String>,
}

static ALIASES: LazyLock<Aliases> = LazyLock::new(|| toml::from_str(include_str!("aliases.toml")).unwrap_or_default());

/// A value longer than this (in characters) is no name, tag or address.
const LONGEST_VALUE: usize = 2_000;

/// What the fields of a file state.
#[derive(Debug)]
pub(in crate::briefing) struct Stated {
    /// All but the date of publication; the title is empty where none is stated.
    pub(in crate::briefing) masthead: Masthead,
    /// What is said of the date of publication, the most trusted first.
    pub(in crate::briefing) dates: Vec<DateField>,
}

/// What `fields` state.
pub(in crate::briefing) fn stated(fields: &Fields) -> Stated {
    let fields = Named::new(fields);
    let mut masthead = Masthead::default();
    let from = &mut masthead.origins;

    let title =
        fields.texts(&ALIASES.title).next().and_then(|(texts, origin)| Some((texts.into_iter().next()?, origin)));
    let (title, origin) = title.unzip();
    masthead.title = title.map(|t| shortened(&t)).unwrap_or_default();
    from.title = origin;

    let people = |(texts, origin)| Some((names::people(only(texts, |t| !is_address(t))), origin));
    let authors = fields.texts(&ALIASES.author).filter_map(people).find(|(names, _)| !names.is_empty());
    (masthead.authors, from.authors) = parted(authors);

    // The first field that names an outlet; the others say the same in other words.
    let outlets = |(texts, origin)| Some((unique(only(texts, |t| !is_address(t) && !is_other_address(t))), origin));
    let sources = fields.texts(&ALIASES.source).filter_map(outlets).find(|(names, _)| !names.is_empty());
    (masthead.sources, from.sources) = parted(sources);

    let address = |(texts, origin): (Vec<String>, Origin)| Some((texts.into_iter().find(|t| is_address(t))?, origin));
    let address =
        fields.texts(&ALIASES.url).find_map(address).or_else(|| fields.texts(&ALIASES.source).find_map(address));
    (masthead.url, from.url) = address.map(|(url, origin)| (without_credentials(&url), origin)).unzip();

    (masthead.tags, from.tags) =
        parted(fields.texts(&ALIASES.tags).next().map(|(texts, origin)| (tags(&texts), origin)));
    (masthead.language, from.language) = fields.texts(&ALIASES.language).find_map(language).unzip();
    (masthead.captured, from.captured) = fields.date(&ALIASES.captured).unzip();
    (masthead.modified, from.modified) = fields.date(&ALIASES.modified).unzip();

    let mut published: Vec<(&Field, usize)> = fields.all(&ALIASES.published);
    // A name tells less than its place: `date` in `<meta>` is less than `datePublished` in JSON-LD.
    published.sort_by_key(|(field, rank)| (field.place, *rank));
    let first = |field: &Field| Some(DateField { text: texts(&field.value).into_iter().next()?, origin: of(field) });
    let dates = published.into_iter().filter_map(|(field, _)| first(field)).collect();
    Stated { masthead, dates }
}

/// Whether a field of this name says something about a briefing.
pub(in crate::briefing) fn is_known_field(name: &str) -> bool {
    let name = normalised(name);
    let a = &*ALIASES;
    [&a.title, &a.url, &a.source, &a.published, &a.modified, &a.captured, &a.author, &a.tags, &a.language]
        .into_iter()
        .any(|list| list.contains(&name))
}

/// Fields by their normalised names.
struct Named<'f>(Vec<(String, &'f Field)>);

impl<'f> Named<'f> {
    fn new(fields: &'f Fields) -> Self {
        let name = |field: &Field| match field.place {
            // "From" and "Subject" mean other things elsewhere.
            Place::MailHeader => format!("mail{}", normalised(&field.name)),
            _ => normalised(&field.name),
        };
        Self(fields.iter().map(|field| (name(field), field)).collect())
    }

    /// The fields under `aliases`, each with the rank of its name: the first names first, then the places by trust.
    fn all(&self, aliases: &[String]) -> Vec<(&'f Field, usize)> {
        let rank = |name: &String| aliases.iter().position(|alias| alias == name);
        let mut out: Vec<_> = self.0.iter().filter_map(|(name, field)| Some((*field, rank(name)?))).collect();
        out.sort_by_key(|(field, rank)| (*rank, field.place));
        out
    }

    /// What the fields under `aliases` say that say anything.
    fn texts(&self, aliases: &[String]) -> impl Iterator<Item = (Vec<String>, Origin)> + use<'f> {
        let fields = self.all(aliases).into_iter();
        fields.map(|(field, _)| (texts(&field.value), of(field))).filter(|(texts, _)| !texts.is_empty())
    }

    /// The first full date under `aliases`.
    fn date(&self, aliases: &[String]) -> Option<(Date, Origin)> {
        self.texts(aliases).find_map(|(texts, origin)| Some((dates::read(texts.first()?).day()?, origin)))
    }
}

fn of(field: &Field) -> Origin {
    Origin::new(field.place, &clean_line(&field.name.chars().take(64).collect::<String>()))
}

fn parted(found: Option<(Vec<String>, Origin)>) -> (Vec<String>, Option<Origin>) {
    let (texts, origin) = found.unzip();
    (texts.unwrap_or_default(), origin)
}

fn only(texts: Vec<String>, keep: fn(&String) -> bool) -> Vec<String> {
    texts.into_iter().filter(keep).collect()
}

/// A field's name in lower case, letters and digits only.
fn normalised(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).take(64).flat_map(char::to_lowercase).collect()
}

/// The texts of a value, cleaned; what says "unknown" says nothing.
fn texts(value: &Value) -> Vec<String> {
    let mut out = Vec::new();
    let mut todo = vec![value];
    while let Some(value) = todo.pop() {
        match value {
            Value::Null => {}
            Value::Text(raw) => {
                let text = unlinked(&clean_line(&raw.chars().take(LONGEST_VALUE).collect::<String>()));
                let bare = normalised(&text);
                if !bare.is_empty() && !ALIASES.unknown.contains(&bare) {
                    out.push(text);
                }
            }
            Value::List(items) => todo.extend(items.iter().rev().take(200)),
            // A person, publisher or page with more than a name.
            Value::Map(entries) => {
                let keys = ["name", "title", "headline", "url", "@id"];
                let named = keys.iter().find_map(|key| entries.iter().find(|(k, _)| k == key));
                todo.extend(named.map(|(_, value)| value));
            }
        }
    }
    out
}

/// `[[Name]]`, `[[Page|Name]]` and `[Name](address)` as the name.
fn unlinked(text: &str) -> String {
    if let Some(inner) = text.strip_prefix("[[").and_then(|t| t.strip_suffix("]]")) {
        return inner.rsplit('|').next().unwrap_or(inner).trim().to_owned();
    }
    match text.strip_prefix('[').and_then(|t| t.strip_suffix(')')).and_then(|t| t.split_once("](")) {
        Some((name, _)) if !name.is_empty() => name.trim().to_owned(),
        _ => text.to_owned(),
    }
}

/// Tags of a list, or of one line with commas.
fn tags(texts: &[String]) -> Vec<String> {
    let one_line = texts.len() == 1;
    let split = texts.iter().flat_map(|t| t.split(if one_line { [',', ';'] } else { ['\n', '\n'] }));
    unique(split.map(|t| t.trim().trim_start_matches('#').to_owned()).collect())
}

/// A language's tag with its parts in their usual case: `en-GB`, `zh-Hant`; a name such as "English" as it is.
fn language((texts, origin): (Vec<String>, Origin)) -> Option<(String, Origin)> {
    let text = texts.into_iter().next()?;
    let text = text.split([',', ';', '.']).next()?.trim().to_owned();
    let mut parts = text.split(['-', '_']);
    let primary = parts.next().filter(|p| p.bytes().all(|b| b.is_ascii_alphabetic()))?;
    if !(2..=3).contains(&primary.len()) {
        let is_name = primary.len() == text.len() && primary.len() <= 20 && primary.len() > 3;
        return is_name.then_some((text, origin));
    }
    let mut tag = primary.to_ascii_lowercase();
    for part in parts {
        if !(1..=8).contains(&part.len()) || !part.bytes().all(|b| b.is_ascii_alphanumeric()) {
            break;
        }
        tag.push('-');
        match part.len() {
            2 => tag.push_str(&part.to_ascii_uppercase()),
            4 => tag.extend([part[..1].to_ascii_uppercase(), part[1..].to_ascii_lowercase()]),
            _ => tag.push_str(&part.to_ascii_lowercase()),
        }
    }
    Some((tag, origin))
}

/// Without blanks and repetitions, the order kept.
pub(super) fn unique(texts: Vec<String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for text in texts {
        if !text.is_empty() && out.len() < 100 && !out.contains(&text) {
            out.push(text);
        }
    }
    out
}

/// Whether `text` is an address on the web.
fn is_address(text: &str) -> bool {
    let scheme = |s: &str| text.get(..s.len()).is_some_and(|t| t.eq_ignore_ascii_case(s));
    (scheme("http://") || scheme("https://")) && !text.contains(char::is_whitespace)
}

/// Whether `text` is an address that nobody is to follow: a file, a script, a message.
fn is_other_address(text: &str) -> bool {
    let scheme = |s: &str| text.get(..s.len()).is_some_and(|t| t.eq_ignore_ascii_case(s));
    text.contains("://") || ["javascript:", "data:", "file:", "mailto:", "vbscript:"].into_iter().any(scheme)
}

/// An address without the name and password that it may hold before its host.
fn without_credentials(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    format!("{scheme}://{}{path}", host.rsplit('@').next().unwrap_or(host))
}
