//! What the program promises its reader: it opens no network connection, and it never changes a briefing.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod world;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use world::World;

/// Crates that exist to open network connections, or to run programs that do.
const NETWORK_CRATES: [&str; 31] = [
    "actix-web",
    "async-std",
    "attohttpc",
    "awc",
    "axum",
    "curl",
    "curl-sys",
    "h2",
    "h3",
    "hyper",
    "isahc",
    "minreq",
    "native-tls",
    "openssl",
    "openssl-sys",
    "quinn",
    "reqwest",
    "rustls",
    "smol",
    "socket2",
    "ssh2",
    "surf",
    "tiny_http",
    "tokio",
    "tonic",
    "trust-dns-resolver",
    "hickory-resolver",
    "tungstenite",
    "ureq",
    "warp",
    "zmq",
];

/// What the standard library opens a connection with.
const NETWORK_NAMES: [&str; 7] =
    ["std::net", "TcpStream", "TcpListener", "UdpSocket", "UnixStream", "UnixDatagram", "ToSocketAddrs"];

fn manifest(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn files(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        out.push(path.clone());
        if path.is_dir() {
            files(&path, out);
        }
    }
}

#[test]
fn nothing_in_the_program_opens_a_network_connection() {
    let lock = fs::read_to_string(manifest("Cargo.lock")).unwrap();
    let found: Vec<_> = NETWORK_CRATES.iter().filter(|name| lock.contains(&format!("\nname = \"{name}\"\n"))).collect();
    assert!(found.is_empty(), "{found:?}");
    let mut sources = Vec::new();
    files(&manifest("src"), &mut sources);
    for path in sources.iter().filter(|path| path.is_file()) {
        let text = fs::read_to_string(path).unwrap();
        let found: Vec<_> = NETWORK_NAMES.iter().filter(|name| text.contains(*name)).collect();
        assert!(found.is_empty(), "{}: {found:?}", path.display());
    }
}

/// Everything below `folder`: names, bytes, times of change, and rights.
fn state(folder: &Path) -> BTreeMap<PathBuf, (Option<Vec<u8>>, SystemTime, bool)> {
    let mut all = vec![folder.to_owned()];
    files(folder, &mut all);
    all.into_iter()
        .map(|path| {
            let meta = fs::metadata(&path).unwrap();
            let bytes = meta.is_file().then(|| fs::read(&path).unwrap());
            (path, (bytes, meta.modified().unwrap(), meta.permissions().readonly()))
        })
        .collect()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let (path, to) = (entry.as_ref().unwrap().path(), to.join(entry.unwrap().file_name()));
        if path.is_dir() { copy(&path, &to) } else { _ = fs::copy(&path, &to).unwrap() }
    }
}

#[test]
fn no_command_changes_a_briefing() {
    let world = World::new();
    let folder = world.path("briefings");
    copy(&manifest("briefings"), &folder);
    let passage = world.briefing("own.md", "+++\ntitle = \"Own\"\n+++\n\nA passage that occurs once. And more.\n");
    let broken = world.briefing("broken.md", "---\ntitle: [\n---\n\nText.\n");
    let before = state(&folder);
    let name = |path: &Path| path.to_str().unwrap().to_owned();
    let all = name(&folder);
    let mut every: Vec<String> = vec!["extract".to_owned()];
    every.extend(before.keys().filter(|path| path.is_file()).map(|path| name(path)));
    let commands: Vec<Vec<String>> = vec![
        vec![all.clone()],
        vec![name(&passage)],
        every,
        ["bookmark", "add", &name(&passage), "--quote", "A passage that occurs once", "--tag", "t"]
            .map(str::to_owned)
            .to_vec(),
        ["bookmark", "add", &name(&broken), "--quote", "Nothing of it"].map(str::to_owned).to_vec(),
        ["bookmark", "list"].map(str::to_owned).to_vec(),
        ["export", &all].map(str::to_owned).to_vec(),
        ["export", "--format", "json", "--briefing", &name(&passage)].map(str::to_owned).to_vec(),
        ["export", "--output", &name(&passage)].map(str::to_owned).to_vec(),
        ["export", "--force", "--output", &name(&passage)].map(str::to_owned).to_vec(),
        ["config", "check"].map(str::to_owned).to_vec(),
        vec!["--print-config".to_owned()],
        vec!["man".to_owned()],
    ];
    for command in commands {
        let ran = world.run(&command);
        assert!(ran.code == 0 || ran.code == 1, "{command:?}: {ran:?}");
        assert!(!ran.err.contains("the program failed"), "{command:?}: {ran:?}");
        assert!(state(&folder) == before, "{command:?} changed a briefing");
    }
    let store = fs::read_to_string(world.bookmarks_file()).unwrap();
    assert!(store.contains("A passage that occurs once"), "the commands did what they are for");
}
