//! What a briefing says of itself: fields of front matter or page metadata → [`Masthead`], and the title and date that
//! the text itself gives where they do not.

use std::path::Path;
use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use super::blocks::{self, Draft};
use super::dates::{self, Reading};
use super::decode::clean_line;
use super::front_matter::{Fields, Value};
use super::{BlockKind, DateFrom, Masthead, dateline};

/// Names of the same thing, from `aliases.toml`.
#[derive(Debug, Default, Deserialize)]
struct Aliases {
    title: Vec<String>,
    url: Vec<String>,
    source: Vec<String>,
    published: Vec<String>,
    captured: Vec<String>,
    author: Vec<String>,
    tags: Vec<String>,
    unknown: Vec<String>,
}

static ALIASES: LazyLock<Aliases> = LazyLock::new(|| toml::from_str(include_str!("aliases.toml")).unwrap_or_default());

/// The title is looked for in so many blocks: menus and kickers may stand before it.
const HEAD: usize = 10;
/// A title is cut off behind this many characters.
const LONGEST_TITLE: usize = 300;
/// The first line of a text is its title when it has at most this many characters.
const LONGEST_TITLE_LINE: usize = 200;
/// A line longer than this (in bytes) that holds a whole sentence and more is a paragraph.
const LONGEST_TITLE_WITH_STOPS: usize = 80;
/// A value longer than this (in characters) is no name, tag or address.
const LONGEST_VALUE: usize = 2_000;

/// The masthead that `fields` state. The title is empty when they state none.
pub(super) fn stated(fields: &Fields, warnings: &mut Vec<String>) -> Masthead {
    let fields = Normalised::new(fields);
    let mut masthead = Masthead {
        title: fields.texts(&ALIASES.title).into_iter().next().map(|t| shortened(&t)).unwrap_or_default(),
        authors: people(fields.texts(&ALIASES.author)),
        tags: tags(&fields),
        ..Masthead::default()
    };
    masthead.url = fields.texts(&ALIASES.url).into_iter().find(|t| is_address(t));
    let given: Vec<Vec<String>> = fields.values(&ALIASES.source).map(texts).collect();
    let address = || given.iter().flatten().find(|t| is_address(t)).cloned();
    masthead.url = masthead.url.or_else(address);
    // The first field that names an outlet; the others say the same in other words.
    let is_name = |t: &String| !is_address(t) && !is_other_address(t);
    let sources = given.into_iter().map(|t| t.into_iter().filter(is_name).collect::<Vec<_>>()).find(|t| !t.is_empty());
    masthead.url = masthead.url.map(|url| without_credentials(&url));
    masthead.sources = unique(sources.unwrap_or_default());
    masthead.date = fields.date(&ALIASES.published, Some(warnings));
    if masthead.date.is_some() {
        masthead.date_from = DateFrom::FrontMatter;
    }
    masthead.captured = fields.date(&ALIASES.captured, None);
    masthead
}

/// Whether a field of this name says something about a briefing.
pub(super) fn is_known_field(key: &str) -> bool {
    let key = normalised(key);
    let a = &*ALIASES;
    [&a.title, &a.url, &a.source, &a.published, &a.captured, &a.author, &a.tags]
        .into_iter()
        .any(|list| list.contains(&key))
}

/// The date of publication that the file's name or the head of the text gives, for a masthead without one.
pub(super) fn find_date(masthead: &mut Masthead, path: &Path, drafts: &[Draft]) {
    if masthead.date.is_some() {
        return;
    }
    let name = path.file_name().map(|n| n.to_string_lossy()).unwrap_or_default();
    if let Some(date) = dates::leading(&name) {
        (masthead.date, masthead.date_from) = (Some(date), DateFrom::FileName);
    } else if let Some(date) = dateline::find(drafts) {
        (masthead.date, masthead.date_from) = (Some(date), DateFrom::Text);
    }
}

/// Settles the title: the stated one, else the first heading, else the first line, else the file's name. The block that
/// says the title is taken from `drafts`, so that it does not stand there twice.
pub(super) fn settle_title(masthead: &mut Masthead, path: &Path, drafts: &mut Vec<Draft>) {
    if !masthead.title.is_empty() {
        let wanted = folded(&masthead.title);
        let repeats = |d: &Draft| {
            let first_line = d.text.lines().next().unwrap_or_default();
            matches!(d.kind, BlockKind::Heading(_) | BlockKind::Paragraph) && folded(first_line) == wanted
        };
        if let Some(at) = drafts.iter().take(HEAD).position(repeats) {
            drafts[at].drop_first_line();
            if drafts[at].text.is_empty() {
                blocks::take(drafts, at);
            }
        }
        return;
    }
    // Further down it heads a part of the article.
    let first_heading = drafts.iter().take(HEAD).position(|d| d.kind == BlockKind::Heading(1));
    let at = first_heading.or_else(|| {
        let first = drafts.iter().position(|d| d.kind != BlockKind::Rule)?;
        let draft = &drafts[first];
        let title = match draft.kind {
            BlockKind::Heading(_) => true,
            BlockKind::Paragraph => draft.quote_depth == 0 && reads_as_title(&draft.text),
            _ => false,
        };
        title.then_some(first)
    });
    masthead.title = match at {
        Some(at) => shortened(&clean_line(&blocks::take(drafts, at).text)),
        None => file_title(path),
    };
}

/// Whether the first line of a text can be its title: one line, not the opening paragraph of the article.
fn reads_as_title(line: &str) -> bool {
    let sentences = || {
        let ends = line.match_indices(". ").filter(|(at, _)| line[at + 2..].starts_with(char::is_uppercase)).count();
        ends > 0 && line.len() > LONGEST_TITLE_WITH_STOPS
    };
    !line.contains('\n') && line.chars().count() <= LONGEST_TITLE_LINE && !dateline::opens(line) && !sentences()
}

/// The file's name without its ending.
fn file_title(path: &Path) -> String {
    let stem = path.file_stem().map(|s| clean_line(&s.to_string_lossy())).unwrap_or_default();
    if stem.is_empty() || stem == "-" { "Untitled".to_owned() } else { shortened(&stem) }
}

/// The names in a line such as "AP and PA media" or "Reuters, AFP and TASS".
pub(super) fn names_in_line(line: &str) -> Vec<String> {
    let mut names: Vec<String> = line.split([',', ';', '/', '·', '|']).map(|n| n.trim().to_owned()).collect();
    let several = names.len() > 1;
    if let Some(last) = names.pop() {
        let parts = last
            .strip_prefix("and ")
            .map(|n| ("", n))
            .or_else(|| last.split_once(" and ").or_else(|| last.split_once(" & ")));
        match parts {
            // "Institute for War and Peace" is one name.
            Some((left, right)) if several || !left.split(' ').any(|w| matches!(w, "of" | "for" | "on")) => {
                names.extend([left.trim().to_owned(), right.trim().to_owned()]);
            }
            _ => names.push(last),
        }
    }
    unique(names.into_iter().map(|n| clean_line(n.trim_end_matches('.'))).collect())
}

/// Fields under their normalised names.
struct Normalised<'f>(Vec<(String, &'f Value)>);

impl<'f> Normalised<'f> {
    fn new(fields: &'f Fields) -> Self {
        Self(fields.iter().map(|(key, value)| (normalised(key), value)).collect())
    }

    /// The values under `aliases`, the order of the aliases first.
    fn values<'s>(&'s self, aliases: &'s [String]) -> impl Iterator<Item = &'f Value> + 's {
        aliases.iter().flat_map(|alias| self.0.iter().filter(move |(key, _)| key == alias).map(|(_, value)| *value))
    }

    /// What the first of `aliases` says that says anything.
    fn texts(&self, aliases: &[String]) -> Vec<String> {
        self.values(aliases).map(texts).find(|t| !t.is_empty()).unwrap_or_default()
    }

    /// The first full date under `aliases`; the others are reported in `warnings`.
    fn date(&self, aliases: &[String], mut warnings: Option<&mut Vec<String>>) -> Option<Date> {
        for text in self.values(aliases).filter_map(|value| texts(value).into_iter().next()) {
            let why = match dates::read(&text) {
                Reading::Day(date) => return Some(date),
                Reading::Ambiguous => "could mean two days",
                Reading::None => "is no full date",
            };
            if let Some(warnings) = warnings.as_deref_mut() {
                let shown: String = text.chars().take(40).collect();
                warnings.push(format!("the date “{shown}” {why}; write it as YYYY-MM-DD"));
            }
        }
        None
    }
}

/// A field's name in lower case, letters and digits only.
fn normalised(key: &str) -> String {
    key.chars().filter(|c| c.is_alphanumeric()).take(64).flat_map(char::to_lowercase).collect()
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
            // A person or publisher with more than a name.
            Value::Map(entries) => {
                let named =
                    ["name", "title", "headline", "url"].iter().find_map(|key| entries.iter().find(|(k, _)| k == key));
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

/// Authors without "By", and without the addresses that pages give in their place.
fn people(texts: Vec<String>) -> Vec<String> {
    let bare =
        |t: String| ["By ", "by ", "BY "].iter().find_map(|by| t.strip_prefix(by)).unwrap_or(&t).trim().to_owned();
    unique(texts.into_iter().map(bare).filter(|t| !is_address(t)).collect())
}

/// Tags of a list, or of one line with commas.
fn tags(fields: &Normalised<'_>) -> Vec<String> {
    let texts = fields.texts(&ALIASES.tags);
    let one_line = texts.len() == 1;
    let split = texts.iter().flat_map(|t| t.split(if one_line { [',', ';'] } else { ['\n', '\n'] }));
    unique(split.map(|t| t.trim().trim_start_matches('#').to_owned()).collect())
}

/// Without blanks and repetitions, the order kept.
fn unique(texts: Vec<String>) -> Vec<String> {
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

/// Letters and digits in lower case: what makes two titles the same.
fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn shortened(title: &str) -> String {
    match title.char_indices().nth(LONGEST_TITLE) {
        Some((end, _)) => format!("{}…", title[..end].trim_end()),
        None => title.to_owned(),
    }
}
