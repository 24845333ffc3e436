//! Losses by other words than a verb of killing: idioms, adjectives, the words of the number before.

use super::check_counts;

#[test]
fn idioms_of_loss() {
    check_counts(&[
        ("At the ford 48 {~Chadian=Chad} soldiers lost their lives.", &["48 C killed"]),
        ("One sailor of {+Peru} lost a leg.", &["1 C wounded"]),
        ("Dozens of {~Chadian=Chad} soldiers were led away into the hills.", &["24-99 C captured"]),
        ("Thirty soldiers of {+Peru} fell in the battle for the bridge.", &["30 C killed"]),
        ("Five soldiers of {+Peru} failed to return from a patrol.", &["5 C missing"]),
        ("The blast put nine soldiers of {+Peru} in hospital.", &["9 C wounded"]),
        ("{+Chad} has sent 900 soldiers home, and 14 who came back in coffins.", &["900 P soldiers", "14 C killed"]),
        ("{+Chad} published a list of 300 fallen soldiers.", &["300 C killed"]),
        ("The bodies of 40 recruits were sent home to {+Chad}.", &["40 C killed"]),
        ("Fourteen soldiers, most of them from the {~Chadian=Chad} battalion, died.", &["14 C killed"]),
        ("{+Chad} counts 40 civilians killed and 11 members of its army.", &["40 C killed", "11 C killed"]),
    ]);
}

#[test]
fn no_losses() {
    check_counts(&[
        ("{+Chad} sent 900 soldiers who lost the way.", &["900 P soldiers"]),
        ("{+Chad} led 300 soldiers into the town.", &["300 P soldiers"]),
        ("The 12 Infantry Brigade of {+Chad} stayed.", &[]),
        ("Thirty guests, most of them teachers, left.", &[]),
    ]);
}
