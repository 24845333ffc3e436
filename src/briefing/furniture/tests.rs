//! Tests of what is furniture, and of what only looks like it.

use super::super::markdown;
use super::*;

fn left(source: &str) -> Vec<String> {
    fold_away(markdown::drafts(source), false).0.into_iter().filter(|d| !d.is_aside()).map(|d| d.text).collect()
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
        let (drafts, sources) = fold_away(markdown::drafts(&format!("Text.\n\n{line}\n\nLeave a Reply")), false);
        assert_eq!(sources, names, "{line}");
        assert_eq!(drafts.iter().filter(|d| !d.is_aside()).count(), 1, "{line}");
    }
    for line in
        ["Sources: officials said. They asked not to be named", "Sources in Kyiv: nobody knows", "Sources: who knows?"]
    {
        assert!(fold_away(markdown::drafts(&format!("Text.\n\n{line}")), false).1.is_empty(), "{line}");
    }
    assert!(fold_away(markdown::drafts("Sources: AP\n\nThe text goes on."), false).1.is_empty(), "not at the end");
    let form = "Text.\n\nSources: AP\n\nLeave a Reply  \nYour email address will not be published.";
    assert_eq!(fold_away(markdown::drafts(form), false).1, ["AP"]);
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

#[test]
fn what_is_glued_to_a_paragraph_is_cut_off() {
    for (glued, text) in [
        ("Continue reading the main story The ministers met in Doha.", "The ministers met in Doha."),
        ("Advertisement Continue reading the main story The ministers met.", "The ministers met."),
        ("The ministers met on Monday. Continue reading the main story", "The ministers met on Monday."),
        ("The ministers met on Monday.Getty Images", "The ministers met on Monday."),
        ("He said “no deal is near.”Credit: Ana Lopes for The Gazette", "He said “no deal is near.”"),
        ("(AP Photo/Ana Lopes)The ministers met on Monday.", "The ministers met on Monday."),
        (
            "The two in Geneva in June (AP)© Provided by PA Media The two in Geneva in June (AP)",
            "The two in Geneva in June (AP)",
        ),
        ("The convoy near the border The convoy near the border", "The convoy near the border"),
    ] {
        assert_eq!(left(&format!("Before.\n\n{glued}\n\nAfter.")), ["Before.", text, "After."], "{glued}");
    }
    for whole in [
        "Continue reading the main story of the war, and you find 3,000 dead.",
        "The U.S.Image of the talks is that of a failure",
        "He told Reuters on Monday. Reuters reported it.",
        "The troops left on Monday.Then they came back.",
        "(The minister)He said it twice.",
        "Never again, never again",
        "The men said it once. The men said it once more.",
    ] {
        assert_eq!(left(&format!("Before.\n\n{whole}\n\nAfter."))[1], whole, "{whole}");
    }
}

#[test]
fn a_caption_told_twice_is_told_once() {
    let caption = "Soldiers on the bridge at Mitrovica on Friday";
    assert_eq!(left(&format!("Text.\n\n{caption}\n\n*{caption}*\n\nMore.")), ["Text.", caption, "More."]);
    assert_eq!(left("Text.\n\nNo.\n\nNo.\n\nMore.").len(), 4, "short answers may be the same");
}

#[test]
fn tickers_go_and_programmes_stay() {
    let ticker = "04:15\n\nTalks resume in Doha\n\n03:50\n\nFrance recalls envoy\n\n03:10\n\nOil falls again";
    assert_eq!(left(&format!("Before.\n\n{ticker}\n\nAfter.")), ["Before.", "After."]);
    let items = "- 04:15 Talks resume in Doha\n- 03:50 France recalls envoy\n- 03:10 Oil falls again";
    assert_eq!(left(&format!("Before.\n\n{items}\n\nAfter.")), ["Before.", "After."]);
    let programme = "09:00 Arrival of the ministers  \n10:30 Plenary session  \n12:00 Lunch";
    assert_eq!(left(&format!("Before.\n\n{programme}\n\nAfter.")).len(), 3);
    let report = "14:20\n\nThe convoy has left.\n\n14:05\n\nThe convoy is at the gate.\n\n13:50\n\nNothing moves.";
    assert_eq!(left(&format!("Before.\n\n{report}\n\nAfter.")).len(), 8);
}

#[test]
fn what_a_scraper_says_of_a_page_goes() {
    let prose = "The ministers met. ".repeat(20);
    let scraped = "## Page Structure\n\n- header\n- main\n\n### Sidebar\n\n- nav\n\n## Links\n\n- https://a.example/x\n\n## Metadata\n\nword_count: 300";
    assert_eq!(left(&format!("{prose}\n\n{scraped}")), [prose.trim()]);
    let links = "## Links\n\nThe two armies have had links since 1974, and their officers train at the same school near Ankara.";
    assert_eq!(left(&format!("{prose}\n\n{links}")).len(), 3);
    assert_eq!(
        left(&format!("{prose}\n\n## Links\n\n- one\n\n## The front\n\nIt holds."))[1..],
        ["The front", "It holds."]
    );
}

#[test]
fn a_page_around_an_article_goes() {
    let menu = "Home\n\nWorld\n\nPolitics\n\nSport\n\nSign in\n\nSubscribe\n\nSearch";
    let prose =
        "The ministers met in the town and agreed on very little, as their spokesmen said on Monday. ".repeat(5);
    let prose = prose.trim();
    let head = "Ministers agree on very little in Doha\n\nBy Ana Lopes\n\nPublished On 27 Feb 2026";
    let tail = "More on this story\n\nOil falls again after talks\n\nFrance recalls its envoy\n\nFacebook\n\nTwitter\n\nPrivacy policy\n\nTerms of use\n\nContact us";
    let page = format!("{menu}\n\n{head}\n\n{prose}\n\n{prose}\n\nAdditional reporting by Omar Said\n\n{tail}");
    let kept = left(&page);
    assert_eq!(kept.len(), 6, "{kept:?}");
    assert_eq!(
        (kept[0].as_str(), kept[5].as_str()),
        ("Ministers agree on very little in Doha", "Additional reporting by Omar Said")
    );
    // Lists of names are part of an article that ends with them.
    let names = (1..=12).map(|n| format!("- Delegate {n} of the commission")).collect::<Vec<_>>().join("\n");
    assert_eq!(left(&format!("# Title\n\n{prose}\n\n{prose}\n\n## Who takes part\n\n{names}")).len(), 16);
}
