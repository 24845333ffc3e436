//! Companies spoken of before: "the parties", "the same four".

use super::scene::Scene;
use crate::extract::parties::Cover;

/// Those of the company spoken of before that stands right before token `start`: "the parties", "both sides", "the same
/// four", who are all of it, or all but the one whom they met.
pub(super) fn same_company(view: &Scene<'_, '_>, start: usize, floor: usize) -> Vec<usize> {
    let words = view.words;
    let (known, told) = &view.last;
    let near = told + 6 >= words.sentence_of(start);
    let Some(noun) = start.checked_sub(1).filter(|&j| j > floor) else { return Vec::new() };
    let lead = floor.max(noun.saturating_sub(3))..noun;
    let of_two = matches!(words.at(noun), "parties" | "sides" | "delegations")
        && matches!(words.before(noun, 1), "the" | "both" | "two" | "warring" | "same" | "three");
    let same = lead.clone().any(|j| words.at(j) == "same");
    let people = matches!(
        words.at(noun),
        "men" | "women" | "ministers" | "leaders" | "presidents" | "envoys" | "guests" | "visitors" | "company"
    );
    let count = (lead.start..noun + 1).find_map(|j| count_of(words.at(j)));
    let meant = of_two || same && (people || count_of(words.at(noun)).is_some());
    let bare = lead.clone().any(|j| matches!(words.at(j), "the" | "both"))
        && lead.clone().all(|j| view.cover(j) == Cover::Nothing);
    // "the parties" are those whom somebody brought together, not he.
    let sides: Vec<usize> = known.iter().copied().filter(|a| !view.conveners.contains(a)).collect();
    match count.filter(|_| same) {
        None if of_two && sides.len() >= 2 && bare && near => sides,
        // "the same two men" are meant however long ago they met, "the parties" are not.
        _ if !meant || !bare || known.len() < 2 || !(near || same) => Vec::new(),
        // The one whom they met stands first: "X heard out four presidents".
        Some(count) if count + 1 == known.len() => known[1..].to_vec(),
        Some(count) if count != known.len() => Vec::new(),
        _ => known.clone(),
    }
}

/// What a small number is that counts people.
fn count_of(word: &str) -> Option<usize> {
    let numbers = ["two", "three", "four", "five", "six", "seven"];
    numbers.iter().position(|n| *n == word).map(|at| at + 2)
}
