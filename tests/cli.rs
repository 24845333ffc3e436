//! The commands as a user or a script runs them.

mod world;

use std::fs;
use std::io::Read;
use std::path::PathBuf;
use std::process::Stdio;

use world::{Ran, World};

const CALL: &str = "+++\ntitle = \"The call\"\ndate = 2021-12-30\nsource = \"Example Wire\"\nauthor = \"A. Writer\"\nurl = \"https://example.org/call\"\n+++\n\nRussia has an estimated 100,000 troops near the border. Talks follow in January.\n";

#[test]
fn without_a_terminal_the_briefings_are_listed() {
    let world = World::new();
    world.briefing("call.md", CALL);
    world.briefing("sub/older.md", "+++\ntitle = \"Older\"\ndate = 2020-01-02\n+++\n\nText of it.\n");
    world.briefing("empty.md", "");
    world.briefing(".hidden.md", CALL);
    let folder = world.path("briefings");
    let ran = world.run([&folder]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let shown = folder.display();
    let expected = format!(
        "2021-12-30\tThe call\tExample Wire\t{shown}/call.md\n2020-01-02\tOlder\t-\t{shown}/sub/older.md\n!\tholds no text\t-\t{shown}/empty.md\n"
    );
    assert_eq!(ran.out, expected);
    let one = world.run([folder.join("call.md")]);
    assert_eq!(one.out.lines().count(), 1);
}

#[test]
fn the_folder_is_the_argument_else_the_configured_else_here_else_the_samples() {
    let world = World::new();
    world.briefing("call.md", CALL);
    let first = world.run::<&str>([]);
    assert_eq!(first.code, 0);
    assert!(first.err.starts_with("attache: samples") && first.err.lines().count() == 1, "{first:?}");
    assert!(first.out.lines().count() >= 12 && !first.out.contains("The call"));
    let second = world.run::<&str>([]);
    assert_eq!((second.err.as_str(), &second.out), ("", &first.out));

    let here = world.path("work/briefings");
    fs::create_dir(&here).unwrap();
    fs::write(here.join("here.txt"), "Here\n\nA text that is here.\n").unwrap();
    assert!(world.run::<&str>([]).out.contains("briefings/here.txt"));

    world.settings(&format!("[library]\nfolder = {:?}\n", world.path("briefings")));
    assert!(world.run::<&str>([]).out.contains("The call"));
    assert!(world.run(["briefings"]).out.contains("here.txt"));

    world.settings("[library]\nfolder = \"/no/such/folder\"\n");
    world.run::<&str>([]).failed(1, "library.folder");
}

#[test]
fn errors_are_one_line_and_say_what_to_do() {
    let world = World::new();
    let file = world.briefing("call.md", CALL);
    world.run(["no/such/folder"]).failed(1, "no/such/folder: there is no such file or folder");
    world.run(["exprot"]).failed(1, "did you mean the command export?");
    world.run(["a\u{1b}[2J\nb"]).failed(1, "a\\u{1b}[2J\\nb: there is no such");
    world.run(["--config", "nothing.toml"]).failed(1, "nothing.toml: cannot be read");
    world.run(["--frob"]).failed(2, "--frob");
    world.run(["extract"]).failed(2, "FILE");
    world.run(["extract", "--date", "2021-13-01", "x"]).failed(2, "2021-13-01");
    world.run(["extract", "nothing.md"]).failed(1, "nothing.md: cannot be read");
    world.run(["bookmark"]).failed(2, "command");
    world.run(["export", "--format", "xml"]).failed(2, "markdown, json");
    world.run(["briefings", "config", "check"]).failed(2, "a command stands alone");
    let add = |quote: &str| world.run(["bookmark", "add", file.to_str().unwrap(), "--quote", quote]);
    add("nowhere").failed(1, "does not occur");
    add("a").failed(1, "times; give more of it");
    add(" ").failed(1, "does not occur");
    world.run(["bookmark", "remove", "abc"]).failed(1, "bookmark abc: is no longer there");
    assert!(!world.path("data/attache/bookmarks.toml").exists());
}

#[test]
fn explain_says_which_rules_and_words_led_to_a_finding_and_what_was_turned_down() {
    let world = World::new();
    let file = world.briefing("call.md", &CALL.replace("Talks", "Talks in Geneva"));
    let text = world.run(["explain".as_ref(), file.as_os_str()]);
    assert_eq!((text.code, text.err.as_str()), (0, ""));
    let line = |start: &str| text.out.lines().find(|l| l.trim_start().starts_with(start)).unwrap_or_default();
    assert_eq!(line("Russia"), "  Russia, state");
    assert_eq!(line("found"), "    found        the lexicon has this name (known-name: “Russia”)");
    assert!(line("actor").contains("“Geneva”"), "{}", text.out);
    let json = world.run(["explain".as_ref(), "--format".as_ref(), "json".as_ref(), file.as_os_str()]);
    let record: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(
        record["actors"][0]["why"][0]["words"][0],
        serde_json::json!({ "start": 10, "end": 16, "text": "Russia" })
    );
    assert_eq!(record["near_misses"][0]["rule"], "place");
    world.run(["explain", "nothing.md"]).failed(1, "nothing.md: cannot be read");
}

#[test]
fn extract_gives_the_same_bytes_from_a_file_and_from_standard_input() {
    let world = World::new();
    let file = world.briefing("call.md", CALL);
    let first = world.run(["extract".as_ref(), file.as_os_str()]);
    assert_eq!(first.out, world.run(["extract".as_ref(), file.as_os_str()]).out);
    assert_eq!(first.out.lines().count(), 1);
    let piped = world.command().args(["extract", "-"]).stdin(fs::File::open(&file).unwrap()).output().unwrap();
    let piped = Ran::of(piped);
    let text = |line: &str| serde_json::from_str::<serde_json::Value>(line).unwrap()["text"].clone();
    assert_eq!(text(&piped.out), text(&first.out));
    let both = world.run(["extract".as_ref(), "gone.md".as_ref(), file.as_os_str()]);
    both.failed(1, "gone.md");
    assert_eq!(both.out, first.out, "the others are still printed");
}

#[test]
fn no_character_of_a_file_acts_on_the_terminal() {
    let world = World::new();
    let text = "+++\ntitle = \"A \\u001b[31m title \\u009b2J \\u202e\"\n+++\n\nA \u{1b}]0;x\u{7} text \u{7f}\u{85}\u{202e} of it, long enough.\n";
    let file = world.briefing("a\u{1b}[31m.md", text);
    for args in [vec!["extract".as_ref(), file.as_os_str()], vec![file.as_os_str()]] {
        let ran = world.run(args);
        assert_eq!(ran.code, 0, "{ran:?}");
        let acting = |c: char| (c.is_control() && c != '\n' && c != '\t') || ('\u{202a}'..='\u{202e}').contains(&c);
        assert!(!ran.out.contains(acting), "{ran:?}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let world = World::new();
    let file = world.briefing("call.md", &format!("{CALL}{}", "A sentence that fills the pipe. ".repeat(8000)));
    let mut child = world
        .command()
        .arg("extract")
        .args(vec![&file; 4])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut byte = [0];
    child.stdout.take().unwrap().read_exact(&mut byte).unwrap();
    let ran = Ran::of(child.wait_with_output().unwrap());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_under_the_output_is_an_error() {
    let world = World::new();
    let file = world.briefing("call.md", CALL);
    for args in [vec!["extract", file.to_str().unwrap()], vec!["man"], vec!["--print-config"], vec!["export"]] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = world.command().args(args).stdout(full).stderr(Stdio::piped()).output().unwrap();
        Ran::of(output).failed(1, "standard output: cannot be written");
    }
}

#[test]
fn completions_and_the_manual_know_every_command() {
    let world = World::new();
    for args in [vec!["completions", "bash"], vec!["completions", "fish"], vec!["completions", "zsh"], vec!["man"]] {
        let ran = world.run(&args);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        for command in ["extract", "export", "bookmark", "config"] {
            assert!(ran.out.contains(command), "{args:?} lacks {command}");
        }
    }
}

#[test]
fn a_date_that_the_reader_set_is_listed_and_cited() {
    let world = World::new();
    let file = world.briefing("undated.txt", "An undated text\n\nIt says nothing of when it was written.\n");
    let sha256 = attache::briefing::Briefing::load(&file).unwrap().sha256;
    let mut reading = attache::reading::Reading::open(&world.path("data/attache/reading.toml")).unwrap();
    reading.set_date(&sha256, &file, Some(jiff::civil::date(2021, 12, 30))).unwrap();
    assert!(world.run([world.path("briefings")]).out.starts_with("2021-12-30\tAn undated text\t"));
    world.bookmark(&file, "It says nothing");
    assert!(world.run(["export"]).out.contains("— \"An undated text\", 2021-12-30\n"));
    reading.set_date(&sha256, &file, None).unwrap();
    world.bookmark(&file, "when it was written");
    reading.set_date(&sha256, &file, Some(jiff::civil::date(2022, 1, 1))).unwrap();
    assert!(world.run(["export"]).out.contains("— \"An undated text\", 2022-01-01\n"));
    fs::write(world.path("data/attache/reading.toml"), "damaged").unwrap();
    let ran = world.run(["export"]);
    assert_eq!((ran.code, ran.err.lines().count()), (0, 1), "it goes on without the date: {ran:?}");
}

#[test]
fn show_prints_the_article_without_the_furniture_of_its_page() {
    let world = World::new();
    world.briefing(
        "page.md",
        "---\ntitle: A page\ndate: 2022-02-03\nsource: Example Wire\n---\n\nAdvertisement\n\nThe text.\n\n> Said he.\n\n1. one\n2. two\n   - inner\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n***\n\nThe end.\n",
    );
    let file = world.path("briefings").join("page.md");
    let ran = world.run([PathBuf::from("show"), file.clone()]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let expected = "A page\n2022-02-03 · Example Wire\n\nThe text.\n\n> Said he.\n\n1. one\n2. two\n  • inner\n\na | b\n1 | 2\n\n* * *\n\nThe end.\n";
    assert_eq!(ran.out, expected);
    let ran = world.run([PathBuf::from("show"), file.clone(), world.path("none.md"), file]);
    assert_eq!(ran.code, 1);
    assert_eq!(ran.out, format!("{expected}\n————————————\n\n{expected}"));
    assert_eq!(ran.err.lines().count(), 1);
}
