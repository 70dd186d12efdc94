//! Indices that may be missing, in no more room than the index itself.

use std::num::NonZeroU32;

/// The index of an entry of a list; `Option<Index>` takes four bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Index(NonZeroU32);

impl Index {
    /// An index of a list that is no longer than a text has bytes.
    #[inline]
    pub(crate) const fn new(index: u32) -> Self {
        Self(NonZeroU32::MIN.saturating_add(index))
    }

    #[inline]
    pub(crate) const fn get(self) -> usize {
        self.0.get() as usize - 1
    }
}

impl std::fmt::Debug for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.get().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::Index;

    #[test]
    fn an_index_that_may_be_missing_is_no_larger() {
        assert_eq!(size_of::<Option<Index>>(), 4);
        assert_eq!([0, 7].map(|index| Index::new(index).get()), [0, 7]);
    }
}
