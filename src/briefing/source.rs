//! Bytes → what a file states of itself and the drafts of its article, whatever its format.

use std::path::Path;

use super::blocks::Draft;
use super::fields::{Entries, Field, Fields};
use super::{LoadError, Place, declared, decode, front_matter, html, mail, markdown, plain};

/// A file, read but not yet understood.
#[derive(Debug, Default)]
pub(super) struct Source {
    /// What it states of itself: front matter first, then the metadata of the page or the headers of the mail.
    pub(super) fields: Fields,
    /// The fields of its front matter that declare what is in it. Pages and mails declare nothing, whatever they say.
    pub(super) declarations: Entries,
    /// Its blocks.
    pub(super) drafts: Vec<Draft>,
    /// Whether the drafts are the main text of a page, chosen from all that is on it.
    pub(super) chosen: bool,
    /// Whether its front matter is broken.
    pub(super) broken: bool,
    /// What is to be said about it, one line each.
    pub(super) warnings: Vec<String>,
}

/// Reads `bytes` as the format that the ending of `path` names, else the one they look like.
pub(super) fn read(path: &Path, bytes: &[u8]) -> Result<Source, LoadError> {
    let format = by_ending(path);
    if format == Some(Format::Mail) {
        return read_mail(bytes);
    }
    let decode::Decoded { text, warning } = decode::decode(bytes, format == Some(Format::Html))?;
    let mut source = Source { warnings: warning.into_iter().collect(), ..Source::default() };
    let (front_matter::FrontMatter { fields, warning }, body) = front_matter::split(&text);
    source.broken = warning.is_some();
    source.declarations = fields.iter().filter(|(key, _)| declared::is_declaration(key)).cloned().collect();
    source.fields = Field::all(Place::FrontMatter, fields);
    source.warnings.extend(warning);
    match format.unwrap_or_else(|| by_look(&text)) {
        Format::Markdown => source.drafts = markdown::drafts(body),
        Format::Html => source.add_page(body),
        Format::Plain | Format::Mail => source.drafts = plain::drafts(body),
    }
    Ok(source)
}

fn read_mail(bytes: &[u8]) -> Result<Source, LoadError> {
    let (fields, body) = mail::read(bytes).ok_or(LoadError::Empty)?;
    let mut source = Source { fields, ..Source::default() };
    match body {
        mail::Body::Plain(text) => source.drafts = plain::drafts(&text),
        mail::Body::Html(page) => source.add_page(&page),
    }
    Ok(source)
}

impl Source {
    fn add_page(&mut self, page: &str) {
        let (metadata, drafts) = html::page(page);
        self.fields.extend(metadata);
        self.drafts = drafts;
        self.chosen = true;
    }
}

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Markdown,
    Plain,
    Html,
    Mail,
}

fn by_ending(path: &Path) -> Option<Format> {
    match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "md" | "markdown" => Some(Format::Markdown),
        "txt" => Some(Format::Plain),
        "html" | "htm" | "xhtml" => Some(Format::Html),
        "eml" => Some(Format::Mail),
        _ => None,
    }
}

/// The format of a text that has no ending to tell it, as on standard input.
fn by_look(text: &str) -> Format {
    let start: String = text.trim_start().chars().take(64).collect::<String>().to_ascii_lowercase();
    if ["<!doctype html", "<html", "<head", "<body", "<!--", "<article"].iter().any(|s| start.starts_with(s)) {
        return Format::Html;
    }
    let marked =
        |line: &str| line.starts_with("# ") || line.starts_with("## ") || line.contains("](") || line.contains("**");
    if start.starts_with("---\n") || start.starts_with("+++\n") || text.lines().take(200).any(marked) {
        Format::Markdown
    } else {
        Format::Plain
    }
}
