//! What counts a force or a loss by the noun behind it or the words around it.

use super::check;

#[test]
fn forces_of_every_kind() {
    check(&[
        ("{+Argentina} landed 10,000 troops on the islands.", &["10000 P troops argentina"]),
        (
            "{+Britain} sent two brigades and 28,000 men with the task force.",
            &["2 U brigades britain", "28000 P men britain"],
        ),
        (
            "{+France} flew in 40 tanks, 12 helicopters and two frigates.",
            &["40 E tanks france", "12 E helicopters france", "2 E frigates france"],
        ),
        ("It faced a {~Serbian=Serbia} garrison of about 3,000 soldiers.", &["3000 P soldiers serbia"]),
        ("{+Chad}'s 2,000-strong contingent crossed the desert.", &["2000 P contingent chad"]),
        ("{+Colombia}'s army numbers about 200,000.", &["200000 P troops colombia"]),
        ("Hundreds of {~Turkish=Turkey} tanks crossed the river.", &["200-999 E tanks turkey"]),
        ("The {!Taliban} fired 30 rockets.", &["30 E rockets taliban"]),
        ("{!ELN}: some 3,000 fighters.", &["3000 P fighters eln"]),
    ]);
}

#[test]
fn losses_of_every_kind() {
    check(&[
        ("{+Britain} lost 12 soldiers near the bay.", &["12 C killed britain"]),
        ("Twenty {~Indian=India} soldiers were killed in the valley.", &["20 C killed india"]),
        ("The shelling killed 43 people in the market.", &["43 C killed -"]),
        ("A bomb killed 12 and wounded 40.", &["12 C killed -", "40 C wounded -"]),
        ("{#Army=Ghana Army} said 17 soldiers had died.", &["17 C killed -"]),
        ("The war has left 70,000 dead.", &["70000 C dead -"]),
        ("They captured 102 {~Russian=Russia} servicemen.", &["102 C captured russia"]),
        ("The rebels shot down three {~Malian=Mali} helicopters.", &["3 E helicopters mali"]),
    ]);
}

#[test]
fn one_statement_is_one_entry() {
    check(&[
        (
            "{+Belarus} keeps more than 120,000 troops there. The 120,000 {~Belarusian=Belarus} troops stay.",
            &["120000 P troops belarus"],
        ),
        ("{+Ghana} sent two ships. {+Togo} sent two ships.", &["2 E ships ghana", "2 E ships togo"]),
    ]);
}

#[test]
fn types_of_weapons_are_counted_by_their_names() {
    check(&[
        ("{+Peru} pledged 18 Leopards.", &["18 E Leopards peru"]),
        ("{+Peru} has twelve A-29 Super Tucanos.", &["12 E A-29 Super Tucanos peru"]),
        ("{+Peru} has 24 F-16s and 308 heavy SS-18s.", &["24 E F-16s peru", "308 E heavy SS-18s peru"]),
        ("At the zoo two leopards died.", &[]),
        ("Four typhoons struck in a month.", &[]),
        ("{+Peru} offered 5,000 helmets.", &[]),
    ]);
}

#[test]
fn numbers_of_forces_are_counts() {
    check(&[
        ("{Okoth} put the number of {~Peruvian=Peru} guns at 10,000.", &["10000 E guns peru"]),
        ("The number of soldiers there has risen to 900.", &["900 P soldiers -"]),
        ("The number of visitors has risen to 900.", &[]),
        ("{+Peru} has lost 2,000 tanks. {+Chile}'s losses come to 530.", &["2000 E tanks peru", "530 E tanks chile"]),
        ("{+Peru} lost 900 soldiers. {Okoth} has spoken of 1,200.", &["900 C killed peru", "1200 C killed peru"]),
        (
            "Nine of the 27 helicopters promised by {+Peru} have come.",
            &["9 E helicopters peru", "27 E helicopters peru"],
        ),
        // Another paragraph, other things.
        ("{+Peru} has 900 tanks.\n\nThere were 300 of them on motorbikes.", &["900 E tanks peru"]),
        ("{+Peru} has 900 soldiers there.\n\nA group reported 27 dead.", &["900 P soldiers peru", "27 C dead -"]),
    ]);
}

#[test]
fn sizes_are_counts() {
    check(&[
        (
            "{+Peru} started at 30,000 troops, and one plan reached 64,000.",
            &["30000 P troops peru", "64000 P troops peru"],
        ),
        ("Another 5,000 or more {~Peruvian=Peru} soldiers serve there.", &["5000 P soldiers peru"]),
        ("Two battalions of up to 600 each are in training.", &["2 U battalions -", "600 P troops -"]),
        ("The {~Peruvian=Peru} casualties passed 7,000.", &["7000 C killed peru"]),
        ("{+Peru} deployed 10,000 men.", &["10000 P men peru"]),
    ]);
}

#[test]
fn losses_of_people_and_none() {
    check(&[
        ("Two civilians die in the shelling.", &["2 C killed -"]),
        ("Over 86,000 militants have been destroyed.", &["86000 C killed -"]),
        ("Another 45 assailants were captured.", &["45 C captured -"]),
        ("The army put 3,400 fighters out of action.", &["3400 C out of action -"]),
        ("Five dead as minibus hits lorry", &[]),
        ("Five dead as minibus hits mine", &["5 C dead -"]),
        ("At the weekend 76 separatists were rounded up.", &[]),
        ("The army wants force, but the five permanent members will not have it.", &[]),
        ("Two empty tankers burned near the navy base.", &[]),
    ]);
}

#[test]
fn parts_of_ones_own_are_counts() {
    check(&[
        ("{+Peru} lost one of its own soldiers.", &["1 C killed peru"]),
        ("{+Peru} sailed one of its fleets north.", &[]),
        ("{+Peru} has sent 900 soldiers. {+Chile} has given 3,200.", &["900 P soldiers peru", "3200 P soldiers chile"]),
        ("They have taken some 600 {~Cubans=Cuba} prisoner.", &["600 C captured cuba"]),
        ("They have met some 600 {~Cubans=Cuba} in the harbour.", &[]),
        ("{+Turkey}, for its part, maintains 1,300 soldiers.", &["1300 P soldiers turkey"]),
        ("An {~Azerbaijani=Azerbaijan} airliner was hit with the loss of 38 people.", &["38 C killed -"]),
    ]);
}
