//! The panes: views of one thing, the open briefing and what is selected in it.

pub mod actors;
pub mod article;
pub mod figures;
pub mod findings;
pub mod library;
pub mod meetings;

pub use findings::FindingsState;

/// A pane that can have the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The list of briefings.
    Library,
    /// The text.
    Article,
    /// The actors.
    Actors,
    /// The troop figures.
    Figures,
    /// The meetings.
    Meetings,
}

impl Pane {
    /// All panes, in the order of their numbers.
    pub const ALL: [Pane; 5] = [Pane::Library, Pane::Article, Pane::Actors, Pane::Figures, Pane::Meetings];

    /// The pane `by` places further, round and round.
    #[must_use]
    pub fn step(self, by: isize) -> Pane {
        let at = Pane::ALL.iter().position(|p| *p == self).unwrap_or(0);
        let count = isize::try_from(Pane::ALL.len()).unwrap_or(1);
        let to = (isize::try_from(at).unwrap_or(0) + by).rem_euclid(count);
        Pane::ALL[usize::try_from(to).unwrap_or(0)]
    }

    /// Its heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Pane::Library => "Briefings",
            Pane::Article => "Article",
            Pane::Actors => "Actors",
            Pane::Figures => "Troop figures",
            Pane::Meetings => "Meetings",
        }
    }
}
