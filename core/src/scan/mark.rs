//! Quotation marks by style.

/// A quotation mark as written. Which of two like marks opens is decided by the quote stage.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Mark {
    /// `"`
    Straight,
    /// `“`
    CurlyOpen,
    /// `”`
    CurlyClose,
    /// `„` and `‟`
    Low,
    /// `'`, where it is no apostrophe inside a word
    SingleStraight,
    /// `‘`
    SingleOpen,
    /// `’`, where it is no apostrophe inside a word
    SingleClose,
    /// `‚`
    SingleLow,
    /// `«`
    GuillemetOpen,
    /// `»`
    GuillemetClose,
    /// `‹`
    SingleGuillemetOpen,
    /// `›`
    SingleGuillemetClose,
    /// Two back-ticks, or two `‘`
    TicksOpen,
    /// Two single marks, `''` or `’’`: closes what two back-ticks opened, or stands on both sides
    Ticks,
}

impl Mark {
    /// The mark at the start of `text`, and how many bytes it takes.
    pub(super) fn at(text: &str) -> Option<(Self, usize)> {
        // Most marks are one of these three, and each is asked for by several stages.
        match text.as_bytes() {
            [b'"', ..] => Some((Self::Straight, 1)),
            [0xe2, 0x80, 0x9c, ..] => Some((Self::CurlyOpen, '“'.len_utf8())),
            [0xe2, 0x80, 0x9d, ..] => Some((Self::CurlyClose, '”'.len_utf8())),
            _ => Self::rare_at(text),
        }
    }

    fn rare_at(text: &str) -> Option<(Self, usize)> {
        let mut chars = text.chars();
        let first = chars.next()?;
        let doubled = || chars.clone().next() == Some(first);
        let mark = match first {
            '＂' => Self::Straight,
            '„' | '‟' => Self::Low,
            '‚' => Self::SingleLow,
            '«' => Self::GuillemetOpen,
            '»' => Self::GuillemetClose,
            '‹' => Self::SingleGuillemetOpen,
            '›' => Self::SingleGuillemetClose,
            '`' | '‘' if doubled() => return Some((Self::TicksOpen, 2 * first.len_utf8())),
            '\'' | '’' if doubled() => return Some((Self::Ticks, 2 * first.len_utf8())),
            '\'' => Self::SingleStraight,
            '‘' | '`' | '‛' => Self::SingleOpen,
            '’' => Self::SingleClose,
            _ => return None,
        };
        Some((mark, first.len_utf8()))
    }
}
