//! Everywhere the reader has been, to go back and forward through.

use crate::library::FileId;

/// A place that was visited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The briefing.
    pub file: FileId,
    /// The cursor's place in its text, in bytes.
    pub offset: usize,
    /// The actor whose dossier was open over it.
    pub dossier: Option<String>,
}

/// The places visited, oldest first, and which of them one is at.
#[derive(Debug, Default)]
pub struct History {
    behind: Vec<Place>,
    ahead: Vec<Place>,
}

/// Places beyond this many are forgotten, oldest first.
const KEPT: usize = 1_000;

impl History {
    /// Remembers `here` before the reader jumps away from it. What was ahead is forgotten.
    pub fn leave(&mut self, here: Place) {
        self.ahead.clear();
        if self.behind.last() != Some(&here) {
            self.behind.push(here);
        }
        if self.behind.len() > KEPT {
            self.behind.remove(0);
        }
    }

    /// Goes back from `here`.
    pub fn back(&mut self, here: Place) -> Option<Place> {
        go(&mut self.behind, &mut self.ahead, here)
    }

    /// Goes forward from `here`.
    pub fn forward(&mut self, here: Place) -> Option<Place> {
        go(&mut self.ahead, &mut self.behind, here)
    }
}

/// Takes the next place from one side that is not the present one, and puts the present one on the other.
fn go(from: &mut Vec<Place>, to: &mut Vec<Place>, here: Place) -> Option<Place> {
    let mut place = from.pop()?;
    while place == here {
        place = from.pop()?;
    }
    to.push(here);
    Some(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(file: FileId, offset: usize) -> Place {
        Place { file, offset, dossier: None }
    }

    #[test]
    fn back_and_forward_walk_the_same_way() {
        let mut history = History::default();
        history.leave(place(0, 0));
        history.leave(place(1, 5));
        assert_eq!(history.back(place(2, 7)), Some(place(1, 5)));
        assert_eq!(history.back(place(1, 5)), Some(place(0, 0)));
        assert_eq!(history.back(place(0, 0)), None);
        assert_eq!(history.forward(place(0, 0)), Some(place(1, 5)));
        assert_eq!(history.forward(place(1, 5)), Some(place(2, 7)));
    }

    #[test]
    fn a_jump_forgets_what_was_ahead() {
        let mut history = History::default();
        history.leave(place(0, 0));
        assert_eq!(history.back(place(1, 0)), Some(place(0, 0)));
        history.leave(place(0, 0));
        assert_eq!(history.forward(place(3, 0)), None);
    }
}
