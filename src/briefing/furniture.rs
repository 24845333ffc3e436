//! Furniture.
use super::blocks::Draft;
pub(super) fn strip(drafts: Vec<Draft>) -> (Vec<Draft>, Vec<String>) {
    (drafts, Vec::new())
}
