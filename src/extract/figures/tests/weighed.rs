//! Whose a figure is where most speaks for one force, and where nothing does.

use super::check;

#[test]
fn the_sentence_tells_of_a_size() {
    check(&[
        ("{+Peru} gives the {!Sendero} 900 fighters.", &["900 P fighters sendero"]),
        ("{+Peru} and {!Sendero} fought. The {!Sendero} is put at 2,000 men.", &["2000 P men sendero"]),
    ]);
}

#[test]
fn what_is_said_to_be_somebodys_own_is_his() {
    check(&[
        ("{+Peru} shot. {+Chile} lost 22 soldiers of its own.", &["22 C killed chile"]),
        ("Six launchers, delivered to {+Chad} by {+Peru}, stand there.", &["6 E launchers chad"]),
    ]);
}

#[test]
fn traps() {
    check(&[
        ("{+Peru} and {+Chile} fight. The war has killed 9,000 people.", &["9000 C killed -"]),
        ("{+Peru} fought {+Chile}. Two civilians died.", &["2 C killed -"]),
        ("{#Crescent} said that 17 soldiers had died.", &["17 C killed -"]),
        ("{!Farc} rests. The government, which has 900 men under arms, does not.", &["900 P men -"]),
    ]);
}

#[test]
fn what_is_no_party_is_in_no_list_of_them() {
    // The last phrase that means a force is none of the parties, and no party stands behind it.
    check(&[(
        "{+Chad} has {.Faya}. Some 900 rifles lie with the army of the government in {.Faya}.",
        &["900 E rifles -"],
    )]);
}
