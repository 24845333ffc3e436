//! Meetings, dates and places that a sentence opens with, and the clause that they are of.

use super::check;

#[test]
fn the_clause_behind_a_noun() {
    // A Thursday.
    check(
        "1988-06-02",
        &[
            ("In a phone call on Monday, {Kohl} urged {Delors} to wait.", &["kohl+delors | 1988-05-30 | - | Held"]),
            ("In a call with {Delors} on Monday, {Kohl} spoke of patience.", &["delors+kohl | 1988-05-30 | - | Held"]),
            (
                "During talks in {.Bonn} on Monday, {Kohl} told {Delors} to wait.",
                &["kohl+delors | 1988-05-30 | Bonn | Held"],
            ),
            (
                "After meeting {Delors} in {.Bonn} on Monday, {Kohl} asked for patience.",
                &["kohl+delors | 1988-05-30 | Bonn | Held"],
            ),
            (
                "Having met {Delors} in {.Bonn} on Monday, {Kohl} flew home.",
                &["delors+kohl | 1988-05-30 | Bonn | Held"],
            ),
            (
                "{Kohl} said on Monday at a meeting with {Delors} that he was ready.",
                &["delors+kohl | 1988-05-30 | - | Held"],
            ),
            ("In a call on Monday, the {#Ministry} said that all was well.", &[]),
        ],
    );
}

#[test]
fn dates_that_open_a_clause() {
    // A Thursday.
    check(
        "1988-06-02",
        &[
            (
                "{Kohl} telephoned {Hurd} on Friday, and on Monday {Delors} called {Howe}.",
                &["kohl+hurd | 1988-05-27 | - | Held", "delors+howe | 1988-05-30 | - | Held"],
            ),
            (
                "Also in {.Bonn} on Monday, it emerges: {Kohl} sat down with {Delors}.",
                &["kohl+delors | 1988-05-30 | Bonn | Held"],
            ),
            (
                "It was in {.Bonn}, on Monday, that {Kohl} and {Delors} signed a treaty.",
                &["kohl+delors | 1988-05-30 | Bonn | Held"],
            ),
            (
                "{Kohl} saw {Delors} in {.Bonn} on Monday before going on to {.Rome} to be received by {Andreotti}.",
                &["kohl+delors | 1988-05-30 | Bonn | Held", "kohl+andreotti | 1988-05-30 | Rome | Held"],
            ),
            ("{Kohl} called off Monday's meeting with {Delors}.", &["delors+kohl | 1988-05-30 | - | Cancelled"]),
            ("Its president for May, {Kohl}, met {Delors} on Monday.", &["kohl+delors | 1988-05-30 | - | Held"]),
        ],
    );
}

#[test]
fn days_counted_from_a_date() {
    // A Thursday.
    check(
        "1988-06-02",
        &[
            (
                "{Kohl} had received {Delors} five days after the strike of 20 May.",
                &["kohl+delors | 1988-05-25 | - | Held"],
            ),
            (
                "{Kohl} received {Delors} on 25 May, after the strike of 20 May.",
                &["kohl+delors | 1988-05-25 | - | Held"],
            ),
            ("{Kohl} has spoken to {Delors} three times since Monday.", &["kohl+delors | - | - | Held"]),
            ("{Kohl} will be {Delors}'s first guest since the strike of 20 May.", &[]),
        ],
    );
}

#[test]
fn on_the_fringe_of_something_else() {
    // A Thursday.
    check(
        "1988-06-02",
        &[
            (
                "On the sidelines of the summit in {.Bonn}, {Kohl} brought {Delors} and {Hurd} together on Monday.",
                &["kohl+delors+hurd | 1988-05-30 | Bonn | Held"],
            ),
            ("{Kohl} flew home on Monday from a summit with {Delors} in {.Rome}.", &["delors+kohl | - | Rome | Held"]),
            (
                "On Monday {Kohl} used a gathering in {.Bonn} to have a word with {Delors}.",
                &["delors+kohl | 1988-05-30 | Bonn | Held"],
            ),
            (
                "A follow-up in {.Bonn}, at which {Kohl} is to sit down with {Delors}, is fixed for Friday.",
                &["kohl+delors | 1988-06-03 | Bonn | Upcoming"],
            ),
        ],
    );
}

#[test]
fn one_guest_after_another() {
    // A Thursday.
    check(
        "1988-06-02",
        &[
            (
                "{Kohl} saw {Delors} and, separately, {Hurd} in {.Bonn} on Monday.",
                &["kohl+delors | 1988-05-30 | Bonn | Held", "kohl+hurd | 1988-05-30 | Bonn | Held"],
            ),
            (
                "{Kohl} met {Delors} in {.Bonn} on Monday, and {Hurd} an hour later.",
                &["kohl+delors | 1988-05-30 | Bonn | Held", "kohl+hurd | 1988-05-30 | Bonn | Held"],
            ),
            (
                "{Kohl} spoke by phone on Monday with {Delors} and, separately, with {Hurd}.",
                &["kohl+delors | 1988-05-30 | - | Held", "kohl+hurd | 1988-05-30 | - | Held"],
            ),
            (
                "{Kohl} spoke by phone on Monday with {Delors} and {Hurd}.",
                &["kohl+delors+hurd | 1988-05-30 | - | Held"],
            ),
            (
                "{Kohl} is due to meet {~French} and {~Dutch} diplomats in {.Bonn} on Friday.",
                &["kohl+french+dutch | 1988-06-03 | Bonn | Upcoming"],
            ),
            ("{Kohl} is due to meet reporters in {.Bonn} on Friday.", &[]),
            (
                "{Kohl} met {Delors} and {Hurd} in {.Bonn} later on Monday.",
                &["kohl+delors+hurd | 1988-05-30 | Bonn | Held"],
            ),
            (
                "{Kohl} rang {Delors} on Monday and argued with him for an hour.",
                &["kohl+delors | 1988-05-30 | - | Held"],
            ),
        ],
    );
}

#[test]
fn towns_by_what_they_are() {
    // A Thursday.
    check(
        "1988-06-02",
        &[
            (
                "{Kohl} and {Delors} met in the {~Honduran=Honduras} capital on Monday.",
                &["kohl+delors | 1988-05-30 | Tegucigalpa | Held"],
            ),
            (
                "{Kohl} and {Delors} met in the {~Honduran=Honduras} town of {.Choluteca} on Monday.",
                &["kohl+delors | 1988-05-30 | Choluteca | Held"],
            ),
            (
                "{Kohl} and {Delors} met on the island of {.Brioni} on Monday.",
                &["kohl+delors | 1988-05-30 | Brioni | Held"],
            ),
            (
                "{Kohl} met {Delors}, the consul in {.Lyon}, in a hotel in {.Bonn} on Monday.",
                &["kohl+delors | 1988-05-30 | Bonn | Held"],
            ),
            ("TIRANA - {Kohl} will see {Delors} here on Friday.", &["kohl+delors | 1988-06-03 | Tirana | Upcoming"]),
            ("{Kohl} met {Delors} on the question of {.Brioni} on Monday.", &["kohl+delors | 1988-05-30 | - | Held"]),
        ],
    );
}
