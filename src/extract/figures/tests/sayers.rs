//! Who says what a figure says.

use super::told;

#[test]
fn sayers_are_those_who_reckon() {
    told(&[
        ("By {~Kenyan=Kenya} reckoning the group has 900 fighters.", "-", "kenya"),
        ("{!Ansaru}, with 900 fighters by the {#UN}'s estimate, is small.", "-", "un"),
        ("{Okoth}, at the palace, gave a number: 900 soldiers.", "-", "okoth"),
        ("{~Kenyan=Kenya} authorities say that 12 soldiers died.", "-", "kenya"),
        ("{Okoth} spoke on the radio of 900 soldiers.", "-", "okoth"),
        ("By {Okoth}'s own boast it has 900 soldiers.", "-", "okoth"),
        ("The strikes have killed 900 people, says the {#Ministry}, which runs the wards.", "-", "ministry"),
        ("{Okoth} expects the force to shrink to 900 soldiers.", "-", "okoth"),
        ("{#HRW} found records of 44 dead there.", "-", "hrw"),
        ("{#HRW} found 44 rifles there.", "-", "-"),
        ("The {!KLA} received 400 mortars in March, customs officers there say.", "-", "-"),
        ("In {.London} {Okoth} said that {+Kenya} had 900 soldiers.", "-", "okoth"),
        ("{.Uvira}. Two {~Chadian=Chad} battalions have dug in.", "Uvira", "-"),
        ("{+Mali}. {+Chad} had 900 soldiers there.", "Mali", "-"),
        ("{+Mali}. {+Chad} had 900 soldiers to spare.", "-", "-"),
        ("Its four divisions stand before {.Basra}.", "Basra", "-"),
        ("{#Kfor}, which has 900 soldiers next door in {.Pec}, says nothing.", "Pec", "-"),
        ("On the {#Pentagon}'s count there stood 900 soldiers.", "-", "pentagon"),
        ("{!ISGS}, which claimed both raids, can call on 900 men.", "-", "-"),
        ("{!ISGS} claims that 900 soldiers died.", "-", "isgs"),
        ("Overnight figures from the {#Pentagon}: the navy fired 22 missiles.", "-", "pentagon"),
        ("In {.Brussels} planners talk of 900 soldiers.", "-", "-"),
        // Whose toll it is, they do not say.
        ("{+Kenya}'s toll is 900 soldiers.", "-", "-"),
    ]);
}

#[test]
fn words_that_place_a_force_or_name_its_sayer() {
    told(&[
        ("{.Arica} is a port. Some 1,500 {~French=France} legionnaires are stationed there.", "Arica", "-"),
        ("{.Arica} and {.Tacna} are ports. Some 1,500 {~French=France} legionnaires are stationed there.", "-", "-"),
        ("{.Arica} has kept its 40 warplanes.", "Arica", "-"),
        ("The general in {.Arica} said nothing; {+Chile} has kept its 40 warplanes.", "-", "-"),
        ("On the estimate of {+Chad}'s {#Service}, 900 soldiers stand at the border.", "-", "service"),
        ("On the orders of {+Chad}'s {#Service}, 900 soldiers stand at the border.", "-", "-"),
        ("{#Staff} gave the cost of the war up to May as 900 dead.", "-", "staff"),
        ("{#Staff} gave the men of the fleet their pay, and 900 dead lay there.", "-", "-"),
        ("{+Peru} is reported to have sent 900 soldiers.", "-", "-"),
    ]);
}
