//! A briefing of each format, of our own writing, and what must come out of it.
//!
//! The snapshots beside the fixtures show the masthead, then each block with its kind, text and styles.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fmt::Write;
use std::path::{Path, PathBuf};

use attache::briefing::{Block, BlockKind, Briefing, DateFrom, InlineStyle, LoadError, Statement};
use jiff::civil::date;

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/loading").join(name)
}

fn parse(name: &str, text: &str) -> Briefing {
    Briefing::parse(Path::new(name), text.as_bytes()).unwrap()
}

/// The briefing as lines that a person can check.
fn outline(briefing: &Briefing) -> String {
    let mut out = String::new();
    let masthead = &briefing.masthead;
    for Statement { what, value, origin } in masthead.statements() {
        let origin = origin.map_or("nowhere".to_owned(), |o| o.to_string());
        let _ = writeln!(out, "{what}: {value} (from {origin})");
    }
    for warning in &briefing.warnings {
        let _ = writeln!(out, "warning: {warning}");
    }
    let folded = |out: &mut String, at: usize| {
        for line in briefing.folds.iter().filter(|f| f.before == at).flat_map(|f| &f.lines) {
            let _ = writeln!(out, "\n┊ {line}");
        }
    };
    for (index, block) in briefing.blocks.iter().enumerate() {
        folded(&mut out, index);
        let text = block.span.of(&briefing.text).replace('\n', "⏎");
        let _ = writeln!(out, "\n{}{} {text}", ">".repeat(block.quote_depth.into()), kind(block));
        for style in &block.styles {
            let _ = writeln!(out, "    {:?}: {}", style.style, style.span.of(&briefing.text));
        }
        if let BlockKind::Table { rows, .. } = &block.kind {
            let cells =
                |row: &Vec<attache::text::Span>| row.iter().map(|c| c.of(&briefing.text)).collect::<Vec<_>>().join("¦");
            let _ = writeln!(out, "    {}", rows.iter().map(cells).collect::<Vec<_>>().join(" // "));
        }
    }
    folded(&mut out, briefing.blocks.len());
    out
}

fn kind(block: &Block) -> String {
    match &block.kind {
        BlockKind::Heading(level) => format!("[heading {level}]"),
        BlockKind::ListItem { depth, marker } => format!("[item {depth} {}]", marker.as_deref().unwrap_or("-")),
        BlockKind::Table { header, .. } => format!("[table, header {header}]"),
        other => format!("[{other:?}]").to_lowercase(),
    }
}

#[test]
fn each_format_comes_out_as_the_article() {
    for name in [
        "clipping.md",
        "markdownload.md",
        "pandoc.markdown",
        "pandoc-yaml.md",
        "wire.txt",
        "copied-page.txt",
        "page.html",
        "singlefile.html",
        "div-soup.html",
        "table-layout.html",
        "teasers.html",
        "strict.xhtml",
        "letter.eml",
        "page-only.eml",
    ] {
        let briefing = Briefing::load(&fixture(name)).unwrap();
        insta::with_settings!({ snapshot_path => "loading", prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(name, outline(&briefing));
        });
    }
}

#[test]
fn the_title_is_the_stated_one_else_the_heading_else_the_first_line_else_the_files_name() {
    let long = "A paragraph that opens the article goes on for a while and then some. It has a second sentence, too.";
    for (name, text, title, blocks) in [
        ("a.md", "---\ntitle: Stated\n---\n# Heading\n\nText.", "Stated", 3),
        ("a.md", "---\ntitle: Stated\n---\n# STATED\n\nText.", "Stated", 2),
        ("a.md", "---\nheadline: Head\n---\nText.", "Head", 2),
        ("a.md", "Kicker\n\n# Heading *here*\n\nText.", "Heading here", 3),
        ("a.md", "## Second level\n\nText.", "Second level", 2),
        ("a.md", "First line\n\nText.", "First line", 2),
        ("a.txt", "First line\nBy nobody\n\nText.", "First line", 3),
        ("a.txt", "KYIV, Feb 5 (Agency) - Text.", "a", 2),
        ("talks in may.md", long, "talks in may", 2),
        ("a.md", "- item", "a", 2),
        ("a.html", "<title>Page title here</title><p>Text of the page.", "Page title here", 2),
        ("a.html", "<title>Talks stall - Old Times</title><b>Talks stall</b><br>Friday<p>Text.", "Talks stall", 3),
        ("a.html", "<title>Outlet</title><h1>Heading</h1><p>Text.", "Heading", 2),
        ("a.md", "---\ntitle: Only a title\n---\n", "Only a title", 1),
        ("-", "- item", "Untitled", 2),
    ] {
        let briefing = parse(name, text);
        assert_eq!((briefing.masthead.title.as_str(), briefing.blocks.len()), (title, blocks), "{name}: {text}");
        assert!(briefing.text.starts_with(title));
    }
}

#[test]
fn the_date_is_stated_else_in_the_name_else_at_the_head_else_unknown() {
    let day = Some(date(2024, 5, 17));
    for (name, text, expected) in [
        ("2020-01-01-a.md", "---\ndate: 2024-05-17\n---\nT", (day, DateFrom::FrontMatter)),
        ("a.md", "---\npublished: 17 May 2024\ndate: 2020-01-01\n---\nT", (day, DateFrom::FrontMatter)),
        ("a.md", "---\ndate: unknown\npublishedAt: 2024-05-17T23:59:00-08:00\n---\nT", (day, DateFrom::FrontMatter)),
        ("a.md", "+++\ndate = 2024-05-17T10:00:00Z\n+++\nT", (day, DateFrom::FrontMatter)),
        ("a.md", "---\ncreated: 2020-01-01\nsaved: 2020-01-01\n---\nT", (None, DateFrom::None)),
        ("2024-05-17-a.md", "---\ncreated: 2020-01-01\n---\nT", (day, DateFrom::FileName)),
        ("20240517a.txt", "T\n\n1 January 2020", (day, DateFrom::FileName)),
        ("a.txt", "T\n\nOSLO, 17 May 2024 – Words.", (day, DateFrom::Text)),
        ("a.md", "# T\n\n*Friday 17 May 2024 18.42 BST*\n\nWords.", (day, DateFrom::Text)),
        ("a.txt", "T\n\nOSLO, May 17 (Agency) – Words.", (None, DateFrom::None)),
        ("a.txt", "T\n\nThe treaty of 17 May 2024 is dead.", (None, DateFrom::None)),
        ("a.md", "---\ndate: 05/06/2024\n---\nT", (None, DateFrom::None)),
    ] {
        let masthead = parse(name, text).masthead;
        assert_eq!((masthead.date, masthead.date_from()), expected, "{name}: {text}");
    }
}

#[test]
fn a_date_that_cannot_be_read_is_reported_and_an_unknown_one_is_not() {
    let warnings = |date: &str| parse("a.md", &format!("---\ntitle: T\ndate: {date}\n---\nText.")).warnings;
    assert_eq!(warnings("05/06/2024"), ["the date “05/06/2024” could mean two days; write it as YYYY-MM-DD"]);
    assert_eq!(warnings("last spring"), ["the date “last spring” is no full date; write it as YYYY-MM-DD"]);
    for fine in ["unknown", "", "~", "n/a", "2024-05-17", "27/02/2026"] {
        assert!(warnings(fine).is_empty(), "{fine}");
    }
}

#[test]
fn sources_address_and_people_are_told_apart() {
    let masthead = |fields: &str| parse("a.md", &format!("---\n{fields}\n---\nText.")).masthead;
    let found = masthead("source: https://a.example/x\nsite: The Gazette\nauthor: By Ada Quill");
    assert_eq!(found.url.as_deref(), Some("https://a.example/x"));
    assert_eq!((found.sources, found.authors), (vec!["The Gazette".to_owned()], vec!["Ada Quill".to_owned()]));
    assert_eq!(masthead("source: AP").sources, ["AP"]);
    assert_eq!(masthead("sources: [AP, AP, \"[[Wire]]\"]").sources, ["AP", "Wire"]);
    assert_eq!(masthead("source: https://u:p@a.example/x").url.as_deref(), Some("https://a.example/x"));
    for unsafe_address in ["javascript:alert(1)", "file:///etc/passwd"] {
        let found = masthead(&format!("source: '{unsafe_address}'\nurl: '{unsafe_address}'"));
        assert_eq!((found.url, found.sources), (None, Vec::new()), "{unsafe_address}");
    }
}

#[test]
fn broken_front_matter_hides_nothing_and_is_reported_once() {
    for text in [
        "---\ntitle: Talks: the second day\ntags: [a\n---\nThe body stands.",
        "---\ntitle: Talks\n\tbad: tab\n---\nThe body stands.",
        "---\ntitle: Talks\n\nThe body stands.",
        "+++\ntitle = \"Talks\"\ndate = = 3\n+++\nThe body stands.",
        "---\ntitle: Talks\na: &a [*a]\n---\nThe body stands.",
        &format!("---\ntitle: Talks\nx: {}\n---\nThe body stands.", "[".repeat(10_000)),
        &format!("+++\ntitle = 'Talks'\nx = {}\n+++\nThe body stands.", "[".repeat(10_000)),
    ] {
        let briefing = parse("a.md", text);
        let shown: String = text.chars().take(60).collect();
        assert!(briefing.text.ends_with("The body stands."), "{shown}");
        assert!(briefing.masthead.title.starts_with("Talks"), "{shown}: {}", briefing.masthead.title);
        assert_eq!(briefing.warnings.len(), 1, "{shown}: {:?}", briefing.warnings);
        assert!(!briefing.warnings[0].contains('\n'));
    }
    let bomb: String =
        (1..9).map(|i| format!("a{i}: &a{i} [{}]\n", vec![format!("*a{}", i - 1); 9].join(","))).collect();
    let briefing = parse("a.md", &format!("---\na0: &a0 [x]\n{bomb}---\nThe body stands."));
    assert!(briefing.text.ends_with("The body stands.") && briefing.warnings.len() == 1);
}

#[test]
fn a_rule_at_the_top_is_no_front_matter() {
    for text in ["---\n\nA first line.\n\nMore.", "---\nA first line.\n---\nMore."] {
        let briefing = parse("a.md", text);
        assert!(briefing.text.contains("A first line.") && briefing.text.contains("More."), "{text}");
        assert!(briefing.warnings.is_empty(), "{text}");
    }
}

#[test]
fn links_keep_only_targets_that_may_be_opened() {
    let targets = |text: &str| -> Vec<String> {
        let styles = parse("a.md", &format!("# T\n\nWords and {text}.")).blocks.remove(1).styles;
        styles.into_iter().filter_map(|s| if let InlineStyle::Link(t) = s.style { Some(t) } else { None }).collect()
    };
    assert_eq!(targets("[a](https://a.example/x)"), ["https://a.example/x"]);
    assert_eq!(targets("[a](/on/this/site)"), ["/on/this/site"]);
    assert_eq!(targets("<mailto:a@b.example>"), ["mailto:a@b.example"]);
    for unsafe_target in
        ["javascript:alert(1)", "JavaScript:x", "data:text/html,x", "file:///etc/passwd", "&#1;javascript:x"]
    {
        assert!(targets(&format!("[a]({unsafe_target})")).is_empty(), "{unsafe_target}");
    }
}

#[test]
fn files_that_are_no_briefings_say_why() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let error = |path: &Path| Briefing::load(path).unwrap_err();
    assert!(matches!(error(&write("a.md", b"")), LoadError::Empty));
    assert!(matches!(error(&write("b.md", b" \n\t\n")), LoadError::Empty));
    assert!(matches!(error(&write("c.md", &[0; 100])), LoadError::Binary));
    assert!(matches!(error(&write("d.pdf", b"text")), LoadError::UnknownFormat));
    assert!(matches!(error(&folder.path().join("none.md")), LoadError::Io(_)));
    assert!(matches!(error(folder.path()), LoadError::NotAFile));
    let large = write("e.md", b"");
    std::fs::File::options().write(true).open(&large).unwrap().set_len(attache::briefing::MAX_BYTES + 1).unwrap();
    assert!(matches!(error(&large), LoadError::TooLarge));
}

#[cfg(unix)]
#[test]
fn a_pipe_is_refused_without_waiting_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pipe.md");
    if std::process::Command::new("mkfifo").arg(&path).status().is_ok_and(|s| s.success()) {
        assert!(matches!(Briefing::load(&path), Err(LoadError::NotAFile)));
    }
}

#[test]
fn a_text_without_an_ending_is_known_by_its_look() {
    let blocks = |text: &str| parse("-", text).blocks;
    assert_eq!(blocks("<!DOCTYPE html><h1>T</h1><p>Words.</p>").len(), 2);
    assert_eq!(blocks("# T\n\nWords *here*.")[1].styles.len(), 1);
    assert!(blocks("T\n\n2 * 3 * 4 is 24.")[1].styles.is_empty());
}

#[test]
fn the_hash_is_that_of_the_bytes() {
    let briefing = parse("a.md", "abc");
    assert_eq!(briefing.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
