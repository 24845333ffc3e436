//! Where a force is said to be.

use super::told;

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
