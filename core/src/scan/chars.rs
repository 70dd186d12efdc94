//! Classes of characters, as the lexer needs them.

/// What a byte begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Byte {
    Space,
    Break,
    Letter,
    Digit,
    Quote,
    Other,
    /// Part of a character of more than one byte.
    Wide,
}

const fn class_of(byte: u8) -> Byte {
    match byte {
        b'\n' | b'\r' => Byte::Break,
        b' ' | b'\t' | 0x0b | 0x0c | 0x1c..=0x1f => Byte::Space,
        b'a'..=b'z' | b'A'..=b'Z' | b'_' => Byte::Letter,
        b'0'..=b'9' => Byte::Digit,
        b'"' | b'\'' | b'`' => Byte::Quote,
        0x80.. => Byte::Wide,
        _ => Byte::Other,
    }
}

/// The class of every byte.
pub(super) const BYTES: [Byte; 256] = {
    let mut table = [Byte::Other; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = class_of(byte as u8);
        byte += 1;
    }
    table
};

/// Characters of no width that may stand anywhere and show nothing.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{1c}'..='\u{1f}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Line ends beside `\n` and `\r`.
pub(super) fn is_break(c: char) -> bool {
    matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Letters and digits of any script. Of the quotation marks, dashes and spaces that most texts have beside ASCII none is,
/// which costs a search to find out otherwise.
pub(super) fn is_letter(c: char) -> bool {
    !matches!(c, '\u{2000}'..='\u{206f}') && c.is_alphanumeric()
}

/// Letters, and what continues a word: combining marks, joiners, soft hyphens, superscripts (`m²`).
pub(super) fn continues_word(c: char) -> bool {
    is_letter(c) && !is_vulgar_fraction(c)
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{1ab0}'..='\u{1aff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}')
        || c == '²'
        || c == '³'
}

/// `½`, `¾` and their like.
pub(super) fn is_vulgar_fraction(c: char) -> bool {
    matches!(c, '¼' | '½' | '¾' | '⅐'..='⅞' | '↉')
}

/// Signs of currencies.
pub(super) fn is_currency(c: char) -> bool {
    matches!(c, '¢'..='¥' | '₠'..='⃏' | '＄' | '￠' | '￡' | '￥')
}
