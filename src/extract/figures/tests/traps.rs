//! Numbers that count no force.

use super::check;

#[test]
fn other_numbers_are_no_figures() {
    check(&[
        ("More than 100,000 refugees crossed the border in 12 days.", &[]),
        ("The vote was 120 to 40, and the talks lasted three hours.", &[]),
        ("It paid $90bn for F-16s and bought 12 million barrels.", &[]),
        ("A 19-year-old soldier of the 22nd Brigade walked 40 km.", &[]),
        ("Resolution 2202 and Article 5 bind the 30 members.", &[]),
        ("Some 300 young men queued at a stadium.", &[]),
        ("About 5,000 engineers wait for visas; police held 400 protesters.", &[]),
        ("The army carried out 480 strikes on 35 targets.", &[]),
        ("In 2014 soldiers took the peninsula.", &[]),
    ]);
}

#[test]
fn what_strikes_and_who_flees_are_no_figures() {
    check(&[
        ("He counted 27 dead after one mortar shell.", &["27 C dead -"]),
        ("The fighting has driven 118,000 people from their homes.", &[]),
        ("More than 900 soldiers died, and about 1.2 million were driven from their homes.", &["900 C killed -"]),
        ("The four nations whose troops patrol the city met.", &[]),
        ("{+Peru} has 40 tanks. One of them has gone home.", &["40 E tanks peru"]),
        ("All three of its fleets were at sea.", &[]),
        ("{+Peru} took 600 of the {~Chilean=Chile} soldiers prisoner.", &["600 C captured chile"]),
        ("{+Peru} mourns 64 sailors who were killed at the reef.", &["64 C killed peru"]),
        ("{+Peru} has 64 sailors who were trained at the reef.", &["64 P sailors peru"]),
    ]);
}

#[test]
fn manners_of_speaking_are_no_figures() {
    check(&[
        ("Nobody can say whether the talks have moved a single tank.", &[]),
        ("The defence chiefs of {#Nato}'s 32 members will meet.", &[]),
        ("{Okoth} suspended three generals of the army.", &[]),
        ("More than 100,000 people left the valley, where the army stayed.", &[]),
        ("Cholera came with the rains: 27 deaths in a month.", &[]),
        ("The army moved at night, according to two officers.", &[]),
        ("One soldier was killed.", &["1 C killed -"]),
        ("The army lost 12 men and three generals.", &["12 C killed -", "3 C killed -"]),
    ]);
}
