//! What keys do, said in words.

use super::Screen;
use crate::tui::message::Effect;
use crate::tui::model::Follow;
use crate::tui::panes::Pane;

#[test]
fn a_briefing_is_read_once_the_reader_turns_to_it() {
    let mut screen = Screen::open(120, 40);
    screen.press("j");
    let file = screen.model.list.selected.unwrap();
    assert!(!screen.model.is_read(file), "moving in the list shows it only");
    screen.press("Enter");
    assert!(screen.model.is_read(file));
    screen.press("r");
    assert!(!screen.model.is_read(file));
    let mut screen = screen.press("r").by_value().reopened();
    assert!(screen.press("j").model.is_read(file), "it is still read after a restart");
}

#[test]
fn selecting_a_row_goes_to_its_sentence_and_marks_it() {
    let mut screen = Screen::open(120, 40);
    screen.press("j 4");
    screen.press("j k");
    assert!(screen.sentence().contains("100,000 troops"), "{}", screen.sentence());
    let reader = screen.model.reader.as_ref().unwrap();
    assert_eq!(reader.marked.len(), 1);
    assert_eq!(reader.marked[0].of(reader.text()), "an estimated 100,000 troops");
    screen.press("Enter");
    assert_eq!(screen.model.focus, Pane::Article);
}

#[test]
fn moving_in_the_article_marks_the_rows_it_is_on() {
    let mut screen = Screen::open(120, 40);
    screen.press("j Enter / “Peskov” Enter");
    let reader = screen.model.reader.as_ref().unwrap();
    let actor = &reader.document.findings.actors[screen.model.findings.actors.item().unwrap()];
    assert_eq!(actor.name, "Dmitry Peskov");
    assert!(screen.model.findings.actors.at_cursor);
    screen.press("/ “summary” Enter");
    assert!(!screen.model.findings.figures.at_cursor);
}

#[test]
fn next_goes_from_mention_to_mention_and_on_into_the_next_briefing() {
    let mut screen = Screen::open(120, 40);
    screen.press("Enter / “Vladimir” Enter Esc *");
    assert_eq!(screen.model.follow, Follow::Actor("vladimir-putin".into(), "Vladimir Putin".into()));
    assert_eq!(screen.title(), "After Geneva");
    screen.press("n");
    assert_eq!(screen.title(), "A call between two presidents");
    assert_eq!(
        screen.sentence().split(',').next(),
        Some("Joe Biden and Vladimir Putin will speak by telephone on Thursday")
    );
    screen.press("n");
    assert!(screen.sentence().contains("met in Geneva in June"), "{}", screen.sentence());
    screen.press("n n");
    assert!(screen.status().starts_with("no further briefing names Vladimir Putin"), "{}", screen.status());
    screen.press("N N N");
    assert_eq!(screen.title(), "After Geneva");
}

#[test]
fn back_and_forward_go_through_everything_visited() {
    let mut screen = Screen::open(120, 40);
    screen.press("Enter / “NATO” Enter");
    screen.press("Enter");
    assert_eq!(screen.model.overlays.len(), 1, "the dossier of NATO");
    screen.press("G Enter");
    assert_eq!(screen.model.overlays.len(), 1, "the dossier of a companion");
    screen.press("Enter");
    assert!(screen.model.overlays.is_empty(), "its briefing");
    let there = (screen.title().to_owned(), screen.word().to_owned());
    screen.press("H H");
    assert!(screen.drawn().contains("NATO ─"), "{}", screen.drawn());
    screen.press("H");
    assert!(screen.model.overlays.is_empty());
    screen.press("L L L");
    assert_eq!((screen.title().to_owned(), screen.word().to_owned()), there);
}

#[test]
fn resizing_keeps_the_readers_place() {
    let mut screen = Screen::open(120, 40);
    screen.press("j Enter / “written” Enter");
    for size in [(80, 24), (200, 60), (40, 10), (120, 40)] {
        screen.resize(size.0, size.1);
        assert_eq!(screen.word(), "written");
        assert!(screen.drawn().contains("written"), "{}", screen.drawn());
    }
}

#[test]
fn a_bookmark_is_made_annotated_undone_and_found_again() {
    let mut screen = Screen::open(120, 40);
    screen.press("j Enter j j j b c “to_check” Enter t “Call_call_2021” Enter");
    let bookmark = screen.model.bookmarks.as_ref().unwrap().bookmarks()[0].clone();
    assert_eq!(bookmark.anchor.quote, screen.sentence());
    assert_eq!(
        (bookmark.note.as_str(), bookmark.briefing.title.as_str()),
        ("to check", "A call between two presidents")
    );
    assert!(screen.model.bookmarks.as_ref().unwrap().bookmarks()[0].tags.contains(&"2021".to_owned()));
    screen.press("u u u");
    assert_eq!(screen.model.bookmarks.as_ref().unwrap().bookmarks().len(), 0);
    screen.press("U U U");
    let mut screen = screen.by_value().reopened();
    assert_eq!(screen.model.bookmarks.as_ref().unwrap().bookmarks()[0].note, "to check");
    screen.press("B Enter");
    assert_eq!(screen.sentence(), bookmark.anchor.quote);
    screen.press("d");
    assert_eq!(screen.model.bookmarks.as_ref().unwrap().bookmarks().len(), 0);
}

#[test]
fn a_pane_that_gets_the_focus_and_the_article_agree() {
    let mut screen = Screen::open(120, 40);
    screen.press("j Enter 5");
    assert!(screen.sentence().contains("by telephone on Thursday"), "{}", screen.sentence());
    assert!(!screen.model.reader.as_ref().unwrap().marked.is_empty());
    screen.press("4");
    assert!(screen.sentence().contains("100,000 troops"), "{}", screen.sentence());
    screen.press("H H");
    assert_eq!(screen.word(), "A", "back to where the reader was");
}

#[test]
fn what_another_program_bookmarked_is_seen() {
    let mut screen = Screen::open(120, 40);
    let path = screen.data.path().join("bookmarks.toml");
    let mut other = crate::bookmarks::Store::open(&path).unwrap();
    let briefing = &screen.model.reader.as_ref().unwrap().document.briefing;
    let new = crate::bookmarks::NewBookmark::of(briefing, briefing.blocks[1].span);
    other.apply(crate::bookmarks::Change::Add(Box::new(new))).unwrap();
    screen.press("B");
    assert!(screen.drawn().contains("Bookmarks 1"), "{}", screen.drawn());
}

#[test]
fn a_renamed_file_stays_open() {
    let mut screen = Screen::open(120, 40);
    screen.press("G k Enter j b");
    let path = screen.folder.path().join("undated.txt");
    std::fs::rename(&path, screen.folder.path().join("dated-later.txt")).unwrap();
    screen.read_folder();
    let reader = screen.model.reader.as_ref().unwrap();
    assert_eq!(screen.model.library.file(reader.file).unwrap().name, "dated-later.txt");
    assert_eq!(reader.bookmarks.len(), 1);
    assert_eq!(reader.word().of(reader.text()), "Envoys");
}

#[test]
fn a_passage_is_not_bookmarked_unseen() {
    let mut screen = Screen::open(80, 24);
    screen.press("b");
    assert!(screen.status().contains("turns to the article first"), "{}", screen.status());
    assert!(screen.model.bookmarks.as_ref().unwrap().bookmarks().is_empty());
}

#[test]
fn a_selection_grows_by_whole_sentences() {
    let mut screen = Screen::open(120, 40);
    screen.press("j Enter / “Joe” Enter s )");
    let reader = screen.model.reader.as_ref().unwrap();
    let selected = reader.selection.unwrap().span.of(reader.text());
    assert!(selected.starts_with("Joe Biden") && selected.ends_with("towards Ukraine."), "{selected}");
}

#[test]
fn the_program_can_be_started_at_a_bookmark() {
    let mut screen = Screen::open(120, 40);
    screen.press("j Enter / “written” Enter b");
    let store = screen.model.bookmarks.as_ref().unwrap();
    let bookmark = store.bookmarks()[0].clone();
    let mut screen = screen.reopened();
    screen.model.landing = Some(bookmark.id);
    screen.read_folder();
    assert_eq!(screen.sentence(), bookmark.anchor.quote);
    assert_eq!(screen.model.focus, Pane::Article);
}

#[test]
fn a_selection_grows_by_words_and_by_sentence_paragraph_and_all() {
    let mut screen = Screen::open(120, 40);
    screen.press("j Enter / “Joe” Enter v l l l");
    let selected = |screen: &Screen| {
        let reader = screen.model.reader.as_ref().unwrap();
        reader.selection.unwrap().span.of(reader.text()).to_owned()
    };
    assert_eq!(selected(&screen), "Joe Biden and Vladimir");
    screen.press("Esc V");
    assert!(selected(&screen).ends_with("the Kremlin said."));
    screen.press("V");
    assert!(selected(&screen).ends_with("towards Ukraine."));
    screen.press("V");
    assert!(selected(&screen).starts_with("A call between"));
    screen.press("Esc");
    assert!(screen.model.reader.as_ref().unwrap().selection.is_none());
}

#[test]
fn the_readers_date_resolves_what_had_none_and_is_kept() {
    let mut screen = Screen::open(120, 40);
    screen.press("G k Enter");
    assert_eq!(screen.title(), "Envoys to try again");
    let date = |screen: &Screen| screen.model.reader.as_ref().unwrap().document.findings.meetings[0].date;
    assert_eq!(date(&screen), None, "no year is invented");
    assert!(screen.drawn().contains("“January 10”, undated"), "{}", screen.drawn());
    screen.press("D “2021-12-30” Enter");
    assert_eq!(date(&screen), Some(jiff::civil::date(2022, 1, 10)));
    let mut screen = screen.by_value().reopened();
    screen.press("/ “envoys” Enter");
    assert_eq!(date(&screen), Some(jiff::civil::date(2022, 1, 10)));
    screen.press("Esc D Ctrl-u Enter");
    assert_eq!(date(&screen), None);
}

#[test]
fn a_briefing_that_states_its_date_keeps_it() {
    let mut screen = Screen::open(120, 40);
    screen.press("Enter D");
    assert!(screen.status().starts_with("this briefing states its date itself"), "{}", screen.status());
}

#[test]
fn a_file_that_cannot_be_read_is_a_row_with_the_reason() {
    let mut screen = Screen::open(80, 24);
    assert!(screen.drawn().contains("broken.md"));
    screen.press("G Enter");
    assert!(screen.status().contains("broken.md is not text"), "{}", screen.status());
    screen.press("k Enter");
    assert_eq!(screen.title(), "Envoys to try again");
}

#[test]
fn exports_are_of_what_is_in_view_or_of_all() {
    let mut screen = Screen::open(120, 40);
    screen.press("Enter b J b");
    screen.press("e m Enter e M Enter e j Enter");
    let exports: Vec<&String> = screen
        .effects
        .iter()
        .filter_map(|e| if let Effect::Export { contents, .. } = e { Some(contents) } else { None })
        .collect();
    assert_eq!(exports.len(), 3);
    assert_eq!(exports[0].matches("\n> ").count(), 1, "the open briefing's");
    assert_eq!(exports[1].matches("\n> ").count(), 2, "all");
    assert!(serde_json::from_str::<serde_json::Value>(exports[2]).is_ok());
}

#[test]
fn marks_are_kept_and_gone_to() {
    let mut screen = Screen::open(120, 40);
    screen.press("j Enter / “written” Enter m a J g g ' a");
    assert_eq!(screen.word(), "*written*".trim_matches('*'));
    let mut screen = screen.by_value().reopened();
    screen.press("' a");
    assert_eq!(screen.word(), "written");
    screen.press("' b");
    assert!(screen.status().starts_with("no mark b"));
}

#[test]
fn a_search_that_is_dropped_leaves_everything_as_it_was() {
    let mut screen = Screen::open(120, 40);
    screen.press("j Enter j");
    let before = screen.word().to_owned();
    screen.press("/ “nato” Esc");
    assert_eq!((screen.word(), &screen.model.follow), (before.as_str(), &Follow::Nothing));
    screen.press("/ “nowhere” Enter");
    assert!(screen.status().contains("is not in this briefing"));
    screen.press("/ “geneva” Enter n n");
    assert!(screen.status().contains("again from the top"), "{}", screen.status());
}

#[test]
fn a_search_of_the_folder_lands_on_its_hit() {
    let mut screen = Screen::open(120, 40);
    screen.press("g / “sirte” Enter");
    assert_eq!((screen.title(), screen.word()), ("Envoys to try again", "Sirte."));
    screen.press("H");
    assert_eq!(screen.title(), "After Geneva");
}

#[test]
fn a_link_under_the_cursor_or_the_briefings_address_is_handed_to_the_browser() {
    let mut screen = Screen::open(120, 40);
    screen.press("j Enter o / “summary” Enter o");
    let urls: Vec<&Effect> = screen.effects.iter().collect();
    assert_eq!(urls[0], &Effect::OpenUrl("https://www.example.org/a-call".into()));
    assert_eq!(urls[1], &Effect::OpenUrl("https://www.example.org/summary".into()));
}

#[test]
fn what_is_copied_is_the_passage_with_its_citation_where_asked() {
    let mut screen = Screen::open(120, 40);
    screen.press("j Enter / “Joe” Enter y Y");
    let copies: Vec<String> = screen
        .effects
        .iter()
        .filter_map(|e| if let Effect::Copy(text) = e { Some(text.clone()) } else { None })
        .collect();
    assert!(copies[0].starts_with("Joe Biden") && copies[0].ends_with("the Kremlin said."));
    assert!(copies[1].contains("\"A call between two presidents\", Harbour Wire, 2021-12-30"), "{}", copies[1]);
}

#[test]
fn an_edited_file_is_read_again_and_keeps_place_and_bookmarks() {
    let mut screen = Screen::open(120, 40);
    screen.press("G k Enter j b");
    let path = screen.folder.path().join("undated.txt");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("Envoys to try again\n", "Envoys to try again\n\nA new first paragraph.\n"))
        .unwrap();
    screen.read_folder();
    let reader = screen.model.reader.as_ref().unwrap();
    assert!(reader.text().contains("A new first paragraph."));
    assert_eq!(reader.bookmarks.len(), 1);
    assert!(reader.bookmarks[0].1.of(reader.text()).starts_with("Envoys of Libya and Egypt"));
    assert_eq!(reader.word().of(reader.text()), "Envoys");
}

#[test]
fn a_screen_of_another_size_than_was_told_is_drawn_all_the_same() {
    use ratatui::{Terminal, backend::TestBackend};
    for keys in ["", "j Enter", "j Enter f", "3 Enter", "?", "B", ": “x”", "g / “putin”", "j Enter / “nato”"]
    {
        for told in [(80, 24), (120, 40), (300, 100)] {
            let mut screen = Screen::open(told.0, told.1);
            screen.press(keys);
            for (columns, rows) in [(120, 40), (80, 24), (35, 11), (20, 5), (1, 1), (300, 2)] {
                let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
                terminal.draw(|frame| crate::tui::view::view(&screen.model, frame)).unwrap();
            }
        }
    }
}

#[test]
fn every_action_has_a_line_in_the_configuration_and_the_other_way_round() {
    let keys = crate::config::Loaded::defaults().config.keys;
    let actions: Vec<&str> = crate::tui::action::Action::ALL.iter().map(|a| a.name()).collect();
    for name in keys.keys() {
        assert!(actions.contains(&name.as_str()), "{name} is no action");
    }
    for action in &actions {
        assert!(keys.contains_key(*action), "{action} has no line under [keys]");
    }
    assert!(crate::tui::check(&crate::config::Loaded::defaults().config).is_empty());
    for name in crate::tui::theme::Theme::NAMES {
        assert!(crate::config::Loaded::defaults().config.theme.contains_key(*name), "{name} has no line under [theme]");
    }
}

#[test]
fn no_key_sequence_makes_the_screen_fail() {
    let keys = "j k h l Space PageUp Ctrl-d Ctrl-u G 1 2 3 4 5 Tab Shift-Tab z z Enter * n N f a / x Enter v V s p y Y b c d u U B Esc ? Esc : Esc D Esc r o E R H L J K m x ' x e m Esc g / q Esc";
    for (columns, rows) in [(120, 40), (80, 24), (25, 6), (10, 3)] {
        let mut screen = Screen::open(columns, rows);
        let all: Vec<&str> = keys.split(' ').collect();
        // A walk through the keys that is the same on every run, and takes them in many orders.
        let mut at = 7;
        for _ in 0..600 {
            at = (at * 31 + 17) % 65_537;
            screen.press(all[at % all.len()]);
            if at % 5 == 0 {
                screen.drawn();
            }
        }
    }
}

#[test]
fn what_front_matter_declares_is_in_the_panes_and_what_is_wrong_with_it_is_said() {
    let mut screen = Screen::open(120, 40);
    let text = "---\ntitle: Declared\ndate: 2022-02-01\nactors: [{name: Absent Party, kind: state}, {nme: x}]\nfigures: [{kind: unit, what: brigades, low: 3}]\nmeetings: [{form: talks, status: proposed, place: Vienna}]\n---\n\nNothing stands here.\n";
    std::fs::write(screen.folder.path().join("declared.md"), text).unwrap();
    screen.read_folder();
    screen.press("g g Enter");
    assert_eq!(screen.title(), "Declared");
    assert!(screen.status().contains("nme: unknown field"), "{}", screen.status());
    let drawn = screen.drawn();
    for words in ["Absent Party", "3 brigades", "side not said · declared", "undated · declared"] {
        assert!(drawn.contains(words), "{words}: {drawn}");
    }
    // Its rows lead nowhere.
    screen.press("4 j k Enter f Esc 3 j k 5 j k Enter 3 Enter Esc 2 n");
    assert_eq!(screen.model.reader.as_ref().unwrap().cursor, 0);
}

#[test]
fn why_explains_the_row_and_leads_to_the_words() {
    let mut screen = Screen::open(120, 40);
    screen.press("j 3");
    while !screen.drawn().contains("▌ Dmitry Peskov") {
        screen.press("j");
    }
    screen.press("w");
    let drawn = screen.drawn();
    for words in ["Why", "the words beside the name say the office", "Turned down in this article", "Geneva"] {
        assert!(drawn.contains(words), "{words}: {drawn}");
    }
    screen.press("/ “geneva” Enter Enter");
    let reader = screen.model.reader.as_ref().unwrap();
    assert_eq!(screen.model.focus, Pane::Article);
    assert_eq!(reader.marked.iter().map(|m| m.of(reader.text())).collect::<Vec<_>>(), ["Geneva"]);
    // There, on the words themselves, it says why they are none; again, it closes.
    screen.press("w");
    assert!(screen.drawn().contains("“Geneva” is none"), "{}", screen.drawn());
    screen.press("w");
    assert!(screen.model.overlays.is_empty());
    screen.press("H");
    assert_eq!(screen.model.focus, Pane::Article);
}

#[test]
fn a_lexicon_that_was_changed_counts_at_once() {
    let mut screen = Screen::open(120, 40);
    screen.press("j 3");
    assert!(screen.drawn().contains("Dmitry Peskov"));
    screen.use_lexicon("hide = [\"dmitry-peskov\"]\n");
    let drawn = screen.drawn();
    assert!(!drawn.contains("Dmitry Peskov ") && drawn.contains("Actors"), "{drawn}");
    screen.use_lexicon("hide = 3\n");
    assert!(screen.status().contains("lexicon.toml"), "{}", screen.status());
}

#[test]
fn page_furniture_is_folded_away_and_one_key_shows_it() {
    let mut screen = Screen::open(80, 24);
    let text = "Menu | World | Sport\n\n# Folded\n\nThe ministers met in Vienna.\n\nAdvertisement\n\nThey parted at noon.\n\nShare: Facebook · X · Email";
    std::fs::write(screen.folder.path().join("2023-01-01-folded.md"), text.replace("Menu", "Skip to content")).unwrap();
    screen.read_folder();
    screen.press("g g Enter z");
    assert_eq!(screen.title(), "Folded");
    let folded = screen.drawn();
    assert!(folded.contains("3 lines of page furniture folded away; F shows them"), "{folded}");
    assert!(!folded.contains("Advertisement") && !folded.contains("Facebook"), "{folded}");
    screen.press("G F");
    insta::assert_snapshot!("furniture_80x24", screen.drawn());
    // It is to be seen, not to be stood on: at the end is the end of the article.
    screen.press("g g j j j j j j j j");
    let reader = screen.model.reader.as_ref().unwrap();
    assert!(reader.text()[reader.cursor..].len() <= "They parted at noon.".len());
    let cursor = reader.cursor;
    screen.press("F");
    assert_eq!(screen.drawn().matches("┊").count(), 0);
    assert_eq!(screen.model.reader.as_ref().unwrap().cursor, cursor);
}
