//! What was meant for a day and came about on another, or did not: put off, dropped, denied, a habit.

use super::check;

#[test]
fn another_day() {
    // A Thursday.
    check(
        "1988-06-02",
        &[
            (
                "The ministers of the {#Union}, who were to have met in {.Bonn} on Monday, will now do so on Friday.",
                &["union | 1988-06-03 | Bonn | Upcoming"],
            ),
            (
                "The meeting of {Kohl} and {Delors}, originally set for Monday, will now be held on Friday.",
                &["kohl+delors | 1988-06-03 | - | Upcoming"],
            ),
            (
                "{Kohl} and {Delors} are to meet in {.Bonn} on Monday. The meeting of {Kohl} and {Delors} has been brought forward to Friday.",
                &["kohl+delors | 1988-06-03 | Bonn | Upcoming"],
            ),
            (
                "{Kohl} was to have travelled to {.Bonn} on Monday; he has put off the trip until Friday.",
                &["kohl | 1988-06-03 | Bonn | Upcoming"],
            ),
        ],
    );
}

#[test]
fn called_off() {
    // A Thursday.
    check(
        "1988-06-02",
        &[
            (
                "A trip to {.Bonn} by {Kohl}, pencilled in for Friday, has been dropped.",
                &["kohl | 1988-06-03 | Bonn | Cancelled"],
            ),
            (
                "{Kohl} dropped a trip to {.Bonn} that had been planned for Friday.",
                &["kohl | 1988-06-03 | Bonn | Cancelled"],
            ),
            (
                "A visit by {Kohl} to {.Bonn} was planned for Monday. It has been cancelled.",
                &["kohl | 1988-05-30 | Bonn | Cancelled"],
            ),
            (
                "{Kohl} put off his talks with {Delors} in {.Bonn}; no other day has been named.",
                &["delors+kohl | - | Bonn | Cancelled"],
            ),
            (
                "{Kohl}'s meeting with {Delors} in {.Bonn} was scrubbed, though the two met {Hurd} in {.Rome} on Monday.",
                &["delors+kohl | - | Bonn | Cancelled", "delors+kohl+hurd | 1988-05-30 | Rome | Held"],
            ),
            ("{Kohl} dropped an idea of {Delors}'s on Monday.", &[]),
        ],
    );
}

#[test]
fn announced_and_asked_for() {
    // A Thursday.
    check(
        "1988-06-02",
        &[
            ("{Kohl} has delayed a visit to {.Rome} from June to July.", &["kohl | 1988-07-01 | Rome | Upcoming"]),
            (
                "The {#Ministry} announced on Tuesday a visit by {Kohl} to {.Rome} on Saturday.",
                &["kohl | 1988-06-04 | Rome | Upcoming"],
            ),
            (
                "{Kohl} invited {Delors} on Tuesday to visit {.Bonn} in October.",
                &["delors | 1988-10-01 | Bonn | Proposed"],
            ),
            (
                "{Kohl} accepted on Tuesday an invitation from {Delors} to visit {.Rome} in October.",
                &["kohl | 1988-10-01 | Rome | Upcoming"],
            ),
            (
                "Talks between {+Israel} and {+Egypt} scheduled for Saturday in {.Rome} have been postponed indefinitely.",
                &["israel+egypt | 1988-06-04 | Rome | Cancelled"],
            ),
            (
                "Talks between {+Israel} and {+Egypt} planned for Saturday in {.Rome} are off.",
                &["israel+egypt | 1988-06-04 | Rome | Cancelled"],
            ),
            (
                "Talks between {+Israel} and {+Egypt} in {.Rome} on Monday were off the record.",
                &["israel+egypt | 1988-05-30 | Rome | Held"],
            ),
        ],
    );
}

#[test]
fn denied() {
    // A Thursday.
    check(
        "1988-06-02",
        &[
            ("{Kohl} denied a report that {Delors} would visit {.Bonn} this week.", &[]),
            ("There are no plans for {Kohl} to meet {Delors}.", &[]),
            ("A summit of {Kohl} and {Delors} is not on the agenda.", &[]),
            ("{Kohl}'s office said that any meeting with {Delors} was unlikely.", &[]),
            ("{Kohl} said that {Delors} would visit {.Bonn} this week.", &["delors | 1988-05-30 | Bonn | Upcoming"]),
        ],
    );
}

#[test]
fn habits() {
    // A Thursday.
    check(
        "1988-06-02",
        &[
            ("{Kohl} has met {Delors} often.", &[]),
            ("{Kohl} meets {Delors} every month.", &[]),
            ("{Kohl} met {Delors} on Monday, as he often does.", &["kohl+delors | 1988-05-30 | - | Held"]),
        ],
    );
}

#[test]
fn going_on() {
    // A Thursday.
    check(
        "1988-06-02",
        &[
            (
                "{Kohl} and {Delors} have been in talks with {Hurd} in {.Bonn} since Monday.",
                &["hurd+kohl+delors | 1988-05-30 | Bonn | Ongoing"],
            ),
            ("Talks of {Kohl} and {Delors} in {.Bonn} go on.", &["kohl+delors | - | Bonn | Ongoing"]),
            (
                "{Kohl} and {Delors} have been at the table in {.Bonn} since Monday.",
                &["kohl+delors | 1988-05-30 | Bonn | Ongoing"],
            ),
            (
                "The first session of the {#Council}, set for Friday, would make little sense.",
                &["council | 1988-06-03 | - | Upcoming"],
            ),
            (
                "{Kohl} looks forward to receiving {Delors} in {.Bonn} on Friday.",
                &["kohl+delors | 1988-06-03 | Bonn | Upcoming"],
            ),
        ],
    );
}
