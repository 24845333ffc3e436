//! What a briefing's front matter declares of its actors, figures and meetings, and how that stands beside what is found.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::path::Path;

use attache::briefing::Briefing;
use attache::extract::{Findings, Lexicon, LexiconInForce, OwnLexicon, Record, extract};
use attache::library::Document;
use serde_json::{Value, json};

const TEXT: &str = "Russia has an estimated 100,000 troops near the border. Vladimir Putin and Joe Biden will\nspeak on Thursday. Hamas was watching. The Kestrel Council said nothing.\n";

fn yaml(declared: &str) -> Briefing {
    let text = format!("---\ntitle: The call\ndate: 2021-12-28\n{declared}---\n\n{TEXT}");
    Briefing::parse(Path::new("a.md"), text.as_bytes()).unwrap()
}

/// The findings as `attache extract` gives them.
fn record(briefing: &Briefing, findings: &Findings) -> Value {
    serde_json::to_value(Record::new(briefing, findings)).unwrap()
}

fn read(declared: &str) -> Value {
    let document = Document::new(yaml(declared), None, Lexicon::builtin());
    record(&document.briefing, &document.findings)
}

fn actor(record: &Value, id: &str) -> Value {
    let found = record["actors"].as_array().unwrap().iter().find(|a| a["id"] == id);
    found.unwrap_or_else(|| panic!("{id}: {}", record["actors"])).clone()
}

#[test]
fn a_briefing_that_declares_nothing_is_as_before() {
    assert_eq!(yaml("tags: [a]\n").declared, attache::briefing::Declared::default());
    let (with, without) = (read("actors: []\nfigures:\nmeetings: []\n"), read(""));
    assert_eq!(with, without);
}

#[test]
fn what_is_said_of_an_actor_counts_and_the_rest_stays() {
    let found = read("");
    let declared = read(
        "actors:\n  - {name: Vladimir Putin, role: head of the delegation, of: Kremlin}\n  - {id: hamas, kind: organisation}\n  - Kestrel Council\n",
    );
    let putin = actor(&declared, "vladimir-putin");
    assert_eq!((&putin["role"], &putin["of"]), (&json!("head of the delegation"), &json!("kremlin")));
    assert_eq!(putin["mentions"], actor(&found, "vladimir-putin")["mentions"]);
    let hamas = actor(&declared, "hamas");
    assert_eq!((&hamas["name"], &hamas["kind"]), (&json!("Hamas"), &json!("organisation")));
    assert_eq!(actor(&declared, "joe-biden"), actor(&found, "joe-biden"));
    assert_eq!(actor(&declared, "kestrel-council")["mentions"].as_array().unwrap().len(), 1);
}

#[test]
fn a_surname_alone_is_whom_the_text_calls_so() {
    let text =
        format!("---\nactors: [Putin, {{name: Biden, role: host}}]\n---\n\n{TEXT}\nMr Putin and Mr Biden left.\n");
    let briefing = Briefing::parse(Path::new("a.md"), text.as_bytes()).unwrap();
    let found = record(&briefing, &extract(&briefing, Lexicon::builtin()));
    let (putin, biden) = (actor(&found, "vladimir-putin"), actor(&found, "joe-biden"));
    assert_eq!((&putin["name"], &putin["kind"]), (&json!("Putin"), &json!("person")));
    assert_eq!(putin["mentions"].as_array().unwrap().len(), 2);
    assert_eq!((&biden["kind"], &biden["role"]), (&json!("person"), &json!("host")));
}

#[test]
fn an_actor_that_the_text_does_not_name_is_kept_without_a_mention() {
    let declared = read("actors: [{name: Absent Party, kind: armed-group, of: Mali}]\n");
    let expected = json!({"id": "absent-party", "name": "Absent Party", "kind": "armed-group", "role": null, "of": "mali", "mentions": []});
    assert_eq!(actor(&declared, "absent-party"), expected);
    assert_eq!(declared["actors"].as_array().unwrap().last().unwrap()["id"], "absent-party");
}

#[test]
fn a_figure_replaces_those_found_in_its_words() {
    let declared = read(
        "figures:\n  - {kind: personnel, what: troops, low: 120000, side: Ukraine, bound: about, where: Rostov, said_by: NATO, quote: \"an estimated 100,000 troops near the border\"}\n  - {kind: unit, what: brigades, low: 3, high: 5}\n",
    );
    let quote = "an estimated 100,000 troops near the border";
    let expected = json!([
        {"kind": "personnel", "what": "troops", "low": 120_000, "high": 120_000, "bound": "about", "side": "ukraine",
         "where": "Rostov", "said_by": "nato", "start": 0, "end": 0, "text": quote},
        {"kind": "unit", "what": "brigades", "low": 3, "high": 5, "bound": "range", "side": null, "where": null,
         "said_by": null, "start": 0, "end": 0, "text": ""},
    ]);
    let start = declared["text"].as_str().unwrap().find(quote).unwrap();
    let mut expected = expected;
    expected[0]["start"] = json!(start);
    expected[0]["end"] = json!(start + quote.len());
    assert_eq!(declared["figures"], expected);
}

#[test]
fn a_meeting_replaces_those_found_in_its_words() {
    let declared = read(
        "meetings:\n  - form: call\n    status: upcoming\n    date: 2021-12-31\n    participants: [Vladimir Putin, United States]\n    text: Joe Biden will speak on\n  - {form: talks, status: proposed, place: Vienna}\n",
    );
    let meetings = declared["meetings"].as_array().unwrap();
    assert_eq!(meetings.len(), 2, "{meetings:?}");
    assert_eq!(meetings[0]["participants"], json!(["vladimir-putin", "united-states"]));
    assert_eq!((&meetings[0]["date"], &meetings[0]["precision"]), (&json!("2021-12-31"), &json!("day")));
    // The quote stands across two lines of the file.
    assert_eq!(meetings[0]["mentions"].as_array().unwrap().len(), 1);
    assert_eq!((&meetings[1]["mentions"], &meetings[1]["date"]), (&json!([]), &Value::Null));
    assert_eq!(meetings[1]["precision"], "none");
}

#[test]
fn toml_says_the_same_as_yaml() {
    let toml = format!(
        "+++\ntitle = \"The call\"\ndate = 2021-12-28\nactors = [\"Kestrel Council\"]\n\n[[figures]]\nkind = \"unit\"\nwhat = \"brigades\"\nlow = 3\n\n[[meetings]]\nform = \"talks\"\nstatus = \"held\"\ndate = 2021-12-01\nprecision = \"month\"\n+++\n\n{TEXT}"
    );
    let toml = Briefing::parse(Path::new("a.md"), toml.as_bytes()).unwrap();
    let yaml = yaml(
        "actors: Kestrel Council\nfigures: {kind: unit, what: brigades, low: 3}\nmeetings: [{form: talks, status: held, date: 2021-12-01, precision: month}]\n",
    );
    assert_eq!((&toml.declared, &toml.warnings), (&yaml.declared, &yaml.warnings));
    assert_eq!((toml.declared.figures.len(), toml.declared.meetings.len(), toml.warnings.len()), (1, 1, 0));
}

#[test]
fn what_is_wrong_is_a_warning() {
    let briefing = yaml(
        "actors: [{nme: x}, [y], {name: Z, kind: thing}]\nfigures: [troops, {kind: persons, what: a, low: 1}, {kind: unit, what: a}, {kind: unit, what: a, low: many}, {kind: unit, what: a, low: 1, high: 2, bound: about, quote: nowhere}]\nmeetings: [{form: call}, {form: call, status: held, date: Monday, participants: [1, x], precision: day}]\n",
    );
    let expected = include_str!("declared/warnings.txt");
    assert_eq!(briefing.warnings.join("\n"), expected.trim_end());
    let declared = &briefing.declared;
    assert_eq!((declared.actors.len(), declared.figures.len(), declared.meetings.len()), (1, 1, 1));
    assert!(extract(&briefing, Lexicon::builtin()).actors.iter().any(|a| a.id == "z"));
}

#[test]
fn what_is_declared_stands_over_the_readers_lexicon() {
    let own = OwnLexicon::parse("own.toml", "hide = [\"hamas\", \"joe-biden\"]\n");
    let lexicon = LexiconInForce::new(vec![own]);
    let briefing = yaml("actors: [Hamas]\n");
    let found = record(&briefing, &extract(&briefing, lexicon.get()));
    assert_eq!(actor(&found, "hamas")["mentions"].as_array().unwrap().len(), 1);
    assert!(found["actors"].as_array().unwrap().iter().all(|a| a["id"] != "joe-biden"));
}

#[test]
fn what_extract_prints_can_be_declared() {
    let found = read("");
    let json = |key: &str| serde_json::to_string(&found[key]).unwrap();
    let declared =
        format!("actors: {}\nfigures: {}\nmeetings: {}\n", json("actors"), json("figures"), json("meetings"));
    assert_eq!(yaml(&declared).warnings, Vec::<String>::new());
    assert_eq!(read(&declared), found);
}

#[test]
fn a_web_pages_metadata_declare_nothing() {
    let page = "<html><head><title>A</title><meta name=\"actors\" content=\"Russia\"></head><body><article><p>Some text of it.</p></article></body></html>";
    let briefing = Briefing::parse(Path::new("a.html"), page.as_bytes()).unwrap();
    assert_eq!(briefing.declared, attache::briefing::Declared::default());
}
