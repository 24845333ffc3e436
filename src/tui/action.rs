//! Everything a key can do, declared once: name, where it works, what it does. The keys are in `config.example.toml`;
//! dispatch, the help screen, the command list, the README's table and the check of the configuration all come from here.

/// Where an action works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// Everywhere.
    Anywhere,
    /// With a briefing open, in whichever pane the focus is.
    Briefing,
}

/// What an action belongs to; the headings of the help screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Moving the cursor.
    Moving,
    /// Going from pane to pane.
    Panes,
    /// Following actors, searching, going back.
    Following,
    /// Selecting, copying, bookmarking, exporting.
    Keeping,
    /// The open briefing and the folder.
    Briefings,
    /// The program itself.
    Program,
}

impl Group {
    /// All groups in the order of the help screen.
    pub const ALL: [Group; 6] =
        [Group::Moving, Group::Panes, Group::Following, Group::Keeping, Group::Briefings, Group::Program];

    /// The heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Group::Moving => "Moving",
            Group::Panes => "Panes",
            Group::Following => "Following and searching",
            Group::Keeping => "Selecting, copying, bookmarking",
            Group::Briefings => "Briefings",
            Group::Program => "Program",
        }
    }
}

macro_rules! actions {
    ($($variant:ident, $name:literal, $group:ident, $context:ident, $description:literal;)*) => {
        /// Something a key can do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Action {
            $(#[doc = $description] $variant,)*
        }

        impl Action {
            /// Every action, in the order of the help screen.
            pub const ALL: &'static [Action] = &[$(Action::$variant,)*];

            /// Its name in the configuration and the command list.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Action::$variant => $name,)* }
            }

            /// What it does, in a few words.
            #[must_use]
            pub fn description(self) -> &'static str {
                match self { $(Action::$variant => $description,)* }
            }

            /// The heading it stands under.
            #[must_use]
            pub fn group(self) -> Group {
                match self { $(Action::$variant => Group::$group,)* }
            }

            /// Where it works.
            #[must_use]
            pub fn context(self) -> Context {
                match self { $(Action::$variant => Context::$context,)* }
            }
        }
    };
}

actions! {
    Down, "down", Moving, Anywhere, "down one line or row";
    Up, "up", Moving, Anywhere, "up one line or row";
    Left, "left", Moving, Anywhere, "to the word before";
    Right, "right", Moving, Anywhere, "to the next word";
    PageDown, "page-down", Moving, Anywhere, "down a page";
    PageUp, "page-up", Moving, Anywhere, "up a page";
    HalfPageDown, "half-page-down", Moving, Anywhere, "down half a page";
    HalfPageUp, "half-page-up", Moving, Anywhere, "up half a page";
    Top, "top", Moving, Anywhere, "to the top";
    End, "end", Moving, Anywhere, "to the end";
    NextSentence, "next-sentence", Moving, Briefing, "to the next sentence";
    PreviousSentence, "previous-sentence", Moving, Briefing, "to the sentence before";
    NextBriefing, "next-briefing", Moving, Anywhere, "open the next briefing";
    PreviousBriefing, "previous-briefing", Moving, Anywhere, "open the briefing before";
    Back, "back", Moving, Anywhere, "back to where you were";
    Forward, "forward", Moving, Anywhere, "forward again";

    NextPane, "next-pane", Panes, Anywhere, "focus on the next pane";
    PreviousPane, "previous-pane", Panes, Anywhere, "focus on the pane before";
    Library, "library", Panes, Anywhere, "focus on the list of briefings";
    Article, "article", Panes, Anywhere, "focus on the article";
    Actors, "actors", Panes, Anywhere, "focus on the actors";
    Figures, "figures", Panes, Anywhere, "focus on the troop figures";
    Meetings, "meetings", Panes, Anywhere, "focus on the meetings";
    Zen, "zen", Panes, Anywhere, "show the article alone, or all again";

    Open, "open", Following, Anywhere, "open the row, or the actor under the cursor";
    ActorHere, "actor-here", Following, Briefing, "follow the actor under the cursor with next and previous";
    Next, "next", Following, Briefing, "next mention or search hit, then on into the next briefing";
    Previous, "previous", Following, Briefing, "previous mention or search hit";
    Why, "why", Following, Briefing, "why the row, or what is under the cursor, was found or turned down";
    Hints, "hints", Following, Briefing, "label what can be jumped to";
    Search, "search", Following, Anywhere, "search this article, or filter the list of briefings";
    SearchEverywhere, "search-everywhere", Following, Anywhere, "search every briefing of the folder";
    SetMark, "set-mark", Following, Briefing, "mark this place with a letter";
    GoToMark, "go-to-mark", Following, Anywhere, "go to a marked place";

    Select, "select", Keeping, Briefing, "begin or end a selection";
    SelectMore, "select-more", Keeping, Briefing, "select the sentence, then the paragraph, then all";
    SelectSentence, "select-sentence", Keeping, Briefing, "select the sentence";
    SelectParagraph, "select-paragraph", Keeping, Briefing, "select the paragraph";
    Copy, "copy", Keeping, Briefing, "offer the selection to the clipboard";
    CopyWithCitation, "copy-with-citation", Keeping, Briefing, "the same with its citation";
    Bookmark, "bookmark", Keeping, Briefing, "bookmark the selection, else the sentence";
    Note, "note", Keeping, Anywhere, "write a note on the bookmark";
    Tag, "tag", Keeping, Anywhere, "tag the bookmark";
    DeleteBookmark, "delete-bookmark", Keeping, Anywhere, "delete the bookmark";
    Bookmarks, "bookmarks", Keeping, Anywhere, "list all bookmarks";
    Undo, "undo", Keeping, Anywhere, "undo the last change to the bookmarks";
    Redo, "redo", Keeping, Anywhere, "do it again";
    ExportViewMarkdown, "export-view-markdown", Keeping, Anywhere, "export the bookmarks in view as Markdown";
    ExportViewJson, "export-view-json", Keeping, Anywhere, "export the bookmarks in view as JSON";
    ExportAllMarkdown, "export-all-markdown", Keeping, Anywhere, "export all bookmarks as Markdown";
    ExportAllJson, "export-all-json", Keeping, Anywhere, "export all bookmarks as JSON";

    Furniture, "furniture", Briefings, Briefing, "show the page furniture that was folded away, or fold it again";
    SetDate, "set-date", Briefings, Briefing, "set the date of a briefing that names none";
    ToggleRead, "toggle-read", Briefings, Anywhere, "mark the briefing read or unread";
    OpenUrl, "open-url", Briefings, Briefing, "open the briefing's address, or the link under the cursor";
    Edit, "edit", Briefings, Anywhere, "open the briefing's file in an editor";
    Reload, "reload", Briefings, Anywhere, "look at the folder and your lexicon again";

    Commands, "commands", Program, Anywhere, "list all commands";
    Help, "help", Program, Anywhere, "show the keys";
    Close, "close", Program, Anywhere, "close what is open, drop the selection";
    Quit, "quit", Program, Anywhere, "quit";
    Suspend, "suspend", Program, Anywhere, "suspend the program";
    Redraw, "redraw", Program, Anywhere, "draw the screen again";
}

impl Action {
    /// The action of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Action> {
        Action::ALL.iter().copied().find(|a| a.name() == name)
    }
}
