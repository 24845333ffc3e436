//! The texts that extraction is measured on.

use std::fmt;
use std::path::Path;

use attache::briefing::Briefing;
use attache::samples::SAMPLES;

/// A sample briefing, called by the name of its file.
pub(crate) struct Sample {
    name: &'static str,
    pub(crate) briefing: Briefing,
}

impl fmt::Display for Sample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = self.name.rsplit('/').next().unwrap_or(self.name);
        f.write_str(file)
    }
}

/// All samples.
pub(crate) fn samples() -> Vec<Sample> {
    let read = |&(name, bytes)| Sample { name, briefing: Briefing::parse(Path::new(name), bytes).unwrap() };
    SAMPLES.iter().map(read).collect()
}

/// The articles of all samples again and again, until they make `size` bytes.
pub(crate) fn long(size: usize) -> Briefing {
    let articles: Vec<String> = samples().into_iter().map(|s| s.briefing.text).collect();
    let mut text = String::with_capacity(size + 100_000);
    while text.len() < size {
        text.push_str(&articles.join("\n\n"));
        text.push_str("\n\n");
    }
    plain(&text)
}

/// What a text that is made to be slow is made of, by its name. `{}`, `{a}` and `{b}` stand for a number and for names that
/// are others each time.
pub(crate) const TRAPS: [(&str, &str); 40] = [
    ("capitals", "Alpha Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliet "),
    ("unknown", "Zorrab Qoryan Velkin Hastur Morwen "),
    ("commas", ", "),
    ("listed", "Putin, Biden, Xi, Modi, "),
    ("states", "Russia, Ukraine, China and France said "),
    ("numbers", "12,000 3.5 40 1,000,000 2024 7 "),
    ("number words", "two hundred and fifty thousand "),
    ("quotes", "“troops” \"talks\" ‘ "),
    ("brackets", "( Alpha ) [ "),
    ("defined", "Alpha Beta Gamma (ABG) "),
    ("possessives", "Russia's Ukraine's army's "),
    ("hyphens", "a-b-c-d-"),
    ("stops", "a.b.c."),
    ("offices", "the president "),
    ("ministers", "foreign minister {a} {b}, "),
    ("pronouns", "he she his her they "),
    ("references", "the two leaders met the two sides "),
    ("its army", "its army and their parliament, "),
    ("formations", "the {}th Brigade "),
    ("titled", "Mr {a} spoke. "),
    ("titled alike", "Mr K{a}alov spoke. "),
    ("respelt", "Senator {a} K{b}alov spoke. Mr K{a}elov slept. "),
    ("full names", "Senator {a} {b} spoke. "),
    ("one surname", "Senator {a} Duarte said. Mr Duarte left. "),
    ("one given name", "Senator Halvard {a} said. Halvard left. "),
    ("bodies", "The {a} Liberation Front attacked {b}. "),
    ("places", "near {a} "),
    ("dates", "Monday January 10 next week in 2024 "),
    ("in", "in in the last of "),
    ("troops", "5,000 troops and 300 tanks were killed "),
    ("counts", "Russia lost {} troops near {a}. "),
    ("talks", "talks with "),
    ("verbs of meeting", "met meet meeting held visited said "),
    ("meetings", "Putin and Biden met on Monday in Moscow. "),
    ("meetings without stop", "Putin and Biden met on Monday in Moscow and "),
    ("meetings of many", "Mr {a} met Mr {b}. "),
    ("meetings on days", "Senator {a} {b} met Putin on January {} in {a}. "),
    ("summits", "summit in Geneva on Monday with Putin, Biden "),
    ("lines", "The Army\n\n"),
    ("accents", "é̀é̀é̀ "),
];

/// One of the [`TRAPS`], `size` bytes long.
pub(crate) fn trap(name: &str, size: usize) -> Briefing {
    let (_, words) = TRAPS.iter().find(|(n, _)| *n == name).unwrap();
    let mut text = String::with_capacity(size + 100);
    for n in 2.. {
        if text.len() >= size {
            break;
        }
        let words = words.replace("{a}", &made_up(n * 7919)).replace("{b}", &made_up(n * 104_729));
        text.push_str(&words.replace("{}", &n.to_string()));
    }
    plain(&text)
}

/// The `n`th name that nobody has, of 160,000.
fn made_up(n: usize) -> String {
    const SYLLABLES: [&str; 20] = [
        "ba", "ke", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va", "we", "xi",
        "yo", "zu",
    ];
    let name: String = (0..4).map(|place| SYLLABLES[n / 20_usize.pow(place) % 20]).collect();
    name[..1].to_uppercase() + &name[1..]
}

fn plain(text: &str) -> Briefing {
    Briefing::parse(Path::new("2024-01-15-long.txt"), text.as_bytes()).unwrap()
}
