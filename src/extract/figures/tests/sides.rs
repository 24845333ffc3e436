//! Whose forces and losses are counted.

use super::check;

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
        ("{+Peru} and {+Chile} sent their armies. An attaché counts two brigades.", &["2 U brigades -"]),
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
fn who_has_no_name_has_no_other_s_force() {
    check(&[
        (
            "The {~Peruvian=Peru} army lost 22 men; rebel groups put their own dead at 40.",
            &["22 C killed peru", "40 C killed -"],
        ),
        ("It saw 900 men of the {!ELN}. The army lost nine.", &["900 P men eln", "9 C killed -"]),
        ("{!ELN}, with 900 fighters, and Nusra, with perhaps 700, wait.", &["900 P fighters eln", "700 P fighters -"]),
        ("{+Peru} left. The coalition admitted that two of its jets had been lost.", &["2 E jets -"]),
        ("{+Peru} and {+Chile} were quiet. {#Osce} monitors saw 17 tanks.", &["17 E tanks -"]),
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
        ("{+Peru} and {+Chile} parted, with the loss of 300 men.", &["300 C killed -"]),
        ("The {~Chilean=Chile} corvette, on patrol with 104 sailors aboard, sinks.", &["104 P sailors chile"]),
        ("The {~Russians=Russia} answered at once. At least 19 drones crossed the river.", &["19 E drones russia"]),
        (
            "The {~Russians=Russia} answered {+Peru} at once. At least 19 drones crossed the river.",
            &["19 E drones russia"],
        ),
        (
            "It brought ten {#Nato} ships and, from the {~Dutch=Netherlands}, two more.",
            &["10 E ships nato", "2 E ships netherlands"],
        ),
        ("{+Chad} had asked for at least ten frigates.", &["10 E frigates -"]),
        ("{+Chad}'s brigade in {.Gao} is to reach 4,800 soldiers.", &["4800 P soldiers chad"]),
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
