//! What holds for every text, whatever its words are put together to: extraction and its explanation do not panic, their
//! spans lie in the text, and the same text gives the same findings.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::path::Path;

use attache::briefing::Briefing;
use attache::export::to_line;
use attache::extract::{Lexicon, Record, explain, extract};
use proptest::prelude::*;

/// Words that rules begin with, look for or stop at, and what stands between words.
const PIECES: [&str; 123] = [
    "Biden",
    "Vladimir Putin",
    "Mr Lavrov",
    "Russia",
    "Ukraine",
    "Russian",
    "the Syrian capital",
    "Damascus",
    "Gao",
    "Paris",
    "NATO",
    "the UN",
    "Hezbollah",
    "the rebels",
    "the army",
    "the government",
    "the two presidents",
    "their foreign ministers",
    "his counterpart",
    "he",
    "they",
    "it",
    "its",
    "their",
    "whose",
    "who",
    "which",
    "that",
    "the other leaders",
    "General Ivan Petrov",
    "Colonel",
    "the defence ministry",
    "spokesman",
    "President",
    "12",
    "3,000",
    "some 400",
    "two dozen",
    "between 6 and 700",
    "2.5 million",
    "tanks",
    "soldiers",
    "men",
    "dead",
    "wounded",
    "drones",
    "brigades",
    "another 300",
    "of these",
    "killed",
    "lost",
    "destroyed",
    "has",
    "had",
    "were",
    "was",
    "is to",
    "will",
    "met",
    "meet",
    "received",
    "held talks",
    "spoke by telephone",
    "visited",
    "flew to",
    "called off",
    "postponed",
    "said",
    "says",
    "according to",
    "put the number at",
    "counted",
    "on Monday",
    "next week",
    "on 12 March",
    "March 3, 2022",
    "the last day of April",
    "yesterday",
    "a fortnight later",
    "in",
    "at",
    "near",
    "with",
    "and",
    "of",
    "by",
    "from",
    "to",
    "between",
    "under",
    "for",
    "after",
    "before",
    "there",
    "the",
    "a",
    "no",
    "not",
    "both",
    "each",
    "200 kilometres from",
    "guests of",
    "summit",
    "call",
    "meeting",
    "visit",
    "round",
    "ceremony",
    "strong",
    "about",
    "more than",
    ",",
    ".",
    ";",
    ":",
    "(",
    ")",
    "“",
    "”",
    "’s",
    "—",
    "\n\n",
    "\n\n# ",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES.as_slice()), 1..80).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_text_makes_extraction_fail(text in text()) {
        let briefing = match Briefing::parse(Path::new("2022-03-10-a.md"), text.as_bytes()) {
            Ok(briefing) => briefing,
            Err(_) => return Ok(()),
        };
        let lexicon = Lexicon::builtin();
        let findings = extract(&briefing, lexicon);
        let end = briefing.text.len();
        for span in findings.actors.iter().flat_map(|a| &a.mentions).chain(findings.figures.iter().map(|f| &f.span)) {
            prop_assert!(span.start < span.end && span.end <= end && briefing.text.get(span.start..span.end).is_some());
        }
        let explanation = explain(&briefing, lexicon);
        prop_assert_eq!(explanation.findings.actors.len(), findings.actors.len());
        let line = to_line(&Record::new(&briefing, &findings));
        prop_assert_eq!(line, to_line(&Record::new(&briefing, &extract(&briefing, lexicon))));
    }
}
