//! Tests of what is furniture, and of what only looks like it.

use super::super::markdown;
use super::*;

fn left(source: &str) -> Vec<String> {
    fold_away(markdown::drafts(source)).0.into_iter().filter(|d| !d.is_aside()).map(|d| d.text).collect()
}

#[test]
fn the_word_lists_are_readable() {
    assert!(!WORDS.lines.is_empty() && WORDS.notice.len() > 3);
    let lists = [
        &WORDS.lines,
        &WORDS.recommendations,
        &WORDS.comment_forms,
        &WORDS.bar_labels,
        &WORDS.networks,
        &WORDS.bar_links,
    ];
    for entry in lists.into_iter().flatten() {
        assert_eq!(&fold(entry), entry, "entries are folded");
    }
}

#[test]
fn furniture_is_removed() {
    for furniture in [
        "Advertisement",
        "**ADVERTISEMENT**",
        "Advertisement\nContinue reading the main story",
        "[Skip to main content](#main) | [World](/world) | [Politics](/politics)",
        "Skip to main content | World | Politics",
        "[World](/world) [Politics](/p) [Opinion](/o)",
        "We use cookies to improve your experience. By clicking “Accept” you agree to our [Cookie Policy](/c). **Accept**",
        "This website uses cookies. Learn more",
        "Share: [Facebook](https://a.example) · [X](https://b.example)",
        "Share: Facebook · X · WhatsApp · Email",
        "Sign up for our weekly newsletter and never miss a story.",
        "**World Briefing** — the stories that matter. [Sign up for our newsletter](/n)",
        "[Unsubscribe](/u) · [Read online](/o)",
        "© 2025 Example Media Ltd. All rights reserved.",
        "Copyright © 2024 The Gazette",
        "**Explore more on these topics:** [World](/world) · [Analysis](/a)",
        "Your email address will not be published. Required fields are marked \\*",
    ] {
        assert_eq!(left(&format!("Before.\n\n{furniture}\n\nAfter.")), ["Before.", "After."], "{furniture}");
    }
}

#[test]
fn sentences_of_an_article_stay() {
    for sentence in [
        "The advertisement that the ministry placed ran for a week.",
        "We use cookies as bait, the smuggler said; the soldiers love them.",
        "“This website uses cookies,” it said, and nothing else, when the ministry's page came back after the attack on Kyiv.",
        "Sign up for the army, the posters in Kazan say, and your debts are gone.",
        "Subscribe to that theory and 30,000 troops are not enough.",
        "Share prices fell: Gazprom, Rosneft and Lukoil lost a tenth.",
        "Share: 30,000 of the troops are French.",
        "© AP Photo/Evan Vucci",
        "Joe Biden and Vladimir Putin in Geneva (AP)© Provided by PA Media",
        "He met [Joe Biden](/b), [Emmanuel Macron](/m) and [Olaf Scholz](/s).",
        "[Kyiv](/k) denied it.",
        "Related: the ministry counts 5,000 dead.",
        "See also the [annex](/a) of the Minsk agreement.",
        "Leave a reply on his desk by noon, the minister ordered.",
        "All rights reserved to the people by the constitution were suspended.",
        "Copyright law is not the issue in the talks of 2024.",
        "*The following is attributable to the spokesperson:*",
    ] {
        assert_eq!(left(&format!("Before.\n\n{sentence}\n\nAfter.")).len(), 3, "{sentence}");
    }
}

#[test]
fn a_comment_form_goes_with_what_follows_it() {
    assert_eq!(left("Text.\n\n## Leave a Reply\n\nName *\n\nEmail *"), ["Text."]);
    assert_eq!(left("Text.\n\nLeave a Reply"), ["Text."]);
    let article = "The article goes on. ".repeat(20);
    assert_eq!(left(&format!("Text.\n\nLeave a Reply\n\n{article}")), ["Text.", article.trim()]);
}

#[test]
fn a_closing_line_of_sources_goes_to_the_masthead() {
    for (line, names) in [
        ("Sources: AP and PA media", vec!["AP", "PA media"]),
        ("Source: Reuters", vec!["Reuters"]),
        ("Sources: Reuters, AFP and TASS.", vec!["Reuters", "AFP", "TASS"]),
        ("Sources: Reuters, AFP, and TASS", vec!["Reuters", "AFP", "TASS"]),
        ("Source: Institute for War and Peace", vec!["Institute for War and Peace"]),
    ] {
        let (drafts, sources) = fold_away(markdown::drafts(&format!("Text.\n\n{line}\n\nLeave a Reply")));
        assert_eq!(sources, names, "{line}");
        assert_eq!(drafts.iter().filter(|d| !d.is_aside()).count(), 1, "{line}");
    }
    for line in
        ["Sources: officials said. They asked not to be named", "Sources in Kyiv: nobody knows", "Sources: who knows?"]
    {
        assert!(fold_away(markdown::drafts(&format!("Text.\n\n{line}"))).1.is_empty(), "{line}");
    }
    assert!(fold_away(markdown::drafts("Sources: AP\n\nThe text goes on.")).1.is_empty(), "not at the end");
    let form = "Text.\n\nSources: AP\n\nLeave a Reply  \nYour email address will not be published.";
    assert_eq!(fold_away(markdown::drafts(form)).1, ["AP"]);
}

#[test]
fn lists_of_links_around_the_article_go_and_lists_inside_it_stay() {
    let prose = "The ministers met. ".repeat(20);
    let menu = "- [World](/w)\n- [Asia](/a)\n- [Africa](/f)\n- [Opinion](/o)\n";
    assert_eq!(left(&format!("{menu}\n{prose}\n\n{menu}")), [prose.trim()]);
    assert_eq!(left(&format!("{prose}\n\n{menu}\n{prose}")).len(), 6);
    let related = "## Related articles\n\n- [One long headline of another article here](/1)";
    assert_eq!(left(&format!("{prose}\n\n{related}")), [prose.trim()]);
}
