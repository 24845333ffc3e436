//! HTML.
use super::blocks::Draft;
use super::front_matter::Fields;
pub(super) fn fragment(_source: &str) -> Vec<Draft> {
    Vec::new()
}
pub(super) fn page(_source: &str) -> (Fields, Vec<Draft>) {
    (Vec::new(), Vec::new())
}
