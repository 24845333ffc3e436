//! Stops of a journey, what had been due, and the day and place that stand with the clause before.

use super::check;

#[test]
fn what_had_been_due_did_not_come_about() {
    // A Thursday.
    check(
        "1988-06-02",
        &[
            (
                "{Genscher} had been due in {.Rome} on Tuesday; the fog kept him at home.",
                &["genscher | 1988-05-31 | Rome | Cancelled"],
            ),
            (
                "{Genscher} had been due in {.Rome} today but will now come on 6 June.",
                &["genscher | 1988-06-06 | Rome | Upcoming"],
            ),
            ("A second round had been expected in {.Rome}.", &[]),
            ("{Genscher} is due in {.Rome} on Friday.", &["genscher | 1988-06-03 | Rome | Upcoming"]),
        ],
    );
}

#[test]
fn one_verb_and_several_stops_or_guests() {
    check(
        "1988-06-02",
        &[
            (
                "{Genscher} is due in {.Rome} on Friday and in {.Turin} the day after.",
                &["genscher | 1988-06-03 | Rome | Upcoming", "genscher | 1988-06-04 | Turin | Upcoming"],
            ),
            (
                "On Monday {Bush} telephoned {Kohl} and, straight after, {Thatcher}.",
                &["bush+kohl | 1988-05-30 | - | Held", "bush+thatcher | 1988-05-30 | - | Held"],
            ),
            (
                "On Monday {Bush} telephoned {Kohl} and, after a pause, {Thatcher} spoke.",
                &["bush+kohl | 1988-05-30 | - | Held"],
            ),
        ],
    );
}

#[test]
fn where_somebody_is_posted_is_not_where_they_met() {
    check(
        "1988-06-02",
        &[
            (
                "{Vorontsov}, the ambassador in {.Kabul}, met {Rabbani} in {.Taif} on Monday.",
                &["vorontsov+rabbani | 1988-05-30 | Taif | Held"],
            ),
            (
                "{Vorontsov} leaves for {.Taif}, where he met {Rabbani} on Monday.",
                &["vorontsov+rabbani | 1988-05-30 | Taif | Held"],
            ),
            (
                "{Galtieri} conferred with the other two members of the junta, {Anaya} and {Dozo}, on Monday.",
                &["galtieri+anaya+dozo | 1988-05-30 | - | Held"],
            ),
        ],
    );
}

#[test]
fn the_parties_of_the_round_before() {
    check(
        "1988-06-02",
        &[
            (
                "{Botha} met {Malmierca} in {.London} on 3 May. The same two ministers sat down again in {.Cairo} on 24 May.",
                &["botha+malmierca | 1988-05-03 | London | Held", "botha+malmierca | 1988-05-24 | Cairo | Held"],
            ),
            (
                "{Botha} met {Malmierca} in {.London} on 3 May. The ministers of trade met in {.Cairo} on 24 May.",
                &["botha+malmierca | 1988-05-03 | London | Held", " | 1988-05-24 | Cairo | Held"],
            ),
        ],
    );
}

#[test]
fn guests_who_are_expected_and_told() {
    check(
        "1988-06-02",
        &[
            ("{Genscher} expects {Hurd} on Friday.", &["genscher+hurd | 1988-06-03 | - | Upcoming"]),
            ("{Genscher} expects {Hurd} to resign on Friday.", &[]),
            (
                "As you know, on 17 May {Genscher} received {Hurd} in {.Bonn}.",
                &["genscher+hurd | 1988-05-17 | Bonn | Held"],
            ),
            (
                "{Genscher} gave his word to {Hurd} at a meeting in {.Bonn} on Monday.",
                &["genscher+hurd | 1988-05-30 | Bonn | Held"],
            ),
            ("{Genscher} gave the afternoon to {Hurd} on Monday.", &["genscher+hurd | 1988-05-30 | - | Held"]),
            ("{Genscher} was given a dinner by {Hurd} on Monday.", &["genscher+hurd | 1988-05-30 | - | Held"]),
        ],
    );
}

#[test]
fn the_town_of_the_clause_before() {
    check(
        "1988-06-02",
        &[
            (
                "{Botha} appeared in {.London} on Monday and spent two hours with {Malmierca}.",
                &["botha+malmierca | 1988-05-30 | London | Held"],
            ),
            (
                "{Botha} drove to {.London} and rang up {Malmierca} on Monday.",
                &["botha+malmierca | 1988-05-30 | - | Held"],
            ),
            (
                "{Botha} said on Monday, as {Malmierca} telephoned {Dos Santos}, that he was tired.",
                &["malmierca+dos-santos | 1988-05-30 | - | Held"],
            ),
            (
                "{Botha} called off a journey to {.London}, planned for Friday, on which he was to have visited {Malmierca}.",
                &["botha+malmierca | 1988-06-03 | London | Cancelled"],
            ),
            ("{Botha} flew in in March and saw {Malmierca}.", &["botha+malmierca | 1988-03-01 | - | Held"]),
            (
                "A meeting planned for {.Brazzaville} on 22 May was cancelled when {Botha} asked for time.",
                &[" | 1988-05-22 | Brazzaville | Cancelled"],
            ),
            (
                "{Botha} called on {Malmierca} in {.London} on Monday and on {Dos Santos} in {.Luanda} the next day.",
                &["botha+malmierca | 1988-05-30 | London | Held", "botha+dos-santos | 1988-05-31 | Luanda | Held"],
            ),
            (
                "{Botha} consulted {Malmierca} in {.London} on Monday.",
                &["botha+malmierca | 1988-05-30 | London | Held"],
            ),
            ("{Botha} consulted a doctor in {.London} on Monday.", &[]),
        ],
    );
}
