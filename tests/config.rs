//! Settings as the program reads, checks and prints them.

mod world;

use world::World;

#[test]
fn the_settings_in_force_are_printed_and_give_themselves_again() {
    let world = World::new();
    let plain = world.run(["--print-config"]);
    assert_eq!((plain.code, plain.err.as_str()), (0, ""));
    assert_eq!(plain.out, attache::config::EXAMPLE);

    world.settings("[article]\nmeasure = 90\n\n[keys]\nbookmark = [\"b\", \"Ctrl-b\"]\npage-up = [\"PageUp\"]\n");
    let mine = world.run(["--print-config"]);
    assert!(mine.out.contains("\nmeasure = 90\n") && mine.out.contains("bookmark = [\"b\", \"Ctrl-b\"]"), "{mine:?}");
    let file = world.path("printed.toml");
    std::fs::write(&file, &mine.out).unwrap();
    let again = world.run(["--print-config", "--config", file.to_str().unwrap()]);
    assert_eq!((again.out, again.err.as_str()), (mine.out, ""));
}

#[test]
fn a_bad_setting_is_reported_with_a_suggestion_and_the_rest_counts() {
    let world = World::new();
    world.settings("[keys]\nbokmark = [\"b\"]\n\n[article]\nmeasure = 90\nscroll-margin = \"3\"\n");
    let check = world.run(["config", "check"]);
    assert_eq!((check.code, check.out.as_str()), (1, ""));
    assert_eq!(
        check.err,
        "attache: config.toml:2: keys.bokmark: unknown key; did you mean \"bookmark\"?\n\
         attache: config.toml:6: article.scroll-margin: cannot be used; allowed: a whole number, 0 to 20\n"
    );
    let print = world.run(["--print-config"]);
    assert_eq!((print.code, print.err), (0, check.err));
    assert!(print.out.contains("\nmeasure = 90\n") && print.out.contains("\nscroll-margin = 3\n"));
    let list = world.run([world.path("briefings")]);
    assert_eq!((list.code, list.err.lines().count()), (0, 2), "the list works all the same");
}

#[test]
fn a_file_that_is_no_toml_leaves_the_defaults() {
    let world = World::new();
    for text in ["[keys\n", "x = \u{1b}[2J\n", "measure\n", "[keys]\nup = [\"x\"]\nup = [\"y\"]\n"] {
        world.settings(text);
        world.run(["config", "check"]).failed(1, "config.toml:");
        assert_eq!(world.run(["--print-config"]).out, attache::config::EXAMPLE);
    }
    std::fs::write(world.path("config/attache/config.toml"), b"# \xff\n").unwrap();
    world.run(["config", "check"]).failed(1, "config.toml:1:3: is not UTF-8 text");
}

#[test]
fn a_good_file_and_no_file_are_fine() {
    let world = World::new();
    let none = world.run(["config", "check"]);
    assert!(none.code == 0 && none.out.contains("the defaults hold"), "{none:?}");
    let file = world.settings(attache::config::EXAMPLE);
    let good = world.run(["config", "check", "--config", file.to_str().unwrap()]);
    assert!(good.code == 0 && good.out.contains("every setting can be used"), "{good:?}");
}
