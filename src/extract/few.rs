//! A list of most often nothing or one, which then takes no memory of its own.

/// None, one or several.
#[derive(Debug, Default, Clone)]
pub(crate) enum Few<T> {
    #[default]
    Nothing,
    One(T),
    Several(Vec<T>),
}

impl<T: Copy> Few<T> {
    /// All of them, in order.
    #[inline]
    pub(crate) fn as_slice(&self) -> &[T] {
        match self {
            Self::Nothing => &[],
            Self::One(one) => std::slice::from_ref(one),
            Self::Several(several) => several,
        }
    }

    /// Adds one more behind the others.
    pub(crate) fn add(&mut self, value: T) {
        self.insert(self.as_slice().len(), value);
    }

    /// Adds one more, before the one at `at`.
    pub(crate) fn insert(&mut self, at: usize, value: T) {
        match self {
            Self::Nothing => *self = Self::One(value),
            Self::One(one) => {
                let mut several = vec![*one];
                several.insert(at, value);
                *self = Self::Several(several);
            }
            Self::Several(several) => several.insert(at, value),
        }
    }

    /// Keeps those of which `keep` holds.
    pub(crate) fn retain(&mut self, mut keep: impl FnMut(&T) -> bool) {
        match self {
            Self::Nothing => {}
            Self::One(one) if keep(one) => {}
            Self::One(_) => *self = Self::Nothing,
            Self::Several(several) => several.retain(keep),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Few;

    #[test]
    fn it_keeps_its_order() {
        let mut few = Few::default();
        for value in [2, 3] {
            few.add(value);
        }
        few.insert(0, 1);
        assert_eq!(few.as_slice(), [1, 2, 3]);
        few.retain(|&value| value == 2);
        assert_eq!(few.as_slice(), [2]);
    }
}
