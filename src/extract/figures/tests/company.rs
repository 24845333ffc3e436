//! Men and people of a state who are a force by the company that they stand in, and shares that are no counts.

use super::check_counts;

#[test]
fn men_of_a_force() {
    check_counts(&[
        ("{+Italy} is to take out its 1,400 men.", &["1400 P men"]),
        ("{+Chad} has 60,000 men and women in the field.", &["60000 P men"]),
        ("The force, 1,200 {~Italians=Italy}, holds the camps.", &["1200 P Italians"]),
        ("Some 4,000 of {!Unita}'s 55,000 fighters came.", &["4000 P fighters", "55000 P fighters"]),
        ("They killed 230 {~South Koreans=South Korea}.", &["230 C killed"]),
        ("{+Chad} has 900 {~Togolese=Togo} in uniform.", &["900 P Togolese"]),
    ]);
}

#[test]
fn men_of_none() {
    check_counts(&[
        ("Its 40 men of letters dined in {+Chad}.", &[]),
        ("{+Chad} has 60,000 men and women over ninety.", &[]),
        ("About 900 {~Togolese=Togo} came to the match.", &[]),
        ("The soldiers, 11 {~Italians=Italy}, had formed a line.", &[]),
        ("Not one aircraft of {+Chad} was lost.", &[]),
        ("Nine out of ten of its soldiers have not been paid.", &[]),
        ("One in ten of its soldiers is ill.", &[]),
    ]);
}
