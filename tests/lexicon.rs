//! The reader's own lexicons: what their entries do to what is found, what is said of bad ones, and where they are read from.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod world;

use std::fs;
use std::path::Path;

use attache::briefing::Briefing;
use attache::extract::{Findings, LexiconInForce, OwnLexicon, extract};
use world::World;

fn find(layers: &[&str], text: &str) -> Findings {
    let bytes = format!("A title\n\n{text}\n");
    let briefing = Briefing::parse(Path::new("2024-02-01-test.txt"), bytes.as_bytes()).unwrap();
    let own = layers.iter().map(|layer| OwnLexicon::parse("own.toml", layer)).collect();
    let lexicon = LexiconInForce::new(own);
    assert_eq!(lexicon.problems().iter().map(ToString::to_string).collect::<Vec<_>>(), Vec::<String>::new());
    extract(&briefing, lexicon.get())
}

/// The actors as "id (kind, mentions)", in the order of the text.
fn actors(layers: &[&str], text: &str) -> String {
    let kind = |k| serde_json::to_value(k).unwrap().as_str().unwrap().to_owned();
    let one = |a: &attache::extract::Actor| format!("{} ({}, {})", a.id, kind(a.kind), a.mentions.len());
    find(layers, text).actors.iter().map(one).collect::<Vec<_>>().join("; ")
}

#[track_caller]
fn check(layers: &[&str], text: &str, expected: &str) {
    assert_eq!(actors(layers, text), expected, "{layers:?}: {text}");
}

#[test]
fn what_the_reader_adds_is_found() {
    let text = "The Lantern Column said its fighters had left. Lanterns shot at guards of the Kestrel Council.";
    check(
        &["[[armed-group]]\nname = \"Lantern Column\"\naliases = [\"Lanterns\"]\nof = \"Mali\"\n"],
        text,
        "lantern-column (armed-group, 2); kestrel-council (organisation, 1)",
    );
    let found = find(
        &["organisation = [{ name = \"Kestrel Council\", id = \"kestrel\", of = \"mali\", class = \"ministry\" }]"],
        text,
    );
    let council = found.actors.iter().find(|a| a.id == "kestrel").unwrap();
    assert_eq!((council.name.as_str(), council.of.as_deref()), ("Kestrel Council", Some("mali")));
}

#[test]
fn what_the_reader_says_wins_over_what_is_built_in() {
    let putin = "Vladimir Putin met Sergei Lavrov. Mr Putin said Hamas had agreed.";
    check(&[], putin, "vladimir-putin (person, 2); sergei-lavrov (person, 1); hamas (armed-group, 1)");
    // A kind and a name, by the same id; the old names stay.
    let layer = "organisation = [{ id = \"hamas\", name = \"Islamic Resistance Movement\" }]";
    check(&[layer], putin, "vladimir-putin (person, 2); sergei-lavrov (person, 1); hamas (organisation, 1)");
    let found = find(&[layer], putin);
    assert_eq!(found.actors[2].name, "Islamic Resistance Movement");
    // A name belongs to whom the reader gives it.
    let layer = "armed_group = [{ name = \"Northern Guard\", aliases = [\"Hamas\"] }]";
    check(&[layer], putin, "vladimir-putin (person, 2); sergei-lavrov (person, 1); northern-guard (armed-group, 1)");
    // A place or an outlet that is a party.
    check(&[], "TASS said so.", "");
    check(&["organisation = [{ name = \"TASS\", of = \"russia\" }]"], "TASS said so.", "tass (organisation, 1)");
    // A party that is a place.
    let text = "Hamas said so in Paris.";
    check(&["place = [{ names = [\"Hamas\"] }]"], text, "");
}

#[test]
fn a_name_that_is_marked_ambiguous_is_shared() {
    let layer = "armed_group = [{ name = \"Northern Guard\", aliases = [\"Hamas\"], ambiguous = [\"Hamas\"] }]";
    let text = "The Northern Guard said so. Hamas fighters left.";
    check(&[layer], text, "northern-guard (armed-group, 2)");
    check(&[layer], "The Islamic Resistance Movement said so. Hamas fighters left.", "hamas (armed-group, 2)");
}

#[test]
fn a_state_comes_with_its_capital_and_its_people() {
    let layer = "[[state]]\nname = \"Freedonia\"\ndemonyms = [\"Freedonian\"]\ncapital = \"Glorium\"\n[[person]]\nname = \"Rufus Firefly\"\nof = \"Freedonia\"\noffices = [\"president 2020-\"]\n";
    let text = "Freedonia sent 300 Freedonian troops. Glorium said so on Monday. Mr Firefly left.";
    let found = find(&[layer], text);
    assert_eq!(actors(&[layer], text), "freedonia (state, 3); rufus-firefly (person, 1)");
    assert_eq!(found.actors[1].of.as_deref(), Some("freedonia"));
    assert_eq!(found.figures[0].side.as_deref(), Some("freedonia"));
}

#[test]
fn two_are_merged_and_one_is_hidden() {
    let text = "Vladimir Putin met Jonas Verrin of Hamas. Jon Verrine left. Mr Putin said the Wagner Group stays.";
    let all = "vladimir-putin (person, 2); jonas-verrin (person, 1); hamas (armed-group, 1); jon-verrine (person, 1); wagner-group (armed-group, 1)";
    check(&[], text, all);
    check(
        &["merge = [[\"jonas-verrin\", \"Jon Verrine\"], [\"hamas\", \"wagner-group\"]]"],
        text,
        "vladimir-putin (person, 2); jonas-verrin (person, 2); hamas (armed-group, 2)",
    );
    check(
        &["hide = [\"Jon Verrine\", \"jonas-verrin\", \"wagner-group\"]"],
        text,
        "vladimir-putin (person, 2); hamas (armed-group, 1)",
    );
    // Nothing else is found in the place of who is hidden.
    check(&["hide = [\"vladimir-putin\"]"], "President Vladimir Putin spoke. Mr Putin left. Putin said so.", "");
    // One that later layers give is shown again.
    check(&["hide = [\"hamas\"]", "armed_group = [{ name = \"Hamas\" }]"], "Hamas said so.", "hamas (armed-group, 1)");
    check(&["armed_group = [{ name = \"Hamas\" }]", "hide = [\"hamas\"]"], "Hamas said so.", "");
}

#[test]
fn a_later_layer_wins() {
    let first = "organisation = [{ name = \"Kestrel Council\", aliases = [\"KC\"] }]";
    let second = "armed_group = [{ name = \"Kestrel Council\" }, { name = \"Karst Company\", aliases = [\"KC\"] }]";
    let text = "Kestrel Council said so. KC denied it.";
    check(&[first], text, "kestrel-council (organisation, 2)");
    check(&[first, second], text, "kestrel-council (armed-group, 1); karst-company (armed-group, 1)");
    check(&[second, first], text, "kestrel-council (organisation, 2)");
}

#[test]
fn what_is_hidden_or_merged_is_no_side_of_a_figure() {
    let text = "Hamas has 20,000 fighters in Gaza.";
    let side = |layers: &[&str]| find(layers, text).figures[0].side.clone();
    assert_eq!(side(&[]).as_deref(), Some("hamas"));
    assert_eq!(side(&["hide = [\"hamas\"]"]), None);
    assert_eq!(side(&["merge = [[\"hezbollah\", \"hamas\"]]"]).as_deref(), Some("hezbollah"));
}

#[test]
fn a_bad_entry_is_one_line_and_the_rest_counts() {
    let text = "\
persn = []
person = [
  { name = \"A. Good\", of = \"rusia\" },
  { nam = \"B. Bad\" },
  { name = \"C. Half\", offces = [\"minister\"], sex = \"x\", aliases = \"C\" },
]
merge = [[\"one\"], [\"vladimir-puttin\", \"vladimir-putin\"]]
hide = [3]
[[organisation]]
aliases = [\"C\"]
[[organisation]]
name = \"D\"
class = \"partei\"
id = \"The D\"
[[organisation]]
name = \"E\"
aliases = [\"D\"]
years = \"x\"
merge = []
";
    let own = OwnLexicon::parse("own.toml", text);
    assert_eq!(own.len(), 4);
    let lexicon = LexiconInForce::new(vec![own]);
    let problems: Vec<String> = lexicon.problems().iter().map(ToString::to_string).collect();
    let expected = include_str!("lexicon/problems.txt");
    assert_eq!(problems.join("\n"), expected.trim_end());
}

#[test]
fn a_damaged_file_is_reported_and_the_built_in_lexicon_counts() {
    let own = OwnLexicon::parse("own.toml", "hide = [\"russia\"]\nperson = [\n");
    assert!(own.is_empty());
    let lexicon = LexiconInForce::new(vec![own]);
    assert_eq!(lexicon.problems().len(), 1);
    let line = lexicon.problems()[0].to_string();
    assert!(line.starts_with("own.toml:") && line.ends_with("nothing of it counts") && !line.contains('\n'), "{line}");
    let briefing = Briefing::parse(Path::new("a.txt"), b"A title\n\nRussia said so.\n").unwrap();
    assert_eq!(extract(&briefing, lexicon.get()).actors[0].id, "russia");
}

#[test]
fn the_data_folders_file_counts_and_the_command_lines_over_it() {
    let world = World::new();
    let file = world.briefing("a.md", "+++\ntitle = \"A\"\ndate = 2024-02-01\n+++\n\nHamas and Hezbollah said so.\n");
    let ids = |args: &[&str]| {
        let mut words = vec!["extract", file.to_str().unwrap()];
        words.extend(args);
        let ran = world.run(&words);
        let line: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        let ids = line["actors"].as_array().unwrap().iter().map(|a| a["id"].as_str().unwrap().to_owned());
        (ids.collect::<Vec<_>>().join(" "), ran.err, ran.code)
    };
    let fine = |found: &str| (found.to_owned(), String::new(), 0);
    assert_eq!(ids(&[]), fine("hamas hezbollah"));
    let own = world.path("data/attache/lexicon.toml");
    fs::create_dir_all(own.parent().unwrap()).unwrap();
    fs::write(&own, "hide = [\"hezbollah\"]\n").unwrap();
    assert_eq!(ids(&[]), fine("hamas"));
    let desk = world.path("work/desk.toml");
    fs::write(&desk, "armed_group = [{ id = \"hamas\", name = \"H\" }, { name = \"Hezbollah\" }]\n").unwrap();
    let second = world.path("work/second.toml");
    fs::write(&second, "hide = [\"hamas\"]\n").unwrap();
    assert_eq!(ids(&["--lexicon", "desk.toml"]), fine("hamas hezbollah"));
    assert_eq!(ids(&["--lexicon", "desk.toml", "--lexicon", "second.toml"]), fine("hezbollah"));
    fs::write(&own, "hide = [\n").unwrap();
    let (found, err, code) = ids(&[]);
    assert_eq!((found.as_str(), err.lines().count(), code), ("hamas hezbollah", 1, 0), "{err}");
    assert!(err.starts_with("attache: lexicon.toml:"), "{err}");
    // Damaged in whatever way, the rest counts.
    fs::write(&own, "").unwrap();
    fs::write(&desk, b"\xff").unwrap();
    let (found, err, code) = ids(&["--lexicon", "desk.toml"]);
    assert_eq!((found.as_str(), code), ("hamas hezbollah", 0));
    assert_eq!(err, "attache: desk.toml:1: cannot be read: byte 0 is not UTF-8; the built-in lexicon holds\n");
    world.run(["extract", "--lexicon", "nothing.toml", "x.md"]).failed(1, "nothing.toml: cannot be read");
}

#[test]
fn lexicon_check_says_what_is_wrong_and_how_many_entries_there_are() {
    let world = World::new();
    let none = world.run(["lexicon", "check"]);
    assert_eq!((none.code, none.err.as_str()), (0, ""));
    assert!(none.out.contains("data/attache/lexicon.toml: is not there"), "{none:?}");
    let desk = world.path("work/desk.toml");
    fs::write(&desk, "hide = [\"Cookie Policy\"]\nperson = [{ name = \"A B\" }, { name = \"C D\" }]\n").unwrap();
    let fine = world.run(["lexicon", "check", "desk.toml"]);
    assert_eq!((fine.code, fine.err.as_str()), (0, ""), "{fine:?}");
    assert_eq!(fine.out, "desk.toml: 2 entries, 1 merged or hidden\n");
    fs::write(&desk, "person = [{ name = \"A B\" }, { nme = \"C D\" }]\n").unwrap();
    let wrong = world.run(["lexicon", "check", "desk.toml"]);
    assert_eq!((wrong.code, wrong.err.lines().count()), (1, 1), "{wrong:?}");
    assert!(wrong.err.contains("desk.toml:1: ") && wrong.err.contains("did you mean \"name\"?"), "{wrong:?}");
    assert_eq!(wrong.out, "desk.toml: 1 entry, 0 merged or hidden\n");
    world.run(["lexicon", "check", "nothing.toml"]).failed(1, "nothing.toml: cannot be read");
}

#[test]
fn a_place_or_an_outlet_that_is_hidden_is_a_name_no_more() {
    let lexicon = LexiconInForce::new(vec![OwnLexicon::parse("own.toml", "hide = [\"Geneva\", \"tass\"]\n")]);
    assert_eq!(lexicon.problems().len(), 0);
    check(&["hide = [\"TASS\"]"], "TASS said so. Hamas left.", "hamas (armed-group, 1)");
}
