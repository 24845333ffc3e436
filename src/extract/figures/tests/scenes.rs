//! Places that other clauses and sentences carry on, and those that tell of something else.

use super::{read, told};

#[test]
fn places_carried_on() {
    told(&[
        ("A helicopter was brought down over {.Gao}; all four of its crew died.", "Gao", "-"),
        ("A lorry ran into a convoy at {.Gao}: 103 dead.", "Gao", "-"),
        ("The planes fly from {.Gao}, where {+Chad} has sent 20 helicopters.", "Gao", "-"),
        ("They hold a hill at {.Tera}, in the east of {.Tillaberi}, where 222 soldiers stood.", "Tera", "-"),
        ("Gunners caught a column on the move at {.Gao}. {+Chad} counted ten dead there.", "Gao", "chad"),
        ("A battle began at {.Gao}. Ten soldiers died in the town.", "Gao", "-"),
        ("At {.Gao}, on the road north, the army is said to rely on 900 fighters.", "Gao", "-"),
        ("{+Togo} has 900 soldiers in the suburbs of {.Gao}.", "Gao", "-"),
        ("{+Togo} has 900 soldiers ashore on East Nauru.", "East Nauru", "-"),
        ("Forty soldiers are counted at {.Gao}.", "Gao", "-"),
        ("Two brigades of {+Chad} pulled out of {.Gao}.", "Gao", "-"),
        ("Facing them round {.Gao} are 900 {~Chadian=Chad} soldiers.", "Gao", "-"),
        ("{+Chad} lost 40 soldiers in one night near {.Gao}.", "Gao", "-"),
        ("Two groups of ships, of three ships each, lay off {.Oran}.", "Oran", "-"),
        ("Eight soldiers died when two mines went off at {.Gao}.", "Gao", "-"),
        ("Its contingent in {.Gao}, reckoned at 900, has grown since the war near {.Tera}.", "Gao", "-"),
    ]);
}

#[test]
fn places_of_something_else() {
    told(&[
        ("More than 900 people were killed, according to doctors in {.Gao}.", "-", "-"),
        ("{+Togo} has 900 soldiers, {Diop} said in {.Dakar}.", "-", "diop"),
        (
            "{+Togo} cut the number of its soldiers near {.Lome} from 900 to 400, {Diop} said in {.Dakar}.",
            "Lome",
            "diop",
        ),
        ("{+Togo} kept out of {.Gao} and has 900 soldiers.", "-", "-"),
        ("Some 900 people died in attacks from {.Gao}.", "-", "-"),
        ("{+Togo} is to hand over Scalp missiles, 50 of them according to a minister.", "-", "-"),
        ("{Diop} spoke in {.Dakar}. Some 900 soldiers are on the island.", "-", "-"),
        ("{+Togo} lost 40 soldiers; it sent planes to {.Gao}.", "-", "-"),
    ]);
}

#[test]
fn places_shared() {
    let places = |source| read(source).into_iter().map(|f| f.place.unwrap_or_default()).collect::<Vec<_>>();
    assert_eq!(places("Eleven soldiers were killed at {.Gao}, {+Mali} says, and sixty were wounded."), ["Gao", "Gao"]);
}
