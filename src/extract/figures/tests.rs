//! What is read as a figure, and what is not: sentences with marked parties and what must come out.

use super::super::dates;
use super::super::dates::Anchors;
use super::*;
use crate::extract::fixture::{annotated, briefing, marked};

/// Each figure of a marked text: its words, its numbers, its kind and whose it is.
fn figures(source: &str) -> Vec<String> {
    let (text, names) = marked(source);
    let briefing = briefing(&text);
    let annotated = annotated(&briefing);
    let words = Words::new(&annotated);
    let anchors = Anchors::new(&briefing, &words);
    let dated = dates::read(&words, &anchors);
    let view = View::new(&words, &names, &dated, &anchors);
    find(&view)
        .iter()
        .map(|f| {
            let number = if f.low == f.high { f.low.to_string() } else { format!("{}-{}", f.low, f.high) };
            let kind = match f.kind {
                FigureKind::Personnel => "P",
                FigureKind::Unit => "U",
                FigureKind::Equipment => "E",
                FigureKind::Casualties => "C",
            };
            let side = f.side.as_deref().unwrap_or("-");
            format!("{number} {kind} {} {side}", f.what)
        })
        .collect()
}

#[track_caller]
fn check(cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        assert_eq!(&figures(text), expected, "{text}");
    }
}

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
fn one_statement_is_one_entry() {
    check(&[
        (
            "{+Belarus} keeps more than 120,000 troops there. The 120,000 {~Belarusian=Belarus} troops stay.",
            &["120000 P troops belarus"],
        ),
        ("{+Ghana} sent two ships. {+Togo} sent two ships.", &["2 E ships ghana", "2 E ships togo"]),
    ]);
}

/// The first figure of a marked text: where its force is, and who says so.
#[track_caller]
fn told(cases: &[(&str, &str, &str)]) {
    for (source, place, sayer) in cases {
        let (text, names) = marked(source);
        let briefing = briefing(&text);
        let annotated = annotated(&briefing);
        let words = Words::new(&annotated);
        let anchors = Anchors::new(&briefing, &words);
        let dated = dates::read(&words, &anchors);
        let view = View::new(&words, &names, &dated, &anchors);
        let figures = find(&view);
        let first = figures.first().unwrap_or_else(|| panic!("no figure: {text}"));
        assert_eq!(first.place.as_deref().unwrap_or("-"), *place, "where: {text}");
        assert_eq!(first.said_by.as_deref().unwrap_or("-"), *sayer, "said by: {text}");
    }
}

#[test]
fn places_are_those_of_the_force() {
    told(&[
        ("{+Togo} has 300 soldiers in {.Dosso}.", "Dosso", "-"),
        ("Fighters entered the village of {.Tera}, in {.Tillaberi}, and killed 12 people.", "Tera", "-"),
        ("The boat was stopped off {.Oran} with 60 rifles on board.", "Oran", "-"),
        ("About 900 {~Cuban=Cuba} soldiers moved from {.Lubango} to {.Cuito}.", "Cuito", "-"),
        ("{+Fiji} keeps 200 soldiers south of the {.Litani}.", "Litani", "-"),
        ("Two soldiers and four policemen were killed at {.Gao}.", "Gao", "-"),
        ("{#Unmiss} has 900 troops, most of them from {.Togo}.", "-", "-"),
        ("{+Togo} fields 900 soldiers, 20 jets and three drones in the {.Sahel}.", "Sahel", "-"),
        ("Ten {~Indian=India} warships patrol the Arabian Sea.", "Arabian Sea", "-"),
        ("Ten {~Indian=India} missiles will stand on {~Polish=Poland} soil.", "Poland", "-"),
        ("Thirty soldiers died near the villages of Plekhovo and Vorozhba.", "Plekhovo", "-"),
        ("About 30 gunmen hid in an Orthodox monastery.", "-", "-"),
        ("{+Togo} has promised 24 jets to {+Benin}.", "-", "-"),
        ("{+Togo} has 900 soldiers at home and 40 in {.Lagos}.", "-", "-"),
        ("{+Togo} has moved 900 soldiers to the border, a diplomat in {.Dakar} said.", "-", "-"),
        // Where somebody speaks, where a paper was signed, what another clause tells.
        ("{Diop} told reporters in {.Dakar} that {+Mali} had 900 soldiers.", "-", "diop"),
        ("Some 900 {~Chadian=Chad} soldiers leave under the deal signed in {.Doha}.", "-", "-"),
        ("{+Chad} lost 40 soldiers; it bombed camps in {.Faya}.", "-", "-"),
        ("Four {~Chadian=Chad} soldiers were wounded, according to {#Unamid}.", "-", "unamid"),
    ]);
}

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
fn sides_are_settled_by_grammar() {
    check(&[
        ("While the envoys left the {#Senate}, {+Peru} fired 40 rockets.", &["40 E rockets peru"]),
        ("{+Peru} and {+Chile} sent 900 soldiers.", &["900 P soldiers -"]),
        ("By then {+Peru} had brought 900 troops to the river.", &["900 P troops peru"]),
        ("{+Chile} brought down 20 drones.", &["20 E drones -"]),
        ("{#Unamid}, about 900 peacekeepers strong, stays.", &["900 P peacekeepers unamid"]),
        ("The {!ELN} said five of their fighters were killed.", &["5 C killed eln"]),
        ("{+Peru} saw 53 {~Chilean=Chile} aircraft and 19 ships.", &["53 E aircraft chile", "19 E ships chile"]),
        ("{#Unamid} has 900 troops there; 30 peacekeepers were hurt.", &["900 P troops unamid", "30 C wounded unamid"]),
        ("{+Peru} shelled the town. Ten of his relatives died.", &["10 C killed -"]),
        ("{#Centcom} destroyed 14 missiles that the {!Houthis} had prepared.", &["14 E missiles houthis"]),
        ("{+Peru} said it had killed 1,330 {~Chileans=Chile}.", &["1330 C killed chile"]),
        ("{+Peru} killed 12 of the attackers.", &["12 C killed -"]),
        ("{+Peru} has sent troops. Two battalions of the western army went home.", &["2 U battalions -"]),
        ("To {+Peru} {+Chile} has delivered 200 missiles.", &["200 E missiles peru"]),
        (
            "Six {~Peruvian=Peru} soldiers died. {+Chile} admitted to four deaths.",
            &["6 C killed peru", "4 C deaths chile"],
        ),
        (
            "It faced 12 {~French=France} and eight {~German=Germany} tanks.",
            &["12 E tanks france", "8 E tanks germany"],
        ),
    ]);
}

#[test]
fn pronouns_and_roles_carry_sides() {
    check(&[
        ("{+Peru} said that its ships had fired 40 rockets.", &["40 E rockets peru"]),
        ("{+Peru}: three brigades. Its air force lost 12 jets.", &["3 U brigades peru", "12 E jets peru"]),
        ("The raid hit a depot, {#Centcom} said. Its ships had fired 14 missiles.", &["14 E missiles centcom"]),
        ("{+Peru} said it had lost 54 men there.", &["54 C killed peru"]),
        ("The {#UN} mission, {#Monusco}, retains 900 peacekeepers.", &["900 P peacekeepers monusco"]),
        ("The mission of the {#AU}, known as {#Atmis}, lost 18 soldiers.", &["18 C killed atmis"]),
        // A colon opens another clause.
        (
            "{+Peru} did not keep its word: the {!ELN}'s army, thought to number 900 fighters, left.",
            &["900 P fighters eln"],
        ),
        ("{+Peru} pays for most of them: 500 commandos landed.", &["500 P commandos peru"]),
        ("{@Lima=Peru} said more: there were 900 soldiers.", &["900 P soldiers -"]),
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
        ("{+Peru} sent 900 soldiers and told {+Chile} 250 men had died.", &["900 P soldiers peru", "250 C killed -"]),
        ("{+Peru} has 900 soldiers there. It sent them in 2010.", &["900 P soldiers peru"]),
        (
            "{Okoth} said that 1,000 {~Peruvian=Peru} soldiers were fighting and that some 20,000 stood at the border.",
            &["1000 P soldiers peru", "20000 P soldiers peru"],
        ),
    ]);
}

#[test]
fn arms_taken_are_those_of_who_had_them() {
    check(&[
        ("{#Kfor} collected 178 mortars and 30 tanks from the {!KLA}.", &["178 E mortars kla", "30 E tanks kla"]),
        (
            "{#Interfet} disarmed 24 men of the {!Aitarak} and took eleven rifles off them.",
            &["24 P men aitarak", "11 E rifles aitarak"],
        ),
        ("{+Peru} took 40 tanks from the depot.", &["40 E tanks peru"]),
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
fn parties_without_their_name_are_settled() {
    check(&[
        (
            "{#Unprofor} has 900 troops. {+Peru} left. The mission has lost 79 men.",
            &["900 P troops unprofor", "79 C killed unprofor"],
        ),
        ("The mission has lost 79 men.", &["79 C killed -"]),
        ("{+Peru}, whose navy has three frigates, cannot do more.", &["3 E frigates peru"]),
        ("{+Peru} lost 12 men. All 900 of the country's troops went home.", &["12 C killed peru", "900 P troops peru"]),
        (
            "{Okoth} reports 225 of the {!ELN}'s guns. Forty of its tanks have gone.",
            &["225 E guns eln", "40 E tanks eln"],
        ),
        (
            "Gunners of the {!ELN} shelled the field, and a patrol knocked out two of their mortars.",
            &["2 E mortars eln"],
        ),
    ]);
}

#[test]
fn paragraphs_and_reports_settle_sides() {
    check(&[
        // One party acts in the paragraph, and somebody without a name counts.
        ("{+Peru} sent its army to the line. An attaché counts two brigades.", &["2 U brigades peru"]),
        ("{+Peru} sent its army. {+Chile} sent its own. An attaché counts two brigades.", &["2 U brigades -"]),
        (
            "{Okoth} is tired. The {~Peruvian=Peru} troops wait. The soldiers number about 1,500.",
            &["1500 P troops peru"],
        ),
        ("{+Peru} said that the contingent of about 470 men would stay.", &["470 P men peru"]),
        (
            "{+Peru} had 900 troops. {+Chile} is raising its garrison from 100 to 200.",
            &["900 P troops peru", "100 P troops chile", "200 P troops chile"],
        ),
        (
            "{+Italy}, with 300 soldiers, has said nothing. {+Spain}, with about 100, will look on.",
            &["300 P soldiers italy", "100 P soldiers spain"],
        ),
        // What is brought down is the enemy's of who reports it.
        ("{+India} sent drones. {+Pakistan} says that 25 drones have been brought down.", &["25 E drones india"]),
        ("{+India} sent drones. 25 drones were shot down by {+Pakistan}.", &["25 E drones india"]),
        ("In {+Mali} that means 900 soldiers.", &["900 P soldiers -"]),
        ("The war had cost more than 7,000 lives, {+Peru} said.", &["7000 C lives -"]),
        ("{+Peru} wants another dozen Patriot batteries.", &["12 E Patriot batteries peru"]),
        ("Two brigades of experts flew in.", &[]),
        ("He spoke of “several thousand” soldiers.", &["2000-9999 P soldiers -"]),
    ]);
}

#[test]
fn whoever_is_made_to_act_has_the_force() {
    check(&[
        ("{+Peru} wants {+Chile} to send 900 soldiers.", &["900 P soldiers chile"]),
        ("{+Peru} wants to send 900 soldiers.", &["900 P soldiers peru"]),
        (
            "There are 900 {~Chilean=Chile} soldiers there. {+Peru} expects the total to reach 1,200.",
            &["900 P soldiers chile", "1200 P soldiers chile"],
        ),
        ("The {!Taliban} say that they have 900 fighters.", &["900 P fighters taliban"]),
        ("{+Peru}'s army is another matter: it numbers about 25,000 men.", &["25000 P men peru"]),
        ("{#Kfor} across the river can call on 900 soldiers.", &["900 P soldiers kfor"]),
        ("The army of {+Peru} has 25,000 men.", &["25000 P men peru"]),
        ("{+Peru} told {#Minusma}, a mission of 900 peacekeepers, to leave.", &["900 P peacekeepers minusma"]),
        (
            "{+Peru} fired 47 missiles and 28 drones. Gunners claimed 30 of the missiles.",
            &["47 E missiles peru", "28 E drones peru", "30 E missiles peru"],
        ),
        ("{+Peru} bought 31 tanks. It has since lost nine.", &["31 E tanks peru", "9 E tanks peru"]),
        (
            "{+Peru} estimates its own losses at 900 dead and {+Chile}'s at 1,200.",
            &["900 C dead peru", "1200 C dead chile"],
        ),
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
fn who_has_no_name_has_no_other_s_force() {
    check(&[
        (
            "The {~Peruvian=Peru} army lost 22 men; rebel groups put their own dead at 40.",
            &["22 C killed peru", "40 C killed -"],
        ),
        ("It saw 900 men of the {!ELN}. The army lost nine.", &["900 P men eln", "9 C killed -"]),
        ("{!ELN}, with 900 fighters, and Nusra, with perhaps 700, wait.", &["900 P fighters eln", "700 P fighters -"]),
        ("{+Peru} left. The coalition admitted that two of its jets had been lost.", &["2 E jets -"]),
        ("{@Lima=Peru} was quiet. {#Osce} monitors saw 17 tanks.", &["17 E tanks -"]),
        // "It" and "its" are not whoever was named long before.
        ("{+Peru} left. In {.Lima} the army attacked. It has acknowledged 133 dead.", &["133 C dead -"]),
        ("{+Peru}'s advantage is in the air. It has kept six jets there.", &["6 E jets peru"]),
        ("{+Peru} is tired. {+Chile}'s army, meanwhile, lost two drones.", &["2 E drones chile"]),
        ("Drones bought from {+Peru} and {+Chile} have hit 900 soldiers.", &["900 P soldiers -"]),
        ("{+Peru} itself has some 900 soldiers there.", &["900 P soldiers peru"]),
        ("{+Peru} rests. Its neighbour admits to 48 killed.", &["48 C killed -"]),
        ("{+Peru} would raise its force in {+Mali} from 100 to 200.", &["100 P troops peru", "200 P troops peru"]),
        ("{+Peru} offers two battalions; {+Chile}, 300 men.", &["2 U battalions peru", "300 P men chile"]),
        ("{+Peru}: at least 900 under arms.", &["900 P troops peru"]),
    ]);
}

#[test]
fn losses_and_hirelings_are_whose_they_are() {
    check(&[
        ("{+Peru} put its own losses at 22 fighters.", &["22 C killed peru"]),
        ("{+Peru} admitted to the loss of one. It had 12 jets.", &["1 C killed peru", "12 E jets peru"]),
        ("{+Peru} lost four jets; {+Chile} admitted to the loss of two.", &["4 E jets peru", "2 E jets chile"]),
        ("{!RSF} has 300 {~Peruvian=Peru} mercenaries in its ranks.", &["300 P mercenaries rsf"]),
        ("A drone killed six {~Peruvian=Peru} peacekeepers of {#Unisfa}.", &["6 C killed unisfa"]),
        ("A mine killed six {~Peruvian=Peru} peacekeepers.", &["6 C killed peru"]),
        ("{+Peru}, whose army counts some 16,000 men, wept.", &["16000 P men peru"]),
        ("{+Peru} has delivered four jets to {+Chile}.", &["4 E jets chile"]),
        ("{+Peru} has four divisions and 100 guns there.", &["4 U divisions peru", "100 E guns peru"]),
        (
            "Two {~Peruvian=Peru} brigades wait farther back, with dozens of tanks.",
            &["2 U brigades peru", "24-99 E tanks peru"],
        ),
        ("It is still waiting for most of what {+Peru} has promised it: 82 tanks.", &["82 E tanks peru"]),
        ("The two much larger armies have stopped.", &[]),
        ("The {!LNA} claims 900 men.", &["900 P men lna"]),
        ("The {!LNA} claims 900 dead.", &["900 C dead -"]),
        ("{+Peru} accused {+Chile} of sending four planes.", &["4 E planes chile"]),
        ("{!Farc} rests. The government, which has 900 men under arms, does not.", &["900 P men -"]),
        ("{+Peru}'s rebels have 900 fighters.", &["900 P fighters -"]),
        ("{~Peruvian=Peru} troops, who number 4,660 there, stay.", &["4660 P troops peru"]),
        ("{#Un} has 900 troops. A city's army had pulled out its last 200 men.", &["900 P troops un", "200 P men -"]),
        (
            "Gunmen killed 24 {~Malian=Mali} soldiers here and 89 {~Nigerien=Niger} ones there.",
            &["24 C killed mali", "89 C killed niger"],
        ),
        ("Estimates of the {!LTTE} range from 8,000 to 11,000 fighters.", &["8000-11000 P fighters ltte"]),
        ("Twelve of its members vote to send troops.", &[]),
        ("{#Nato}'s plan, which it wrote here, foresees 3,500 troops.", &["3500 P troops nato"]),
        ("{+Peru} fired 22 missiles, which makes 214 since May.", &["22 E missiles peru", "214 E missiles peru"]),
        ("{+Peru} has 90 jets there; it means to leave only 40 behind.", &["90 E jets peru", "40 E jets peru"]),
        ("{+Peru} has 11 warships. They carry some 24,000 men and women.", &["11 E warships peru", "24000 P men peru"]),
        (
            "{+Peru} has 115,000 men under arms. Here are 2,000 {~Peruvians=Peru}.",
            &["115000 P men peru", "2000 P men peru"],
        ),
        ("{+Peru} has 115,000 men under arms. Some 2,000 {~Chileans=Chile} fled.", &["115000 P men peru"]),
        ("The {~Peruvian=Peru} army is 110,000-strong on paper.", &["110000 P strong peru"]),
    ]);
}

#[test]
fn heads_settle_sides() {
    check(&[
        ("{+Peru}, by the same statement:\n900 soldiers killed;", &["900 C killed peru"]),
        ("{+Peru}. 900 soldiers came to the islands.", &["900 P soldiers peru"]),
        (
            "Country | Troops | Note\n{+Peru} | 900 | north\n{+Chile} | 1,200 | new\n",
            &["900 P troops peru", "1200 P troops chile"],
        ),
        ("Axis | {~Chilean=Chile} force | Trend\n{.Arica} | up to 700 troops | slow loss\n", &["700 P troops chile"]),
        ("Year | Rate | Note\n{+Peru} | 900 | north\n", &[]),
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
fn words_around_the_phrase_settle_sides() {
    check(&[
        (
            "The army has a million soldiers. Of these roughly 700,000 are {~Indian=India}.",
            &["1000000 P soldiers -", "700000 P soldiers india"],
        ),
        ("A force of 70 military observers, {#UNAVEM}, will count them.", &["70 P military observers unavem"]),
        ("A force of 70 military observers, said {#UNAVEM}, will count them.", &["70 P military observers -"]),
        ("Blame lies with {+Israel}, four of whose F-16 aircraft flew by.", &["4 E F-16 aircraft israel"]),
        ("The {~Chilean=Chile} cruiser was torpedoed with the loss of 300 men.", &["300 C killed chile"]),
        ("The {~Chilean=Chile} minister came home with the loss of 300 men.", &["300 C killed -"]),
        ("The {~Chilean=Chile} corvette, on patrol with 104 sailors aboard, sinks.", &["104 P sailors chile"]),
        ("The {~Russians=Russia} answered at once. At least 19 drones crossed the river.", &["19 E drones russia"]),
        ("The {~Russians=Russia} answered {+Peru} at once. At least 19 drones crossed the river.", &["19 E drones -"]),
        (
            "It brought ten {#Nato} ships and, from the {~Dutch=Netherlands}, two more.",
            &["10 E ships nato", "2 E ships netherlands"],
        ),
        ("{+Chad} had asked for at least ten frigates.", &["10 E frigates -"]),
        ("{+Chad}'s brigade in {.Gao} is to reach 4,800 soldiers.", &["4800 P soldiers chad"]),
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

#[test]
fn possessives_of_places_and_men() {
    check(&[
        ("{Delic}, a former general of {+Chad}, has 300 fighters.", &["300 P fighters -"]),
        ("{#SWAPO=SWAPO}, with 6,000 guerrillas, was no party.", &["6000 P guerrillas swapo"]),
        ("{+Chad} is here. Its commanders spoke of 31 of their own dead.", &["31 C dead chad"]),
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
