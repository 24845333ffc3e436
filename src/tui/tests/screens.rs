//! Snapshots: every pane and every overlay, at 80×24 (panes as tabs) and at 120×40 (side by side).

use super::Screen;

/// What is shown after some keys, at both sizes.
macro_rules! screens {
    ($($name:ident: $keys:literal;)*) => {
        $(
            #[test]
            fn $name() {
                for (columns, rows) in [(80, 24), (120, 40)] {
                    let mut screen = Screen::open(columns, rows);
                    screen.press($keys);
                    let name = format!("{}_{columns}x{rows}", stringify!($name));
                    insta::with_settings!({ description => $keys, omit_expression => true }, {
                        insta::assert_snapshot!(name, screen.drawn());
                    });
                }
            }
        )*
    };
}

screens! {
    library: "";
    library_on_a_file_that_cannot_be_read: "G";
    library_filtered: "/ “geneva” Enter";
    article: "j Enter";
    article_end: "j Enter G";
    article_zen: "j Enter z";
    article_selection: "j Enter j j j v l l l";
    article_undated: "G k Enter";
    actors: "j 3 j";
    figures: "j 4 j";
    meetings: "j 5 j";
    meetings_of_an_undated_briefing: "G k 5";
    dossier: "j 3 Enter";
    dossier_of_a_companion: "j 3 Enter j j Enter";
    why_an_actor: "j 3 w";
    why_a_figure: "j 4 w";
    why_a_meeting: "j 5 w";
    bookmarks: "j Enter j j j b c “a_note” Enter t “call_2021” Enter j j V V b B";
    bookmarks_none: "B";
    results: "g / “putin”";
    commands: ": “export”";
    help: "?";
    help_searched: "? / “bookmark”";
    hints: "j Enter f";
    search: "j Enter / “geneva”";
    filter: "/ “call”";
    note: "j Enter b c “not_yet”";
    set_date: "G k Enter D";
    export: "j Enter b e m";
    unknown_key: "j Enter Ctrl-x";
}

#[test]
fn what_may_follow_a_key_is_shown_after_a_while() {
    let mut screen = Screen::open(80, 24);
    screen.press("e");
    crate::tui::update::update(&mut screen.model, crate::tui::message::Message::Waited);
    insta::assert_snapshot!(screen.drawn());
}

#[test]
fn a_very_wide_and_a_very_small_screen() {
    for (columns, rows) in [(200, 60), (40, 10), (19, 4)] {
        let mut screen = Screen::open(columns, rows);
        screen.press("j Enter");
        insta::assert_snapshot!(format!("article_{columns}x{rows}"), screen.drawn());
    }
}
