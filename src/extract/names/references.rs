//! (being written)
use super::super::annotated::{Names, Reference};
use super::Scene;
pub(super) fn find(_scene: &Scene, _names: &Names) -> Vec<Reference> {
    Vec::new()
}
