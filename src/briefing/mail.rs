//! A saved mail → its fields and its text: RFC 5322 and MIME, by `mail-parser`. Newsletters reach a folder this way.

use mail_parser::{HeaderValue, Message, MessageParser, PartType};

use super::Place;
use super::decode::clean_lines;
use super::fields::{Field, Fields};

/// The text of a mail.
pub(super) enum Body {
    /// As it was typed.
    Plain(String),
    /// As a page.
    Html(String),
}

/// What the headers of a mail say, and its text: the part that is plain text, else the one that is HTML. None where `bytes`
/// are no mail.
pub(super) fn read(bytes: &[u8]) -> Option<(Fields, Body)> {
    let message = MessageParser::default().parse(bytes)?;
    let body = body(&message)?;
    let mut fields = Fields::new();
    let mut state = |name: &str, value: Option<String>| {
        fields.extend(value.map(|text| Field::text(Place::MailHeader, name, text)));
    };
    state("Subject", message.subject().map(str::to_owned));
    state("From", message.from().and_then(|from| from.first()?.name().map(str::to_owned)));
    // The day of the sender's own clock, as the header has it.
    let date = message.date().filter(|d| d.is_valid());
    state("Date", date.map(|d| format!("{:04}-{:02}-{:02}", d.year, d.month, d.day)));
    state("List-Id", list_name(message.list_id()));
    Some((fields, body))
}

/// The name of the list in "The Weekly Brief <weekly.example.org>".
fn list_name(header: &HeaderValue<'_>) -> Option<String> {
    let name = match header {
        HeaderValue::Address(address) => address.first()?.name()?.to_owned(),
        HeaderValue::Text(text) => text.split('<').next()?.to_owned(),
        _ => return None,
    };
    let name = name.trim().trim_matches('"').to_owned();
    (!name.is_empty()).then_some(name)
}

fn body(message: &Message<'_>) -> Option<Body> {
    let plain = message.text_bodies().find_map(|part| match &part.body {
        PartType::Text(text) if !text.trim().is_empty() => Some(Body::Plain(clean_lines(text).into_owned())),
        _ => None,
    });
    plain.or_else(|| {
        message.html_bodies().find_map(|part| match &part.body {
            PartType::Html(page) if !page.trim().is_empty() => Some(Body::Html(clean_lines(page).into_owned())),
            _ => None,
        })
    })
}
