//! Whom pronouns and bare offices mean over sentences, and who is added to a meeting by what stands around it.

use super::check;

#[test]
fn he_is_the_one_whom_the_text_is_about() {
    // A Tuesday.
    check(
        "2011-02-15",
        &[
            // The subject goes on, not the one named last.
            (
                "{Davutoglu} flew to {.Cairo} on Monday with a letter from {Gul}. He met {Suleiman} in {.Giza} on Tuesday.",
                &["davutoglu | 2011-02-14 | Cairo | Held", "davutoglu+suleiman | 2011-02-15 | Giza | Held"],
            ),
            // Through a sentence that names nobody.
            (
                "{Ashton} praised {Davutoglu}. It had been a long week. On Monday the envoy {Moussa} received her in {.Cairo}.",
                &["moussa+ashton | 2011-02-14 | Cairo | Held"],
            ),
            // Who receives comes in by name; the text stays with the guest.
            (
                "{Suleiman} is tired. {Gul} received him in {.Ankara} on Friday, and he met {Papandreou} in {.Athens} on Sunday.",
                &["gul+suleiman | 2011-02-11 | Ankara | Held", "suleiman+papandreou | 2011-02-13 | Athens | Held"],
            ),
        ],
    );
}

#[test]
fn who_is_as_much_in_view_as_another_is_not_guessed() {
    check(
        "2011-02-15",
        &[("{Suleiman} and {Gul} were tired. He met {Papandreou}.", &[]), ("He met {Papandreou}.", &[])],
    );
}

#[test]
fn they_and_the_two() {
    check(
        "2011-02-15",
        &[
            // The two main subjects, not the two of the last sentence.
            (
                "{Gul}, who is 60, wrote a letter. {Papandreou} read it with his aide, {Petsalnikos}. The two met in {.Nicosia} on Monday.",
                &["papandreou+gul | 2011-02-14 | Nicosia | Held"],
            ),
            // Whom a body has sent stand for it.
            (
                "{#Fatah} sent two men to {.Doha}. They met {Meshaal} there on Monday.",
                &["fatah+meshaal | 2011-02-14 | Doha | Held"],
            ),
            // Those who are listed are the ones sent.
            (
                "{#Fatah} sent two men to {.Doha}: {Ahmad} and {Shaath}. They met {Meshaal} there on Monday.",
                &["shaath+ahmad+meshaal | 2011-02-14 | Doha | Held"],
            ),
        ],
    );
}

#[test]
fn offices_mean_those_whom_the_text_has_called_so() {
    check(
        "2011-02-15",
        &[
            (
                "King {Abdullah} has a cold. {Gul} met the king in {.Amman} on Monday.",
                &["gul+abdullah | 2011-02-14 | Amman | Held"],
            ),
            // Nobody is called so.
            ("{Abdullah} has a cold. {Gul} met the king.", &[]),
        ],
    );
}

#[test]
fn purposes_and_agents() {
    check(
        "2011-02-15",
        &[
            (
                "{Gul} flew to {.Amman} on Monday to ask {Abdullah} for help.",
                &["gul+abdullah | 2011-02-14 | Amman | Held"],
            ),
            (
                "{Gul} came to {.Aqaba} on Monday and was met on the quay by {Abdullah}.",
                &["gul+abdullah | 2011-02-14 | Aqaba | Held"],
            ),
            // Whom one succeeds one does not see.
            ("{Gul} flew to {.Amman} on Monday to succeed {Abdullah}.", &["gul | 2011-02-14 | Amman | Held"]),
        ],
    );
}

#[test]
fn others_who_were_there() {
    check(
        "2011-02-15",
        &[
            (
                "{Gul} met {Abdullah} in {.Amman} on Monday. With him was his minister, {Davutoglu}.",
                &["gul+abdullah+davutoglu | 2011-02-14 | Amman | Held"],
            ),
            (
                "A conference on trade opened in {.Amman} on Monday. It is chaired by {Abdullah} and {Gul}.",
                &["abdullah+gul | 2011-02-14 | Amman | Held"],
            ),
            // With him was nobody who is named.
            (
                "{Gul} met {Abdullah} in {.Amman} on Monday. With him was a heavy suitcase of {Davutoglu}.",
                &["gul+abdullah | 2011-02-14 | Amman | Held"],
            ),
        ],
    );
}

#[test]
fn ministers_by_name_stand_for_their_office() {
    check(
        "2011-02-15",
        &[(
            "Their foreign ministers, {Davutoglu} and {Droutsas}, met in {.Nicosia} on Monday.",
            &["davutoglu+droutsas | 2011-02-14 | Nicosia | Held"],
        )],
    );
}

#[test]
fn they_are_those_who_came_together() {
    check(
        "2011-02-15",
        &[
            (
                "{Gul} flew to {.Doha} on Monday with envoys of {+Greece} and {+Italy}. They saw {Meshaal}.",
                &["gul+greece+italy+meshaal | 2011-02-14 | Doha | Held"],
            ),
            // A list behind the relative clause names the two.
            (
                "{Gul} received {Moussa}. On Monday {Davutoglu} sat down in {.Doha} with the two men who had fled, {Ahmad} and {Shaath}.",
                &["gul+moussa | - | - | Held", "davutoglu+ahmad+shaath | 2011-02-14 | Doha | Held"],
            ),
            // A comma opens the next clause, whose subject is no companion of the first.
            (
                "{Gul} held talks with {Moussa} in {.Cairo} on Monday, and {Tantawi} received him there.",
                &["moussa+gul | 2011-02-14 | Cairo | Held", "tantawi+gul | - | Cairo | Held"],
            ),
        ],
    );
}

#[test]
fn the_government_is_that_of_the_state_spoken_of() {
    check(
        "2011-02-15",
        &[
            (
                "{+Yemen} is at war. {~Yemeni=Yemen} troops fled. Delegations of the government and of {!Ansar} met in {.Muscat} on Monday.",
                &["yemen+ansar | 2011-02-14 | Muscat | Held"],
            ),
            // Two are spoken of as much.
            (
                "{+Yemen} is at war with {+Oman}. {+Oman} and {+Yemen} lost men. The government and {!Ansar} met in {.Muscat} on Monday.",
                &["ansar | 2011-02-14 | Muscat | Held"],
            ),
        ],
    );
}

#[test]
fn who_only_proposes_takes_no_part() {
    check(
        "2011-02-15",
        &[
            (
                "{+Norway} has suggested talks in {.Oslo} between {+Yemen} and {+Oman}.",
                &["yemen+oman | - | Oslo | Proposed"],
            ),
            ("{+Norway} has proposed that {Saleh} meet {Qaboos}.", &["saleh+qaboos | - | - | Proposed"]),
        ],
    );
}

#[test]
fn whoever_is_in_the_chair_takes_part() {
    check(
        "2011-02-15",
        &[
            (
                "{#Caricom} held a summit in {.Kingston} on Monday under {Patterson}'s chairmanship.",
                &["caricom+patterson | 2011-02-14 | Kingston | Held"],
            ),
            (
                "{#Caricom} held a summit in {.Kingston} on Monday under {Patterson}'s windows.",
                &["caricom | 2011-02-14 | Kingston | Held"],
            ),
        ],
    );
}
