//! Turns of phrase that give a force's size or a loss without a plain noun behind the number, and those that do not.

use super::{check_counts, said, told};

#[test]
fn sizes_in_other_words() {
    check_counts(&[
        ("{+Chad} has under arms some 30,000.", &["30000 P troops"]),
        ("The garrison at {.Faya}, once 3,000, is down to 400.", &["3000 P troops", "400 P troops"]),
        ("{+Chad}'s force has doubled to 8,000.", &["8000 P troops"]),
        ("The number of soldiers fell from 1,200 to 900.", &["1200 P soldiers", "900 P soldiers"]),
        ("{+France} sent Jaguars, eight in all.", &["8 E jaguars"]),
        ("Peacekeepers: 1,250. Military observers: 90. Police: 300.", &["1250 P peacekeepers", "90 P observers"]),
        ("Some 2,000 of the general's men crossed the river.", &["2000 P men"]),
        ("The treaty caps tanks at 20,000.", &["20000 E tanks"]),
        ("The frigate has a crew of 450.", &["450 P crew"]),
        ("About 700 {~Chadians=Chad} make up the force.", &["700 P Chadians"]),
    ]);
}

#[test]
fn losses_in_other_words() {
    check_counts(&[
        ("The toll has climbed past 300.", &["300 C killed"]),
        ("The legion lost 241 of their number.", &["241 C killed"]),
        ("{!Ansaru} is thought to have lost 1,000.", &["1000 C killed"]),
        ("All 23 aboard the helicopter were killed.", &["23 C killed"]),
        ("Fifteen people, eight of them soldiers, were killed.", &["15 C killed", "8 C killed"]),
    ]);
}

#[test]
fn sizes_of_something_else() {
    check_counts(&[
        ("Two in three of {+Chad}'s tanks are out of order.", &[]),
        ("The company, once 3,000, is down to 400.", &[]),
        ("Prices rose to 900, up from 800.", &[]),
        ("The strikes, 21 of them since May, went on.", &[]),
        ("The delegation has a crew of 12.", &[]),
        ("The number of refugees has risen to 900,000.", &[]),
        ("The hospital has 30 doctors, eight of whom left.", &[]),
        ("Ministers: 12. Deputies: 90.", &[]),
        ("Two buses hit three cars.", &[]),
    ]);
}

#[test]
fn sources_in_other_words() {
    said(&[
        ("A tally by the {#Institute} runs to 400 dead.", "institute"),
        ("Figures compiled by the {#Institute} show that 900 soldiers died.", "institute"),
        ("{Okoth}, asked for a number, answered: “About 4,000 fighters are left.”", "okoth"),
        ("Officials at the {#Pentagon} say that 900 soldiers are there.", "pentagon"),
        ("{+Libya} has 8,000 soldiers there by {~American=America} estimates.", "america"),
        ("Officials in the capital say that 900 soldiers are there.", "-"),
    ]);
}

#[test]
fn places_in_other_words() {
    told(&[
        ("In the battle for {.Gao}, on 22 March, 900 soldiers died.", "Gao", "-"),
        ("A bomb in the market of {.Gao} killed six soldiers.", "Gao", "-"),
        ("{+Libya} sent three brigades from {.Sirte} to the border.", "-", "-"),
        ("{!Ansaru} has 300 fighters and holds {.Gao} all the same.", "-", "-"),
        ("Its 900 soldiers hold {.Gao}.", "Gao", "-"),
    ]);
}
