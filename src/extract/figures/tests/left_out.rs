//! Counts that leave out their noun.

use super::check;

#[test]
fn nouns_that_are_left_out() {
    check(&[
        (
            "{+France} has 1,500 soldiers there and {+Germany} 1,100.",
            &["1500 P soldiers france", "1100 P soldiers germany"],
        ),
        (
            "{+Russia} has 90,000 troops in the north and another 40,000 in the south.",
            &["90000 P troops russia", "40000 P troops russia"],
        ),
        (
            "{+Australia} sent 4,500 troops. Another 900 will follow.",
            &["4500 P troops australia", "900 P troops australia"],
        ),
        (
            "About 10,000 {~Cuban=Cuba} soldiers landed; as many as 8,000 of them reached the front.",
            &["10000 P soldiers cuba", "8000 P soldiers cuba"],
        ),
        (
            "{+Spain} will cut its force from 8,350 to 4,500 soldiers.",
            &["8350 P soldiers spain", "4500 P soldiers spain"],
        ),
    ]);
}

#[test]
fn nouns_are_carried_by_verbs_of_giving() {
    check(&[
        (
            "{#Unamid} has 13,500 troops. {+Peru} has promised 2,700. {+Chile} is to add 900.",
            &["13500 P troops unamid", "2700 P troops peru", "900 P troops chile"],
        ),
        (
            "{#Unamid} had 2,500 troops. It is to grow to as many as 8,000. {+Peru} has pledged 4,500, {+Chile} 1,000.",
            &["2500 P troops unamid", "8000 P troops unamid", "4500 P troops peru", "1000 P troops chile"],
        ),
        ("{+Peru} has promised two battalions and {+Chile} 250 men.", &["2 U battalions peru", "250 P men chile"]),
        // Who is told of a number does not own it; a year is no number of soldiers.
        (
            "{+Peru} sent 900 soldiers and told {+Chile} 250 men had died.",
            &["900 P soldiers peru", "250 C killed peru"],
        ),
        ("{+Peru} has 900 soldiers there. It sent them in 2010.", &["900 P soldiers peru"]),
        (
            "{Okoth} said that 1,000 {~Peruvian=Peru} soldiers were fighting and that some 20,000 stood at the border.",
            &["1000 P soldiers peru", "20000 P soldiers peru"],
        ),
    ]);
}

#[test]
fn counts_that_leave_out_their_noun() {
    check(&[
        (
            "{+Burundi} has soldiers to spare. It has 5,400 of them in {.Somalia}, and 850 in {.Bangui}.",
            &["5400 P soldiers burundi", "850 P soldiers burundi"],
        ),
        ("{+Burundi} has villages to spare. It has 5,400 of them in the hills.", &[]),
        ("The border is long. About a million men face each other there.", &["1000000 P men -"]),
        ("About a million men vote in each election.", &[]),
        (
            "{+Peru}: 900,000 under arms, 4,100 tanks. {+Chile}: 655,000 and 2,400.",
            &["900000 P troops peru", "4100 E tanks peru", "655000 P troops chile", "2400 E tanks chile"],
        ),
        (
            "{+Peru} is to have 4,800 soldiers there; there are some 1,800 now.",
            &["4800 P soldiers peru", "1800 P soldiers peru"],
        ),
        ("Attachés say it could put no more than 40,000 into the field.", &["40000 P troops -"]),
        ("{+Peru} has called up 40,000 veterans.", &["40000 P veterans peru"]),
        ("Some 40,000 veterans sang in the square.", &[]),
        ("The ministry put the number killed since April at 400.", &["400 C killed -"]),
    ]);
}
