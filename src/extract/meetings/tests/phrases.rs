//! Patterns of words that tell of an encounter, each by the base of its verb: every form, with slots, and what is none.

use super::check;

#[test]
fn time_given() {
    // A Thursday.
    check(
        "1988-06-02",
        &[
            (
                "{Kohl} gave an hour and a half to {Delors} in {.Bonn} on Monday.",
                &["kohl+delors | 1988-05-30 | Bonn | Held"],
            ),
            (
                "{Kohl} devotes the morning to {Delors} in {.Bonn} on Monday.",
                &["kohl+delors | 1988-05-30 | Bonn | Held"],
            ),
            ("{Delors} was given twenty minutes by {Kohl} on Monday.", &["delors+kohl | 1988-05-30 | - | Held"]),
            (
                "{Kohl} spent three quarters of an hour with {Delors} on Monday.",
                &["kohl+delors | 1988-05-30 | - | Held"],
            ),
            ("{Kohl} gave {Delors} a week on Monday.", &[]),
            ("{Kohl} gave evenings to charity.", &[]),
        ],
    );
}

#[test]
fn calls_paid_and_audiences() {
    // A Thursday.
    check(
        "1988-06-02",
        &[
            ("{Kohl} paid a short call on {Delors} in {.Bonn} on Monday.", &["kohl+delors | 1988-05-30 | Bonn | Held"]),
            ("{Kohl} will pay his respects to {Delors} on Friday.", &["kohl+delors | 1988-06-03 | - | Upcoming"]),
            ("{Kohl} has since called on {Delors} in {.Bonn}.", &["kohl+delors | - | Bonn | Held"]),
            ("{Delors} was shown in to {Kohl} on Monday.", &["delors+kohl | 1988-05-30 | - | Held"]),
            ("{Kohl} dropped in on {Delors} in {.Bonn} on Monday.", &["kohl+delors | 1988-05-30 | Bonn | Held"]),
            ("{Kohl} called on {Delors} to resign on Monday.", &[]),
        ],
    );
}

#[test]
fn an_object_and_a_tail() {
    // A Thursday.
    check(
        "1988-06-02",
        &[
            ("{Kohl} took {Delors} aside in {.Bonn} on Monday.", &["kohl+delors | 1988-05-30 | Bonn | Held"]),
            ("{Kohl} heard {Delors} out in {.Bonn} on Monday.", &["kohl+delors | 1988-05-30 | Bonn | Held"]),
            (
                "{Kohl} is to seat {Delors} opposite {Hurd} in {.Bonn} on Friday.",
                &["kohl+delors+hurd | 1988-06-03 | Bonn | Upcoming"],
            ),
            ("{Kohl} had {Delors} as his guest in {.Bonn} on Monday.", &["kohl+delors | 1988-05-30 | Bonn | Held"]),
            (
                "{Kohl} gave {Delors} the red-carpet treatment in {.Bonn} on Monday.",
                &["kohl+delors | 1988-05-30 | Bonn | Held"],
            ),
            ("{Kohl} walked {Delors} through the park on Monday.", &["kohl+delors | 1988-05-30 | - | Held"]),
            ("{Kohl} received {Delors} at his country house on Monday.", &["kohl+delors | 1988-05-30 | - | Held"]),
            (
                "{Kohl} brought {Delors} and {Hurd} together in {.Bonn} on Monday.",
                &["kohl+delors+hurd | 1988-05-30 | Bonn | Held"],
            ),
            ("{Kohl} has promised {Delors} a flat in {.Bonn}.", &[]),
            ("{Kohl} put {Delors} on a list on Monday.", &[]),
        ],
    );
}

#[test]
fn at_one_table() {
    // A Thursday.
    check(
        "1988-06-02",
        &[
            (
                "{Kohl} and {Delors} lodged under one roof in {.Bonn} on Monday.",
                &["kohl+delors | 1988-05-30 | Bonn | Held"],
            ),
            (
                "{Kohl} and {Delors} shared a platform in {.Bonn} on Monday.",
                &["kohl+delors | 1988-05-30 | Bonn | Held"],
            ),
            ("{Kohl} had tea in {.Bonn} on Monday with {Delors}.", &["kohl+delors | 1988-05-30 | Bonn | Held"]),
            ("{Kohl} is to lunch with {Delors} in {.Bonn} on Friday.", &["kohl+delors | 1988-06-03 | Bonn | Upcoming"]),
            (
                "{Kohl} and {Delors} put their names to a treaty in {.Bonn} on Monday.",
                &["kohl+delors | 1988-05-30 | Bonn | Held"],
            ),
            ("{Kohl} and {Delors} shared a joke.", &[]),
        ],
    );
}

#[test]
fn hammered_out_at_a_place() {
    // A Thursday.
    check(
        "1988-06-02",
        &[
            (
                "{Kohl} and {Delors} hammered out a deal in {.Bonn} on Monday.",
                &["kohl+delors | 1988-05-30 | Bonn | Held"],
            ),
            ("{Kohl} and {Delors} have worked out a formula.", &[]),
            (
                "{Kohl} and {Delors} fell out over a word in {.Bonn} on Monday.",
                &["kohl+delors | 1988-05-30 | Bonn | Held"],
            ),
            (
                "{Kohl} shuttled between {Delors} and {Hurd} in {.Bonn} on Monday.",
                &["kohl+delors+hurd | 1988-05-30 | Bonn | Held"],
            ),
            (
                "{Kohl} raised the matter with {Delors} in {.Bonn} on Monday.",
                &["kohl+delors | 1988-05-30 | Bonn | Held"],
            ),
            ("{Kohl} raised the matter on Monday.", &[]),
        ],
    );
}

#[test]
fn brought_to_somebody() {
    // A Thursday.
    check(
        "1988-06-02",
        &[
            ("{Kohl} took the paper to {Delors} in {.Bonn} on Monday.", &["kohl+delors | 1988-05-30 | Bonn | Held"]),
            ("{Kohl} laid the plan before {Delors} in {.Bonn} on Monday.", &["kohl+delors | 1988-05-30 | Bonn | Held"]),
            ("{Kohl} has been to see {Delors} in {.Bonn}.", &["kohl+delors | - | Bonn | Held"]),
            (
                "{Kohl} and {Delors} strolled along the river in {.Bonn} on Monday.",
                &["kohl+delors | 1988-05-30 | Bonn | Held"],
            ),
            ("{Kohl} took the war to {+Israel} on Monday.", &[]),
            ("{Kohl} and {Delors} walked along.", &[]),
        ],
    );
}

#[test]
fn on_the_line() {
    // A Thursday.
    check(
        "1988-06-02",
        &[
            ("{Kohl} was on the phone before dawn on Monday to {Delors}.", &["kohl+delors | 1988-05-30 | - | Held"]),
            ("{Kohl} spoke last Monday to {Delors}.", &["kohl+delors | 1988-05-30 | - | Held"]),
            ("{Kohl} contented himself with telephoning {Delors}.", &["kohl+delors | - | - | Held"]),
            (
                "{Kohl} was on the phone on Monday to {Delors}, and later, separately, to {Hurd}.",
                &["kohl+delors | 1988-05-30 | - | Held", "kohl+hurd | 1988-05-30 | - | Held"],
            ),
            ("{Kohl} had called for calm on Monday.", &[]),
        ],
    );
}

#[test]
fn bodies_at_work() {
    // A Thursday.
    check(
        "1988-06-02",
        &[
            ("The {#Council} went through the file on Monday.", &["council | 1988-05-30 | - | Held"]),
            ("The {#Council} took up the matter on Monday.", &["council | 1988-05-30 | - | Held"]),
            (
                "The {#Council} meets in {.Bonn} on Friday to hear {Delors}.",
                &["council+delors | 1988-06-03 | Bonn | Upcoming"],
            ),
            ("The leaders of the {#Union} convene in {.Bonn} on Friday.", &["union | 1988-06-03 | Bonn | Upcoming"]),
            ("The {#Army} took up new positions on Monday.", &[]),
            ("The {#Army} took up arms on Monday.", &[]),
        ],
    );
}

#[test]
fn who_was_there_too() {
    // A Thursday.
    check(
        "1988-06-02",
        &[
            (
                "{Kohl} and {Delors} meet in {.Bonn} on Friday. {Hurd} will preside.",
                &["kohl+delors+hurd | 1988-06-03 | Bonn | Upcoming"],
            ),
            (
                "{Kohl} and {Delors} meet in {.Bonn} on Friday. {Hurd} will be in the chair.",
                &["kohl+delors+hurd | 1988-06-03 | Bonn | Upcoming"],
            ),
            (
                "{Kohl} and {Delors} met in {.Bonn} on Monday. With them were {Hurd} and {Howe}.",
                &["kohl+delors+hurd+howe | 1988-05-30 | Bonn | Held"],
            ),
            (
                "{Kohl} and {Delors} met in {.Bonn} on Monday. {Hurd}, who presided over last year's conference, stayed away.",
                &["kohl+delors | 1988-05-30 | Bonn | Held"],
            ),
        ],
    );
}

#[test]
fn whoever_takes_part() {
    // A Thursday.
    check(
        "1988-06-02",
        &[
            ("Two enemies shook hands in {.Bonn} on Monday.", &[" | 1988-05-30 | Bonn | Held"]),
            ("The parties conferred in {.Bonn} on Monday.", &[" | 1988-05-30 | Bonn | Held"]),
            (
                "{~Angolan} and {~Cuban} officers are due at {.Bonn} on Friday.",
                &["angolan+cuban | 1988-06-03 | Bonn | Upcoming"],
            ),
            ("Two brigades are due in {.Bonn} on Friday.", &[]),
            ("People shook hands in the street.", &[]),
        ],
    );
}
