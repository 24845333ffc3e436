//! Bookmarks over their whole life: made, kept, changed by two programs, found again after edits, exported.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod world;

use std::fs;
use std::path::Path;

use attache::bookmarks::{Anchor, BriefingRef, Change, Done, Located, NewBookmark, Store, StoreError, locate};
use attache::briefing::{Briefing, Masthead};
use attache::text::Span;
use proptest::prelude::*;
use serde_json::Value;
use world::World;

fn briefing(sha256: &str, text: &str) -> Briefing {
    Briefing {
        path: "/briefings/a.md".into(),
        sha256: sha256.to_owned(),
        masthead: Masthead { title: "A".to_owned(), ..Masthead::default() },
        text: text.to_owned(),
        blocks: Vec::new(),
        folds: Vec::new(),
        declared: Default::default(),
        warnings: Vec::new(),
    }
}

fn new(quote: &str, note: &str, tags: &[&str]) -> Box<NewBookmark> {
    Box::new(NewBookmark {
        briefing: BriefingRef { path: "/briefings/a.md".into(), sha256: "00".to_owned(), ..BriefingRef::default() },
        anchor: Anchor { quote: quote.to_owned(), end: quote.chars().count(), ..Anchor::default() },
        note: note.to_owned(),
        tags: tags.iter().map(ToString::to_string).collect(),
    })
}

#[test]
fn every_change_can_be_undone_and_redone() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("bookmarks.toml");
    let mut store = Store::open(&path).unwrap();
    let one = store.apply(Change::Add(new("one", "", &[]))).unwrap().bookmark;
    store.apply(Change::Add(new("two", "a note", &["t"]))).unwrap();
    let both = fs::read_to_string(&path).unwrap();
    store.apply(Change::Edit { id: one.id.clone(), note: Some("x\ny".to_owned()), tags: None }).unwrap();
    assert_eq!(store.get(&one.id).unwrap().note, "x\ny");
    store.apply(Change::Remove { id: one.id.clone() }).unwrap();
    assert_eq!(store.bookmarks().len(), 1);

    assert_eq!(store.undo().unwrap().unwrap().done, Done::Added);
    assert_eq!(store.bookmarks()[0].note, "x\ny", "it is back in its place, with its note");
    assert_eq!(store.undo().unwrap().unwrap().done, Done::Edited);
    assert_eq!(store.get(&one.id).unwrap().note, "");
    assert_eq!(store.undo().unwrap().unwrap().done, Done::Removed);
    assert_eq!(store.undo().unwrap().unwrap().done, Done::Removed);
    assert_eq!(store.undo().unwrap(), None);
    assert_eq!(store.bookmarks(), []);
    for _ in 0..2 {
        store.redo().unwrap().unwrap();
    }
    let times =
        |text: &str| text.lines().filter(|l| !l.starts_with("modified")).map(|l| format!("{l}\n")).collect::<String>();
    assert_eq!(times(&fs::read_to_string(&path).unwrap()), both);
    store.redo().unwrap().unwrap();
    store.redo().unwrap().unwrap();
    assert_eq!(store.redo().unwrap(), None);
    assert_eq!(store.bookmarks().len(), 1);
}

#[test]
fn two_programs_do_not_lose_each_others_bookmarks() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("bookmarks.toml");
    let (mut one, mut two) = (Store::open(&path).unwrap(), Store::open(&path).unwrap());
    let first = one.apply(Change::Add(new("one", "", &[]))).unwrap().bookmark;
    two.apply(Change::Add(new("two", "", &[]))).unwrap();
    assert_eq!(two.bookmarks().len(), 2);
    assert!(one.refresh().unwrap() && !one.refresh().unwrap());
    two.apply(Change::Edit { id: first.id.clone(), note: Some("noted".to_owned()), tags: None }).unwrap();
    one.apply(Change::Edit { id: first.id.clone(), note: None, tags: Some(vec!["tag".to_owned()]) }).unwrap();
    assert_eq!(
        (one.get(&first.id).unwrap().note.as_str(), &one.get(&first.id).unwrap().tags[0]),
        ("noted", &"tag".into())
    );
    two.apply(Change::Remove { id: first.id.clone() }).unwrap();
    assert!(matches!(one.undo(), Err(StoreError::Gone { .. })));
    assert!(matches!(two.apply(Change::Add(new("two", "", &[]))), Err(StoreError::Exists { .. })));
    assert_eq!(Store::open(&path).unwrap().bookmarks().len(), 1);
}

#[test]
fn what_a_person_or_a_later_version_wrote_into_the_file_stays() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("bookmarks.toml");
    let mut store = Store::open(&path).unwrap();
    store.apply(Change::Add(new("one", "", &["t"]))).unwrap();
    let text = fs::read_to_string(&path).unwrap();
    let text = text
        .replace("version = 1", "# my own\nversion = 1 # one\ncolour = \"red\"")
        .replace("tags = [\"t\"]", "tags = [\"t\"] # why\nstars = { count = 5, at = 2021-12-30 }");
    fs::write(&path, text.clone() + "\n[view]\nsort = \"date\"\n").unwrap();
    let id = store.bookmarks()[0].id.clone();
    assert!(store.refresh().unwrap());
    store.apply(Change::Edit { id: id.clone(), note: None, tags: Some(vec!["u".to_owned()]) }).unwrap();
    store.apply(Change::Remove { id }).unwrap();
    store.undo().unwrap();
    store.apply(Change::Add(new("two", "", &[]))).unwrap();
    let now = fs::read_to_string(&path).unwrap();
    for kept in [
        "# my own\n",
        "version = 1 # one\n",
        "colour = \"red\"",
        "tags = [\"u\"] # why",
        "stars = { count = 5, at = 2021-12-30 }",
        "[view]\nsort = \"date\"\n",
    ] {
        assert!(now.contains(kept), "{kept}\n{now}");
    }
    assert_eq!(Store::open(&path).unwrap().bookmarks().len(), 2);
}

#[test]
fn a_damaged_or_newer_file_is_refused_and_never_written() {
    let world = World::new();
    let file = world.briefing("a.md", "A title\n\nThe passage number 1 stands here. Another one stands there.\n");
    world.bookmark(&file, "The passage number 1");
    world.bookmark(&file, "Another one stands there");
    let (store, whole) = (world.bookmarks_file(), fs::read_to_string(world.bookmarks_file()).unwrap());
    let cases = [
        (whole.replace("version = 1", "version = 2"), "version 2"),
        (whole.replace("version = 1\n", ""), "version = 1 is missing"),
        (whole.replace("start = ", "start = \""), "line 1"),
        (whole.replace("start = ", "start = -"), "start must be"),
        (whole[..whole.len() - 40].to_owned(), "damaged in line"),
        (whole.replace("sha256 = ", "sha = "), "sha256 is missing"),
        (format!("{whole}{}", &whole[whole.find("[[").unwrap()..]), "there twice"),
        (format!("<<<<<<< HEAD\n{whole}"), "line 1"),
        (String::new(), "it is empty"),
        ("bookmark = 3\nversion = 1".to_owned(), "[[bookmark]]"),
    ];
    for (text, words) in cases {
        fs::write(&store, &text).unwrap();
        world.run(["export"]).failed(1, words);
        let add = ["bookmark", "add", file.to_str().unwrap(), "--quote", "stands here"];
        world.run(add).failed(1, words);
        assert_eq!(fs::read_to_string(&store).unwrap(), text);
        assert!(fs::read_to_string(store.with_extension("toml.bak")).unwrap().contains("The passage number 1"));
    }
    fs::write(&store, b"\xff\xfe").unwrap();
    world.run(["export"]).failed(1, "bookmarks.toml.bak over it");
}

#[test]
fn an_export_finds_passages_in_edited_moved_and_missing_files() {
    let world = World::new();
    let text =
        "A title\n\nThe first paragraph says nothing.\n\nRussia has an estimated 100,000 troops near the border.\n";
    let [edited, moved, changed, gone] =
        ["edited", "moved", "changed", "gone"].map(|n| world.briefing(&format!("{n}.txt"), &format!("{n}: {text}")));
    for file in [&edited, &moved, &changed, &gone] {
        world.bookmark(file, "an estimated 100,000 troops near the border");
    }
    fs::write(&edited, format!("edited: {}", text.replace("nothing", "nothing at all"))).unwrap();
    fs::create_dir(world.path("briefings/sub")).unwrap();
    fs::rename(&moved, world.path("briefings/sub/elsewhere.txt")).unwrap();
    fs::write(&changed, format!("changed: {}", text.replace("100,000", "130,000"))).unwrap();
    fs::remove_file(&gone).unwrap();
    let ran = world.run(["export".as_ref(), "--format".as_ref(), "json".as_ref(), world.path("briefings").as_os_str()]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let all: Vec<Value> = serde_json::from_str(&ran.out).unwrap();
    let status = |name: &str| {
        let one = all.iter().find(|a| a["target"]["dc:title"].as_str().unwrap().starts_with(name)).unwrap();
        one["target"]["schema:status"].as_str().unwrap().to_owned()
    };
    assert_eq!(["edited", "moved", "changed", "gone"].map(status), ["moved", "exact", "orphan", "no-file"]);
    let markdown = world.run(["export"]).out;
    assert!(markdown.contains("**the file no longer says this**") && markdown.contains("the file cannot be read"));
}

#[test]
fn an_export_is_narrowed_and_written_to_a_file() {
    let world = World::new();
    let one = world.briefing("one.txt", "One\n\nThe first passage is here.\n");
    let two = world.briefing("sub/two.txt", "Two\n\nThe second passage is here.\n");
    world.bookmark(&one, "The first passage");
    let args =
        ["bookmark", "add", two.to_str().unwrap(), "--quote", "The second passage", "--tag", "a,b", "--note", "x"];
    assert_eq!(world.run(args).code, 0);
    let count = |args: &[&str]| {
        let ran = world.run(["export", "--format", "json"].iter().chain(args));
        serde_json::from_str::<Vec<Value>>(&ran.out).unwrap_or_else(|_| panic!("{ran:?}")).len()
    };
    let sub = world.path("briefings/sub");
    assert_eq!((count(&[]), count(&["--tag", "a"]), count(&["--tag", "a", "--tag", "c"])), (2, 1, 0));
    assert_eq!((count(&["--briefing", one.to_str().unwrap()]), count(&[sub.to_str().unwrap()])), (1, 1));

    let out = world.path("out.md");
    let export = |more: &[&str]| world.run(["export", "--output", out.to_str().unwrap()].iter().chain(more));
    assert_eq!(export(&[]).code, 0);
    assert_eq!(fs::read_to_string(&out).unwrap(), world.run(["export"]).out);
    export(&[]).failed(1, "add --force");
    assert_eq!(export(&["--force"]).code, 0);
    world.run(["export", "--force", "-o", one.to_str().unwrap()]).failed(1, "may be a briefing");
    world.run(["export", "-o", "/no/such/folder/x"]).failed(1, "cannot be written");
}

/// A paragraph of words, none of which is in the passages that the tests bookmark.
fn paragraph() -> impl Strategy<Value = String> {
    prop::collection::vec("(the|talks|went|on|in Geneva|12|of 3,000|he said|troops|[a-z]{1,8}|“so”|é)", 1..30)
        .prop_map(|words| words.join(" "))
}

fn paragraphs() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(paragraph(), 0..6)
}

const PASSAGE: &str = "Moscow moved an estimated 100,000 soldiers, said Ned Price";

proptest! {
    #[test]
    fn an_unchanged_passage_is_found_wherever_it_went(
        before in paragraphs(), after in paragraphs(), new_before in paragraphs(), new_after in paragraphs(),
        head in paragraph(), tail in paragraph(),
    ) {
        let text = |before: &[String], after: &[String]| {
            let start = format!("{}\n\n{head} ", before.join("\n\n"));
            (start.len(), format!("{start}{PASSAGE}. {tail}\n\n{}", after.join("\n\n")))
        };
        let (at, old) = text(&before, &after);
        let (now_at, now) = text(&new_before, &new_after);
        let bookmark = made(&briefing("old", &old), Span::new(at, at + PASSAGE.len()));
        let there = Span::new(now_at, now_at + PASSAGE.len());
        let located = locate(&bookmark, &briefing("new", &now));
        prop_assert_eq!(located.span(), Some(there));
        prop_assert_eq!(locate(&bookmark, &briefing("old", &old)), Located::Exact(Span::new(at, at + PASSAGE.len())));
    }

    #[test]
    fn a_passage_with_another_number_or_name_is_an_orphan(
        before in paragraphs(), after in paragraphs(), number in 0_u32..2_000_000, name in "[A-Z][a-z]{2,9}",
    ) {
        let text = |passage: &str| format!("{}\n\n{passage}. He left.\n\n{}", before.join("\n\n"), after.join("\n\n"));
        let old = text(PASSAGE);
        let at = old.find(PASSAGE).unwrap();
        let bookmark = made(&briefing("old", &old), Span::new(at, at + PASSAGE.len()));
        prop_assume!(number != 100_000 && name != "Price" && name != "Moscow");
        for changed in [PASSAGE.replace("100,000", &number.to_string()), PASSAGE.replace("Price", &name), PASSAGE.replace("Moscow", &name), PASSAGE.replace("100,000", "1100,000")] {
            prop_assert_eq!(locate(&bookmark, &briefing("new", &text(&changed))), Located::Orphan);
        }
    }

    #[test]
    fn any_text_comes_back_from_the_file(
        quote in any::<String>(), note in any::<String>(), second in any::<String>(), tag in any::<String>(), title in "\\PC*|[\\x00-\\x7f]*",
    ) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("bookmarks.toml");
        let mut store = Store::open(&path).unwrap();
        let mut first = new(&quote, &note, &[&tag]);
        first.briefing.title = title;
        first.briefing.url = Some(format!("https://example.org/{quote}"));
        let id = store.apply(Change::Add(first.clone())).unwrap().bookmark.id;
        let read = Store::open(&path).unwrap().bookmarks()[0].clone();
        prop_assert_eq!((&read.anchor, &read.note, &read.tags, &read.briefing), (&first.anchor, &first.note, &first.tags, &first.briefing));
        store.apply(Change::Edit { id, note: Some(second.clone()), tags: Some(vec![]) }).unwrap();
        let read = Store::open(&path).unwrap();
        prop_assert_eq!((&read.bookmarks()[0].note, read.bookmarks()), (&second, store.bookmarks()));
    }
}

/// A bookmark of the passage at `span`, as the store would make it.
fn made(briefing: &Briefing, span: Span) -> attache::bookmarks::Bookmark {
    let NewBookmark { briefing, anchor, note, tags } = NewBookmark::of(briefing, span);
    let created = "2022-01-01T00:00:00Z".parse().unwrap();
    attache::bookmarks::Bookmark { id: "a".to_owned(), briefing, anchor, note, tags, created, modified: None }
}

#[test]
fn a_read_only_folder_gives_a_clear_error_and_loses_nothing() {
    let world = World::new();
    let file = world.briefing("a.txt", "A title\n\nThe passage is here. Another is there.\n");
    world.bookmark(&file, "The passage is here");
    let before = fs::read(world.bookmarks_file()).unwrap();
    let mut permissions = fs::metadata(world.bookmarks_file()).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(world.bookmarks_file(), permissions).unwrap();
    let ran = world.run(["bookmark", "add", file.to_str().unwrap(), "--quote", "Another is there"]);
    ran.failed(1, "cannot be written");
    assert_eq!(fs::read(world.bookmarks_file()).unwrap(), before);
    assert!(!Path::new(&format!("{}.tmp", world.bookmarks_file().display())).exists());
}
