//! The README's table of keys says what the program does.

use crate::config::Loaded;
use crate::tui::action::Action;

#[test]
fn the_readme_lists_every_action_with_its_keys() {
    let keys = Loaded::defaults().config.keys;
    let written = |key: &String| if key == "|" { "`\\|`".to_owned() } else { format!("`{key}`") };
    let row = |action: &Action| {
        let keys: Vec<String> = keys[action.name()].iter().map(written).collect();
        format!("| {} | {} | `{}` |\n", keys.join(" "), action.description(), action.name())
    };
    let table: String = Action::ALL.iter().map(row).collect();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = std::fs::read_to_string(path).unwrap();
    let (_, rest) = readme.split_once("|---|---|---|\n").unwrap();
    let (listed, _) = rest.split_once("<!-- end of keys -->").unwrap();
    assert_eq!(listed, table, "the table of keys in README.md should read:\n{table}");
}
