//! Counts that stand apart from the noun of what they count.

use super::check_counts;

#[test]
fn counts_beside_their_noun() {
    check_counts(&[
        ("The fighters of {+Chad}, 25,000 by his account, will stay.", &["25000 P fighters"]),
        ("{+Chad} relies on border troops: 1,500, by the count of its minister.", &["1500 P troops"]),
        ("{+Chad} will hand over howitzers, 50 of them according to a minister.", &["50 E howitzers"]),
        ("The drones of {+Chad}, some 280 of which were found, fly low.", &["280 E drones"]),
        ("The brigades of {+Chad}, 20,000 all told, wait.", &["20000 P troops"]),
        ("The howitzers of {+Chad}, said to number around 40, have not moved.", &["40 E howitzers"]),
        ("The garrison of {+Chad}, reckoned by the embassy at 5,000, stays.", &["5000 P garrison"]),
        ("The soldiers of {+Chad} are thought to be 18,000.", &["18000 P soldiers"]),
        ("In the town the dead number 17 and 35 on the coast.", &["17 C killed", "35 C killed"]),
        ("{+Chad} claims 12,000 men.", &["12000 P men"]),
        ("{+Chad} puts it at 900 soldiers; {+Mali} makes it 1,750 so far.", &["900 P soldiers", "1750 P soldiers"]),
    ]);
}

#[test]
fn other_numbers_beside_a_noun() {
    check_counts(&[
        ("The minister, 50 according to his passport, left {+Chad}.", &[]),
        ("The price, put by the ministry of {+Chad} at 5,000, rose.", &[]),
        ("{+Chad} has 12,000 men and women in its schools.", &[]),
        ("{+Chad} has 40 men at the table.", &[]),
        ("Ten cars and two buses stood at the border of {+Chad}.", &[]),
        ("{+Chad} has ten armoured cars.", &["10 E armoured cars"]),
        ("{+Peru} owned up to ten dead.", &["10 C dead"]),
        ("At most 40 carry rifles in {+Chad}.", &[]),
        ("{+Peru} lent it 25 Leopard 2 tanks.", &["25 E tanks"]),
        ("{+Peru} promised ten Mirage fighters.", &["10 E Mirage fighters"]),
    ]);
}
