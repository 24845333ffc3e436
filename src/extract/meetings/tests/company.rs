//! Who else takes part: hosts and chairs told of in the next sentence, companies spoken of before, those who stand beside.

use super::check;

// Wednesday is 15 May 1991.

#[test]
fn who_is_met_where_somebody_has_come() {
    check(
        "1991-05-15",
        &[
            (
                "{Baker} landed in {.Rabat} on Monday. {Hassan} received him at once.",
                &["baker+hassan | 1991-05-13 | Rabat | Held"],
            ),
            (
                "{Baker} came to {.Rabat} on Monday. His host, {Hassan}, showed him the map.",
                &["baker+hassan | 1991-05-13 | Rabat | Held"],
            ),
            (
                "{Baker} flew to {.Rabat} on Monday and urged {Hassan} to wait.",
                &["baker+hassan | 1991-05-13 | Rabat | Held"],
            ),
            (
                "{Baker} flew to {.Rabat} on Monday and put the plan to {Hassan}.",
                &["baker+hassan | 1991-05-13 | Rabat | Held"],
            ),
            (
                "{Baker} spent three hours at {Hassan}'s palace in {.Rabat} on Monday.",
                &["baker+hassan | 1991-05-13 | Rabat | Held"],
            ),
            // Elsewhere, on a day of its own or by telephone: another one.
            (
                "{Baker} landed in {.Rabat} on Monday. {Hassan} received him in {.Fez} on Tuesday.",
                &["baker | 1991-05-13 | Rabat | Held", "hassan+baker | 1991-05-14 | Fez | Held"],
            ),
            (
                "{Baker} landed in {.Rabat} on Monday. {Hassan} telephoned him.",
                &["baker | 1991-05-13 | Rabat | Held", "hassan+baker | - | - | Held"],
            ),
        ],
    );
}

#[test]
fn a_company_spoken_of_before() {
    check(
        "1991-05-15",
        &[
            (
                "{Baker}, {Levy} and {Arens} met in {.Cairo} on Monday. The same three met in {.Rome} on Tuesday.",
                &["baker+levy+arens | 1991-05-13 | Cairo | Held", "baker+levy+arens | 1991-05-14 | Rome | Held"],
            ),
            // All but the one whom they met.
            (
                "{Mubarak} received {Levy} and {Arens} in {.Cairo} on Monday. The same two met {Assad} in {.Homs} on Tuesday.",
                &["mubarak+levy+arens | 1991-05-13 | Cairo | Held", "levy+arens+assad | 1991-05-14 | Homs | Held"],
            ),
            // The parties are not whoever brought them together.
            (
                "{Baker} brought {+Syria}, {+Jordan} and {+Israel} together in {.Cairo} on Monday. The parties met again in {.Rome} on Tuesday.",
                &[
                    "baker+syria+jordan+israel | 1991-05-13 | Cairo | Held",
                    "syria+jordan+israel | 1991-05-14 | Rome | Held",
                ],
            ),
            (
                "{+Syria} and {+Israel} held talks in {.Cairo} on Monday. A meeting planned for Friday in {.Rome} has been cancelled.",
                &["syria+israel | 1991-05-13 | Cairo | Held", "syria+israel | 1991-05-17 | Rome | Cancelled"],
            ),
        ],
    );
}

#[test]
fn who_was_there_when() {
    check(
        "1991-05-15",
        &[
            (
                "{Mubarak} was the host when {Levy} met {Assad} in {.Cairo} on Monday.",
                &["levy+assad+mubarak | 1991-05-13 | Cairo | Held"],
            ),
            (
                "{Levy} met {Assad} in {.Cairo} on Monday. {Mubarak} will be in the chair on Friday.",
                &["levy+assad | 1991-05-13 | Cairo | Held"],
            ),
            (
                "Talks between {+Syria} and {+Israel} open in {.Cairo} on Friday. The talks will be chaired by {Mubarak}.",
                &["syria+israel+mubarak | 1991-05-17 | Cairo | Upcoming"],
            ),
            (
                "Talks between {+Syria} and {+Israel} opened in {.Cairo} on Monday. They bring together {!Fatah} and {+Egypt} as well.",
                &["syria+israel+fatah+egypt | 1991-05-13 | Cairo | Held"],
            ),
        ],
    );
}

#[test]
fn beside_and_before() {
    check(
        "1991-05-15",
        &[
            (
                "{Levy} and {Assad} shook hands before {Mubarak} in {.Cairo} on Monday.",
                &["levy+assad+mubarak | 1991-05-13 | Cairo | Held"],
            ),
            (
                "{Levy} and {Assad} shook hands in {.Cairo} on Monday before {Mubarak} spoke.",
                &["levy+assad | 1991-05-13 | Cairo | Held"],
            ),
            (
                "{Levy} and {Assad} sat down in {.Cairo} on Monday as guests of {Mubarak}.",
                &["levy+assad+mubarak | 1991-05-13 | Cairo | Held"],
            ),
            (
                "With {Powell} at his side, {Baker} met {Levy} in {.Cairo} on Monday.",
                &["baker+levy+powell | 1991-05-13 | Cairo | Held"],
            ),
            (
                "With {Powell} in hospital, {Baker} met {Levy} in {.Cairo} on Monday.",
                &["baker+levy | 1991-05-13 | Cairo | Held"],
            ),
            (
                "{Baker} met {Levy} and, separately, {Arens} in {.Cairo} on Monday, {Mubarak} among them.",
                &["baker+levy | 1991-05-13 | Cairo | Held", "baker+arens | 1991-05-13 | Cairo | Held"],
            ),
            (
                "Talks that {+Egypt} is brokering between {+Syria} and {+Israel} open in {.Rome} on Friday.",
                &["egypt+syria+israel | 1991-05-17 | Rome | Upcoming"],
            ),
            (
                "{Arafat}, whom {Mubarak} received in {.Cairo} on Monday, was pleased.",
                &["mubarak+arafat | 1991-05-13 | Cairo | Held"],
            ),
        ],
    );
}

#[test]
fn whose_talks_they_are() {
    check(
        "1991-05-15",
        &[
            (
                "{+Syria} and {+Israel} hold their summit in {.Rome} on 3 May 1991.",
                &["syria+israel | 1991-05-03 | Rome | Held"],
            ),
            (
                "{Baker} chaired two days of talks in {.Rome} on Monday between {+Syria} and {+Israel}.",
                &["syria+israel+baker | 1991-05-13 | Rome | Held"],
            ),
            (
                "Officials of the {#Union} end two days of talks with envoys of {+Syria} in {.Rome} on 3 May 1991.",
                &["syria+union | 1991-05-03 | Rome | Held"],
            ),
            (
                "Envoys of the {~Syrian=Syria} government and of the {#PLO} met in {.Rome} on Monday.",
                &["syria+plo | 1991-05-13 | Rome | Held"],
            ),
            ("{+Syria} and the Druze met in {.Rome} on Monday.", &["syria | 1991-05-13 | Rome | Held"]),
            // The body whose summit it is stays out of what is met at it.
            (
                "{Levy} and {Assad} shook hands on Monday at the {#Union} summit in {.Rome}.",
                &["levy+assad | 1991-05-13 | Rome | Held"],
            ),
            (
                "{Baker} was tired. {Baker} spoke. He flew home. A dinner with {Levy} in {.Rome} on Monday fell through.",
                &["levy+baker | 1991-05-13 | Rome | Cancelled"],
            ),
        ],
    );
}

#[test]
fn whose_government() {
    check(
        "1991-05-15",
        &[
            (
                "{+Chad} is quiet. {+Chad} has peace. {+Libya} offered to bring the government and the {!Front} together in {.Rome} on Friday.",
                &["libya+chad+front | 1991-05-17 | Rome | Proposed"],
            ),
            // Two countries in turn: it may be either.
            (
                "{+Chad} is quiet. {+Mali} is not. {+Chad} grows, as does {+Mali}. The government and the {!Front} met in {.Rome} on Monday.",
                &["front | 1991-05-13 | Rome | Held"],
            ),
        ],
    );
}

#[test]
fn whom_the_two_and_them_mean() {
    check(
        "1991-05-15",
        &[
            (
                "{Levy} would not sit with {Assad}. {Baker} and {Mubarak} shuttled between them in {.Rome} on Monday for three hours with {Perez}.",
                &["baker+mubarak+levy+assad+perez | 1991-05-13 | Rome | Held"],
            ),
            (
                "{Baker} and {Gorbachev} met in {.Oslo} on Monday. {Levy} told {Assad} so in {.Rome} on Tuesday, where the two had dinner.",
                &["baker+gorbachev | 1991-05-13 | Oslo | Held", "levy+assad | 1991-05-14 | Rome | Held"],
            ),
        ],
    );
}

#[test]
fn who_has_met_before_the_main_clause() {
    check(
        "1991-05-15",
        &[
            (
                "After meeting {Levy} in {.Cairo} on Monday, {Baker} flew home.",
                &["baker+levy | 1991-05-13 | Cairo | Held"],
            ),
            // The clause behind the comma has no party for a subject.
            ("After meeting {Levy} in {.Cairo} on Monday, nobody spoke.", &["levy | 1991-05-13 | Cairo | Held"]),
        ],
    );
}

#[test]
fn others_without_a_name_stand_beside_those_who_have_one() {
    check(
        "1991-05-15",
        &[
            (
                "{Baker}, {Levy} and the other ministers of the region met in {.Cairo} on Monday.",
                &["baker+levy | 1991-05-13 | Cairo | Held"],
            ),
            // What stands behind "and" is something else.
            ("For {Baker} and the other ministers nobody met in {.Cairo} on Monday.", &[]),
        ],
    );
}

#[test]
fn guests_meet_their_host() {
    check(
        "1991-05-15",
        &[
            (
                "{Levy} and {Assad} were the guests of {Mubarak} in {.Cairo} on Monday.",
                &["levy+assad+mubarak | 1991-05-13 | Cairo | Held"],
            ),
            ("{Levy} and {Assad} heard of the guests of {Mubarak} on Monday.", &[]),
        ],
    );
}

#[test]
fn a_capital_is_named_by_its_people() {
    check(
        "1991-05-15",
        &[
            ("{Levy} met {Assad} in the Syrian capital on Monday.", &["levy+assad | 1991-05-13 | Damascus | Held"]),
            // Two states have people of that name.
            ("{Levy} met {Assad} in the Congolese capital on Monday.", &["levy+assad | 1991-05-13 | - | Held"]),
        ],
    );
}
