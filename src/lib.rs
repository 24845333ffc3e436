//! attaché: a terminal reader for geopolitical briefings.
//!
//! A *briefing* is one saved article. An *actor* is a named party that acts in world affairs; a *figure* is a
//! stated count of forces or losses; a *meeting* is an encounter between parties, past or planned. A *finding* is
//! any of the three, a *mention* is a place in the text that names one. A *passage* is a range of a briefing's
//! text; a *bookmark* is a passage the reader keeps, with a note and tags; an *anchor* is what finds it again.
//!
//! Modules depend on each other in one direction:
//! `text ← briefing ← extract ← library ← tui ← cli`, with `bookmarks` and `reading` over `text` and `briefing`,
//! `export` over `extract` and `bookmarks`, and `config` and `durable` over nothing.

pub mod bookmarks;
pub mod briefing;
pub mod cli;
pub mod config;
pub mod durable;
pub mod export;
pub mod extract;
pub mod library;
pub mod reading;
pub mod samples;
pub mod text;
pub mod tui;
