//! Encounters told by the grammar around a word rather than by the word: companions, tails, presence, lists of persons.

use super::check;

#[test]
fn verbs_with_an_object_and_a_tail() {
    // A Thursday.
    check(
        "1988-06-02",
        &[
            (
                "{Genscher} took {Baker} and {Hurd} into a side room in {.Rome} on Tuesday.",
                &["genscher+baker+hurd | 1988-05-31 | Rome | Held"],
            ),
            ("{Bush} had {Gorbachev} on the hotline on Tuesday.", &["bush+gorbachev | 1988-05-31 | - | Held"]),
            (
                "{Baker} told {Mubarak} in {.Cairo} on Monday that he was tired.",
                &["baker+mubarak | 1988-05-30 | Cairo | Held"],
            ),
            ("{Baker} took {Hurd} to task on Monday.", &[]),
            ("{Baker} told {Mubarak} that peace was near.", &[]),
        ],
    );
}

#[test]
fn companions_and_chairs() {
    check(
        "1988-06-02",
        &[
            ("{Kohl} walked with {Delors} for an hour on Monday.", &["kohl+delors | 1988-05-30 | - | Held"]),
            (
                "{Arafat} and {Rabin} talked in {.Oslo} on Monday in the presence of {Holst}.",
                &["arafat+rabin+holst | 1988-05-30 | Oslo | Held"],
            ),
            (
                "{Arafat} and {Rabin} met in {.Oslo} on Monday. {Holst} presided.",
                &["arafat+rabin+holst | 1988-05-30 | Oslo | Held"],
            ),
            (
                "{Arafat} and {Rabin} met in {.Oslo} on Monday. {Holst}, their host, spoke of hope.",
                &["arafat+rabin+holst | 1988-05-30 | Oslo | Held"],
            ),
            ("The {#Council} heard {Holst} on Monday.", &["council+holst | 1988-05-30 | - | Held"]),
            ("{Holst} has chaired the {#Council} for years.", &[]),
            ("{Arafat} walked with a stick.", &[]),
        ],
    );
}

#[test]
fn by_what_line_they_speak() {
    check(
        "1988-06-02",
        &[
            ("{Arafat} and {Rabin} settled it by telephone on Monday.", &["arafat+rabin | 1988-05-30 | - | Held"]),
            (
                "{Rabin} complained of it to {Holst} over the telephone on Monday.",
                &["rabin+holst | 1988-05-30 | - | Held"],
            ),
            ("{Rabin} answered in a call to {Holst} on Monday.", &["holst+rabin | 1988-05-30 | - | Held"]),
            ("{Rabin} gave his answer by telephone.", &[]),
            ("{Rabin} issued a call to arms on Monday.", &[]),
        ],
    );
}

#[test]
fn lists_and_pronouns_of_several() {
    check(
        "1988-06-02",
        &[
            (
                "{Arafat} for {+Palestine} and {Rabin} for {+Israel} signed a treaty in {.Oslo} on Monday.",
                &["arafat+rabin | 1988-05-30 | Oslo | Held"],
            ),
            (
                "{Arafat} met {Rabin} in {.Oslo} on Friday. They spoke again in {.Cairo} on Monday.",
                &["arafat+rabin | 1988-05-27 | Oslo | Held", "rabin+arafat | 1988-05-30 | Cairo | Held"],
            ),
            (
                "The {#Union} asked for help when its leaders met in {.Oslo} on Monday.",
                &["union | 1988-05-30 | Oslo | Held"],
            ),
            (
                "In {.Oslo}, where he met {Rabin} on Monday, {Arafat} asked for time.",
                &["arafat+rabin | 1988-05-30 | Oslo | Held"],
            ),
            ("“They met, they signed, what now?” a baker asked.", &[]),
        ],
    );
}

#[test]
fn days_that_another_clause_gives() {
    check(
        "1988-06-02",
        &[
            (
                "{Arafat} flew in on Monday, was received by {Holst} and left.",
                &["arafat+holst | 1988-05-30 | - | Held"],
            ),
            (
                "{Arafat} met {Rabin} in {.Oslo} on Monday, two days after he had seen {Holst}.",
                &["arafat+rabin | 1988-05-30 | Oslo | Held", "arafat+holst | 1988-05-28 | - | Held"],
            ),
            ("{Arafat} crossed the border on Monday to see {Rabin}.", &["arafat+rabin | 1988-05-30 | - | Held"]),
            ("{Arafat} agreed on Monday to see {Rabin}.", &["arafat+rabin | - | - | Upcoming"]),
            (
                "{Arafat} and {Rabin} held a two-day summit in {.Oslo} and wound it up. {Holst} and {Rabin} wound up a two-day summit in {.Rome} on Monday.",
                &["arafat+rabin | - | Oslo | Held", "holst+rabin | 1988-05-29..1988-05-30 | Rome | Held"],
            ),
        ],
    );
}

#[test]
fn places_of_headings_and_tables() {
    check(
        "1988-06-02",
        &[
            ("{.Oslo}. {Holst} will see {Rabin} on Friday.", &["holst+rabin | 1988-06-03 | Oslo | Upcoming"]),
            ("autumn | summit of {Arafat} and {Rabin} | {.Oslo}", &["arafat+rabin | 1988-09-01 | Oslo | Upcoming"]),
        ],
    );
}

#[test]
fn what_waits_for_names() {
    check(
        "1988-06-02",
        &[(
            "Foreign ministers of four nations are to gather later on Thursday. {Shultz} will sit across from {Howe} in {.Oslo}.",
            &["shultz+howe | 1988-06-02 | Oslo | Upcoming"],
        )],
    );
}

#[test]
fn no_encounters() {
    check(
        "1988-06-02",
        &[
            ("{~French=France} commandos began to land in {.Pristina} on Sunday.", &[]),
            ("No meeting between {Arafat} and {Rabin} is foreseen.", &[]),
            ("{Arafat} has no plans to see {Rabin}.", &[]),
            ("{Arafat} refused to meet {Rabin}.", &[]),
            ("A fourth visit to {.Oslo} by {Holst} would not help.", &[]),
            ("Will he meet {Rabin} on Monday?", &[]),
        ],
    );
}
