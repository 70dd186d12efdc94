//! Room for lists that grow with the text.

/// Shorter lists double, as any list does.
const LONG: usize = 1024;

/// How far the reading of a text has come, in its tokens.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Progress {
    pub(crate) done: usize,
    pub(crate) all: usize,
}

impl Progress {
    /// Nothing is known of what is to come.
    #[cfg(feature = "serde")]
    pub(crate) const UNKNOWN: Self = Self { done: 1, all: 1 };

    /// Makes room for `more` entries. A long list gets what the rest of the text will need if it goes on like that: of the
    /// largest lists, two copies would be held while they are moved. What begins densely and ends soon takes no more than
    /// a text that goes on so.
    #[inline]
    pub(crate) fn reserve<T>(self, list: &mut Vec<T>, more: usize) {
        if list.capacity() - list.len() < more {
            self.grow(list, more);
        }
    }

    #[cold]
    fn grow<T>(self, list: &mut Vec<T>, more: usize) {
        let length = list.len();
        if length < LONG {
            list.reserve(more);
        } else {
            let Self { done, all } = self;
            let rest = length as u64 * all.saturating_sub(done) as u64 / done.max(1) as u64;
            let rest = (rest + rest / 16).max(length as u64 / 8);
            list.reserve_exact(more.max(rest as usize));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Progress;

    #[test]
    fn a_list_gets_what_the_rest_of_the_text_needs() {
        let mut list = vec![0_u8; 1 << 20];
        list.shrink_to_fit();
        Progress { done: 1 << 21, all: 1 << 22 }.reserve(&mut list, 1);
        assert_eq!(list.capacity(), (1 << 21) + (1 << 16));
    }

    #[test]
    fn a_list_that_is_longer_than_was_thought_grows_by_an_eighth() {
        let mut list = vec![0_u8; 1 << 20];
        list.shrink_to_fit();
        Progress { done: 1 << 21, all: 1 << 21 }.reserve(&mut list, 1);
        assert_eq!(list.capacity(), (1 << 20) + (1 << 17));
    }

    #[test]
    fn there_is_room_whatever_is_said() {
        let mut list = vec![0_u8; 2048];
        list.shrink_to_fit();
        Progress { done: 0, all: 0 }.reserve(&mut list, 5000);
        assert!(list.capacity() >= 2048 + 5000);
    }
}
