//! Speakers of a figure wherever the sentence puts them, and those who speak of something else.

use super::said;

#[test]
fn speakers_behind_an_insertion() {
    said(&[
        ("{Okoth}, who leads the {#Guard}, said no more than 900 soldiers were left.", "okoth"),
        ("{#Orix}, a group that works from photographs, had by Sunday logged 16 tanks.", "orix"),
        ("A colonel at the base, {Okoth}, talks of 1,300 fighters.", "okoth"),
        ("It was left to a general, {Okoth}, to admit: 900 soldiers were dead.", "okoth"),
        ("Some 900 soldiers are there, {Okoth}, the minister, told the {#House}.", "okoth"),
        ("{!Ansaru}, in a video, showed 17 captives.", "ansaru"),
    ]);
}

#[test]
fn turns_of_phrase_that_say_a_number() {
    said(&[
        ("{+Kenya} has owned up to ten dead.", "kenya"),
        ("{+Kenya} boasts of having 900 soldiers.", "kenya"),
        ("{+Kenya} credits the rebels with 900 fighters.", "kenya"),
        ("The {#Pentagon} talks of 900 soldiers.", "pentagon"),
        ("The {#Observatory} makes it 900 soldiers.", "observatory"),
        ("{Okoth} added that 80 armoured vehicles had left.", "okoth"),
        ("{Okoth}'s weekly tally, read out on Tuesday, lists 90 ships.", "okoth"),
        ("An internal {~Kenyan=Kenya} estimate that reached reporters puts the force at 900 soldiers.", "kenya"),
        ("{+Kenya}'s own count shows 900 dead.", "kenya"),
    ]);
}

#[test]
fn sources_without_a_verb() {
    said(&[
        ("Its garrison, reckoned by the {#Embassy} at 900 soldiers, stays.", "embassy"),
        ("The rebels have 900 fighters, if {Okoth} is right.", "okoth"),
        ("The rebels have 900 fighters, if {~Kenyan=Kenya} estimates are to be believed.", "kenya"),
        ("The war killed 900 soldiers, a number that they took from the {#Institute}.", "institute"),
        ("{+Kenya} has a sum of its own: 900 dead.", "kenya"),
        ("{+Chad} counts upwards of 40 ships, according to the {#Ministry}.", "ministry"),
        ("Border troops stand there: 900 soldiers, by the count of their spokesman, {Okoth}.", "okoth"),
        ("Of the drones, 280 of which {+Chad} claims to have found, few fly.", "chad"),
    ]);
}

#[test]
fn speech_that_runs_on() {
    told_last(&[
        ("The {#Ministry} said that 12 soldiers had died. It put the wounded at 40.", "ministry"),
        ("The {#Ministry} said that 12 soldiers had died. Its spokesman said that 40 were wounded.", "ministry"),
        ("The {#Ministry} put the dead at 12. By the same count 40 were wounded.", "ministry"),
        ("The {#Ministry} put the dead at 12. {+Chad} is put in the same document at 900 soldiers.", "ministry"),
        ("“We lost 12 men,” {Okoth} said. “They lost 40 soldiers.”", "okoth"),
        ("“We have 12 men left in the fort. They have lost 40 soldiers,” said {Okoth}.", "okoth"),
    ]);
}

#[test]
fn those_who_speak_of_something_else() {
    said(&[
        ("{+Kenya}, with 900 soldiers, has said nothing.", "-"),
        ("{+Kenya} has 900 soldiers there, and its president, {Okoth}, says he will stay.", "-"),
        ("{+Kenya} tells the {#Union} to keep its 900 soldiers.", "-"),
        ("{+Kenya} counts on the {#Guard} and its 900 soldiers.", "-"),
        ("{+Kenya} has never said that it lost 900 soldiers.", "-"),
        ("{Okoth} built a force that counted 900 fighters.", "-"),
        ("{+Kenya} is put at 900 soldiers.", "-"),
        ("{Okoth} speaks of peace; an attaché in the capital counts 900 soldiers.", "-"),
        ("It has six brigades and, by the {#Embassy}'s count, 9,000 men under arms.", "-"),
        ("{+Chad} owned up to ten dead, {+Mali} claims 300.", "chad"),
    ]);
}

/// Who says what the last figure says.
fn told_last(cases: &[(&str, &str)]) {
    for (source, sayer) in cases {
        let last = super::read(source).pop().unwrap_or_else(|| panic!("no figure: {source}"));
        assert_eq!(last.said_by.as_deref().unwrap_or("-"), *sayer, "said by: {source}");
    }
}
