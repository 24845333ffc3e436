//! (being written)
use super::Scene;
pub(super) fn find(scene: &mut Scene) {
    let _ = scene;
}
