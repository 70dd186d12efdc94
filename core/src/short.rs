//! Lists so short that they need no memory of their own.

use std::ops::{Deref, DerefMut};

/// A list of at most `N` entries.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Short<T, const N: usize> {
    entries: [T; N],
    count: usize,
}

impl<T: Copy + Default, const N: usize> Default for Short<T, N> {
    fn default() -> Self {
        Self { entries: [T::default(); N], count: 0 }
    }
}

impl<T: Copy, const N: usize> Short<T, N> {
    /// Adds an entry; where the list is full it is left out.
    pub(crate) fn push(&mut self, entry: T) {
        if let Some(place) = self.entries.get_mut(self.count) {
            *place = entry;
            self.count += 1;
        }
    }

    /// Takes an entry out; the last one takes its place.
    pub(crate) fn swap_remove(&mut self, index: usize) {
        self.count -= 1;
        self.entries.swap(index, self.count);
    }
}

impl<T: Copy + Default, const N: usize> FromIterator<T> for Short<T, N> {
    /// The first of the entries, as many as there is room for.
    fn from_iter<I: IntoIterator<Item = T>>(entries: I) -> Self {
        let mut list = Self::default();
        entries.into_iter().take(N).for_each(|entry| list.push(entry));
        list
    }
}

impl<T, const N: usize> Deref for Short<T, N> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.entries[..self.count]
    }
}

impl<T, const N: usize> DerefMut for Short<T, N> {
    fn deref_mut(&mut self) -> &mut [T] {
        &mut self.entries[..self.count]
    }
}

#[cfg(test)]
mod tests {
    use super::Short;

    #[test]
    fn a_full_list_takes_nothing_more() {
        let mut list: Short<u8, 3> = (1..9).collect();
        list.push(9);
        assert_eq!(*list, [1, 2, 3]);
    }

    #[test]
    fn the_last_entry_takes_the_place_of_one_that_is_taken_out() {
        let mut list: Short<u8, 3> = (1..4).collect();
        list.swap_remove(0);
        assert_eq!(*list, [3, 2]);
        list.swap_remove(1);
        assert_eq!(*list, [3]);
    }
}
