//! Room for lists that grow with the text.

/// Shorter lists double, as any list does.
const LONG: usize = 1024;

/// Makes room for `more` entries when `done` of `all` tokens have been read. A long list gets what the rest of the text will
/// need if it goes on like that: of the largest lists, two copies would be held while they are moved.
#[inline]
pub(crate) fn reserve<T>(list: &mut Vec<T>, more: usize, done: usize, all: usize) {
    if list.capacity() - list.len() < more {
        grow(list, more, done, all);
    }
}

#[cold]
fn grow<T>(list: &mut Vec<T>, more: usize, done: usize, all: usize) {
    let length = list.len();
    if length < LONG {
        list.reserve(more);
    } else {
        let rest = length as u64 * all.saturating_sub(done) as u64 / done.max(1) as u64;
        // What begins densely may end soon.
        let rest = (rest + rest / 16).clamp(length as u64 / 8, 3 * length as u64) as usize;
        list.reserve_exact(more.max(rest));
    }
}

#[cfg(test)]
mod tests {
    use super::reserve;

    #[test]
    fn a_list_gets_what_the_rest_of_the_text_needs() {
        let mut list = vec![0_u8; 1 << 20];
        list.shrink_to_fit();
        reserve(&mut list, 1, 1 << 21, 1 << 22);
        assert_eq!(list.capacity(), (1 << 21) + (1 << 16));
    }

    #[test]
    fn a_list_that_begins_densely_grows_by_steps() {
        let mut list = vec![0_u8; 2048];
        list.shrink_to_fit();
        reserve(&mut list, 1, 2048, 1 << 30);
        assert_eq!(list.capacity(), 4 * 2048);
    }

    #[test]
    fn there_is_room_whatever_is_said() {
        let mut list = vec![0_u8; 2048];
        list.shrink_to_fit();
        reserve(&mut list, 5000, 0, 0);
        assert!(list.capacity() >= 2048 + 5000);
    }
}
