//! The screen.

pub mod action;
pub mod keys;
pub mod page;
pub mod theme;
