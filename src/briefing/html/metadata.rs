//! What a page says of itself: JSON-LD, `<meta>` of several vocabularies, canonical address, `<time>`, `<title>`, and the
//! comment that SingleFile leaves. Gives fields; which of them counts is settled in `masthead`.

use ego_tree::NodeRef;
use scraper::node::Element;
use scraper::{Html, Node};
use serde_json::Value as Json;

use super::super::Place;
use super::super::fields::{Field, Fields, Value};

/// Longer metadata (in bytes) is not read.
const LONGEST_JSON: usize = 1_000_000;
/// As many objects of JSON-LD are looked at.
const MAX_OBJECTS: usize = 10_000;

/// The fields of a page whose article is `article`; its first lines are `opening`.
pub(super) fn fields(document: &Html, article: NodeRef<'_, Node>, opening: Vec<String>) -> Fields {
    let mut found = Found { opening, ..Found::default() };
    for node in document.tree.nodes() {
        match node.value() {
            Node::Element(element) => found.element(node, element),
            Node::Comment(comment) => found.comment(comment),
            _ => {}
        }
    }
    found.article_time(article);
    found.into_fields()
}

/// What was found, kind by kind.
#[derive(Default)]
struct Found {
    linked_data: Fields,
    meta: Fields,
    others: Fields,
    headings: Vec<String>,
    title: Option<String>,
    opening: Vec<String>,
}

impl Found {
    fn element(&mut self, node: NodeRef<'_, Node>, element: &Element) {
        match element.name() {
            "script" if element.attr("type").is_some_and(|t| t.trim().eq_ignore_ascii_case("application/ld+json")) => {
                self.linked_data(&text_of(node, LONGEST_JSON));
            }
            "meta" => {
                let name = ["property", "name", "itemprop"].into_iter().find_map(|n| element.attr(n));
                if let (Some(name), Some(content)) = (name, element.attr("content").filter(|c| c.len() <= 10_000)) {
                    self.meta.push(Field::text(Place::Meta, name, content));
                }
            }
            "link" if element.attr("rel").is_some_and(|r| r.eq_ignore_ascii_case("canonical")) => {
                if let Some(address) = element.attr("href") {
                    self.others.push(Field::text(Place::Element, "<link rel=canonical>", address));
                }
            }
            "title" if self.title.is_none() && !inside(node, "svg") => self.title = Some(text_of(node, 2_000)),
            "h1" if self.headings.len() < 10 => self.headings.push(text_of(node, 2_000)),
            "time" => {
                let published = element.attr("pubdate").is_some()
                    || element.attr("itemprop").is_some_and(|p| p.eq_ignore_ascii_case("datePublished"))
                    || element.attr("class").is_some_and(|c| {
                        c.split_whitespace()
                            .any(|c| matches!(c, "published" | "entry-date" | "dt-published" | "pubdate"))
                    });
                if let (true, Some(day)) = (published, element.attr("datetime")) {
                    self.others.push(Field::text(Place::Element, "<time>", day));
                }
            }
            _ => {}
        }
    }

    /// `Page saved with SingleFile`, ` url: …`, ` saved date: …`.
    fn comment(&mut self, comment: &str) {
        if !comment.contains("SingleFile") || comment.len() > 10_000 {
            return;
        }
        for line in comment.lines() {
            let line = line.trim();
            for (mark, key) in [("url:", "url"), ("saved date:", "saved date")] {
                if let Some(value) = line.strip_prefix(mark) {
                    self.others.push(Field::text(Place::SavedPage, key, value.trim()));
                }
            }
        }
    }

    /// The first `<time datetime>` before the article's prose.
    fn article_time(&mut self, article: NodeRef<'_, Node>) {
        for node in article.descendants() {
            match node.value() {
                Node::Element(element) if element.name() == "time" => {
                    if let Some(day) = element.attr("datetime") {
                        self.others.push(Field::text(Place::Element, "<time>", day));
                        return;
                    }
                }
                Node::Element(element) if element.name() == "p" && text_of(node, 200).len() >= 150 => return,
                _ => {}
            }
        }
    }

    /// The first article of a block of JSON-LD.
    fn linked_data(&mut self, source: &str) {
        let Ok(json) = serde_json::from_str::<Json>(source) else { return };
        let mut todo = vec![&json];
        let mut seen = 0;
        while let Some(value) = todo.pop() {
            seen += 1;
            if seen > MAX_OBJECTS {
                return;
            }
            match value {
                Json::Array(items) => todo.extend(items.iter().rev()),
                Json::Object(object) => {
                    if is_article(object.get("@type")) {
                        self.linked_article(object);
                        return;
                    }
                    todo.extend(object.get("mainEntity"));
                    todo.extend(object.get("@graph"));
                }
                _ => {}
            }
        }
    }

    fn linked_article(&mut self, object: &serde_json::Map<String, Json>) {
        let names = [
            "headline",
            "datePublished",
            "dateModified",
            "author",
            "publisher",
            "url",
            "mainEntityOfPage",
            "keywords",
            "inLanguage",
        ];
        for name in names {
            if let Some(value) = object.get(name) {
                self.linked_data.push(Field::new(Place::LinkedData, name, Value::from(value.clone())));
            }
        }
    }

    fn meta_text(&self, name: &str) -> Option<&str> {
        self.meta.iter().find_map(|field| match &field.value {
            Value::Text(text) if field.name.eq_ignore_ascii_case(name) && !text.trim().is_empty() => {
                Some(text.as_str())
            }
            _ => None,
        })
    }

    /// All fields, the most trusted first, with one title among them.
    fn into_fields(self) -> Fields {
        let headline = self.linked_data.iter().find_map(|field| match &field.value {
            Value::Text(text) if field.name == "headline" && !text.trim().is_empty() => Some(text.clone()),
            _ => None,
        });
        let site = self.meta_text("og:site_name").map(str::to_owned);
        let mut headings = self.headings.iter().filter(|h| !h.trim().is_empty());
        let sole_heading = headings.next().filter(|_| headings.next().is_none()).cloned();
        let mut outlet = None;
        let of = |place, name| move |title: String| Field::text(place, name, title);
        let title = headline
            .map(of(Place::LinkedData, "headline"))
            .or_else(|| sole_heading.map(of(Place::Element, "<h1>")))
            .or_else(|| {
                let title = self.meta_text("og:title")?;
                Some(of(Place::Meta, "og:title")(without_outlet(title, site.as_deref(), &self.opening).0))
            })
            .or_else(|| {
                let (title, suffix) = without_outlet(self.title.as_deref()?, site.as_deref(), &self.opening);
                outlet = suffix;
                Some(of(Place::Element, "<title>")(title))
            });
        let mut fields = Fields::new();
        fields.extend(title);
        fields.extend(self.linked_data.into_iter().filter(|field| field.name != "headline"));
        // `<meta name="title">` and the like often bear the outlet's name.
        fields.extend(self.meta.into_iter().filter(|field| !is_title(&field.name)));
        fields.extend(self.others);
        fields.extend(outlet.map(|o| Field::text(Place::Element, "outlet in <title>", o)));
        fields
    }
}

fn is_title(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.ends_with("title") || name == "headline"
}

/// A title without the outlet behind its last separator, and that outlet: "Talks open | The Gazette".
fn without_outlet(title: &str, site: Option<&str>, opening: &[String]) -> (String, Option<String>) {
    let title = title.trim();
    if opening.iter().any(|line| line.trim() == title) {
        return (title.to_owned(), None);
    }
    let fold = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    for separator in [" | ", " - ", " – ", " — ", " · ", " :: ", " » "] {
        let Some((head, tail)) = title.rsplit_once(separator) else { continue };
        let named = site.is_some_and(|site| fold(site) == fold(tail));
        if fold(tail).is_empty() {
            continue;
        }
        // The article begins with the title proper.
        let repeated = opening.iter().any(|line| fold(line) == fold(head));
        // A bar parts nothing else; a dash may stand in a headline.
        let barred = separator == " | " && tail.split_whitespace().count() <= 4 && head.split_whitespace().count() >= 3;
        if (named || barred || repeated) && !head.trim().is_empty() {
            return (head.trim().to_owned(), Some(tail.trim().to_owned()));
        }
    }
    (title.to_owned(), None)
}

fn is_article(kind: Option<&Json>) -> bool {
    let named = |name: &str| name.ends_with("Article") || name.ends_with("Posting") || name == "Report";
    match kind {
        Some(Json::String(name)) => named(name),
        Some(Json::Array(names)) => names.iter().filter_map(Json::as_str).any(named),
        _ => false,
    }
}

fn inside(node: NodeRef<'_, Node>, name: &str) -> bool {
    // A title stands near the root; a drawing's title stands in the drawing.
    node.ancestors().take(8).any(|n| n.value().as_element().is_some_and(|e| e.name() == name))
}

/// The text below `node`, at most `limit` bytes or so.
fn text_of(node: NodeRef<'_, Node>, limit: usize) -> String {
    let mut out = String::new();
    for text in node.descendants().filter_map(|n| n.value().as_text()) {
        if out.len() > limit {
            break;
        }
        out.push_str(text);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outlet_behind_a_title_is_known_by_a_bar_or_by_its_name() {
        let cut = |title, site| without_outlet(title, site, &["Talks stall".to_owned()]);
        assert_eq!(cut("Talks open in Geneva | TIME", None), ("Talks open in Geneva".into(), Some("TIME".into())));
        assert_eq!(cut("Talks open - The Gazette", Some("The Gazette")).0, "Talks open");
        assert_eq!(cut("Talks stall - Old Times", None), ("Talks stall".into(), Some("Old Times".into())));
        for title in ["L’été – €", "Kyiv – a city waits", "Truce or war - what next", "Yes | No", "Analysis: who gains"]
        {
            assert_eq!(cut(title, Some("The Gazette")), (title.to_owned(), None));
        }
    }
}
