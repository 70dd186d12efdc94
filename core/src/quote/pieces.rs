//! What is said, as ranges of tokens.

use std::ops::Range;

/// Ranges of tokens, none empty, in the order in which they were added. Hardly any quote has more than two pieces, and two
/// need no memory of their own.
#[derive(Clone, Debug, Default)]
pub(super) struct Pieces {
    first: [Range<usize>; 2],
    more: Vec<Range<usize>>,
}

impl Pieces {
    /// Adds a piece; an empty one says nothing.
    pub(super) fn push(&mut self, piece: Range<usize>) {
        match self.first.iter_mut().find(|place| Range::is_empty(place)) {
            Some(place) => *place = piece,
            None if piece.is_empty() => {}
            None => self.more.push(piece),
        }
    }

    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = &Range<usize>> + Clone {
        self.first.iter().filter(|place| !place.is_empty()).chain(&self.more)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.first[0].is_empty()
    }
}

impl FromIterator<Range<usize>> for Pieces {
    fn from_iter<I: IntoIterator<Item = Range<usize>>>(pieces: I) -> Self {
        let mut all = Self::default();
        pieces.into_iter().for_each(|piece| all.push(piece));
        all
    }
}
