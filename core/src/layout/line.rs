//! What there is to see on each line, kept small: counts, marks, wordings, likeness to other lines.

use super::caption::{self, Credit};
use super::tally::Tally;
use super::wording::Wordings;
use crate::keyed::Keyed;
use crate::scan::{Kind, Line, Scan, Shape, Token};
use crate::scratch::{Lent, Spare};
use crate::span::Span;
use std::ops::Range;

/// Lines that begin with so many tokens alike say the same.
pub(super) const SHOWN: usize = 128;

/// Running text with more words of its own is not there to show a date.
const TOLD: u32 = 14;

/// What a page says so many times is furniture.
pub(super) const REPEATED: u8 = 3;

/// What a line ends in, behind closing quotation marks and brackets are left away.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum End {
    Open,
    Stop,
    Question,
    Exclamation,
    Ellipsis,
    Colon,
    Comma,
}

impl End {
    /// Whether sentences end so.
    pub(super) fn is_sentence(self) -> bool {
        matches!(self, Self::Stop | Self::Question | Self::Exclamation | Self::Ellipsis)
    }
}

/// What a line begins with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Opening {
    Capital,
    Lower,
    Number,
    Quote,
    Bullet,
    /// A dash or a hyphen.
    Dash,
    Bracket,
    Other,
}

/// What else there is to say of a line, as bits.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
struct Marks(u8);

impl Marks {
    /// The whole line stands in brackets.
    const BRACKETED: Self = Self(1);
    const COPYRIGHT: Self = Self(2);
    const PROSE: Self = Self(4);
    const CALENDAR: Self = Self(8);
    /// All words are in capitals.
    const SHOUTED: Self = Self(16);
    /// A line before it says the same.
    const AGAIN: Self = Self(32);
    /// Its dates are those of a story.
    const TOLD: Self = Self(64);
    /// It may hold a date of digits between slashes.
    const SLASHED: Self = Self(128);

    const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// These, and another where something holds.
    const fn with(self, other: Self, holds: bool) -> Self {
        if holds { Self(self.0 | other.0) } else { self }
    }
}

/// One line, or the lines of a paragraph that was wrapped, and what there is to see on it.
///
/// A hostile page has a line for every other byte, and all are held at a time: what is counted here stops at 255, and what
/// is asked of larger counts is answered when they are known.
#[derive(Clone, Debug)]
pub(super) struct LineFeatures {
    pub(super) tokens: Range<u32>,
    /// Words and numbers.
    pub(super) words: u32,
    /// The folded words, as one number; equal for equal lines.
    pub(super) hash: u32,
    pub(super) wordings: Wordings,
    pub(super) end: End,
    pub(super) opening: Opening,
    pub(super) credit: Credit,
    marks: Marks,
    pub(super) blank_before: u8,
    /// How many lines say the same.
    pub(super) repeats: u8,
    /// Of a hundred words, how many are closed-class words.
    pub(super) function_share: u8,
    /// Of a hundred words, how many begin with a capital.
    pub(super) capital_share: u8,
    pub(super) shouted: u8,
    pub(super) numbers: u8,
    pub(super) verbs: u8,
    pub(super) links: u8,
    pub(super) separators: u8,
    pub(super) months: u8,
    pub(super) stops: u8,
    pub(super) quotes: u8,
}

const _: () = assert!(size_of::<LineFeatures>() == 36);

/// A count as far as it is kept.
fn few(count: u32) -> u8 {
    count.min(u32::from(u8::MAX)) as u8
}

impl LineFeatures {
    fn new(tally: &Tally, blank_before: u32, credit: Credit) -> Self {
        let prose = tally.is_prose();
        // A paragraph tells a story with its dates.
        let others = tally.words.saturating_sub(tally.function + tally.calendar + tally.links);
        let marks = Marks::default()
            .with(Marks::BRACKETED, tally.bracketed)
            .with(Marks::COPYRIGHT, tally.copyright)
            .with(Marks::PROSE, prose)
            .with(Marks::CALENDAR, tally.is_calendar())
            .with(Marks::SHOUTED, tally.shouted == tally.words)
            .with(Marks::TOLD, prose && others > TOLD)
            .with(Marks::SLASHED, tally.slashes > 1 && tally.numbers > 2);
        Self {
            tokens: tally.tokens.clone(),
            words: tally.words,
            hash: short(tally.hash),
            wordings: tally.wordings,
            end: tally.end,
            opening: tally.opening,
            credit,
            marks,
            blank_before: few(blank_before),
            repeats: 1,
            function_share: few(tally.function_share()),
            capital_share: few(tally.capital_share()),
            shouted: few(tally.shouted),
            numbers: few(tally.numbers),
            verbs: few(tally.verbs),
            links: few(tally.links),
            separators: few(tally.separators),
            months: few(tally.months),
            stops: few(tally.stops),
            quotes: few(tally.quotes),
        }
    }

    pub(super) fn range(&self) -> Range<usize> {
        self.tokens.start as usize..self.tokens.end as usize
    }

    /// From its first token to its last.
    pub(super) fn span(&self, scan: &Scan<'_>) -> Span {
        scan.span_of(self.range())
    }

    /// Whether it ends as sentences do.
    pub(super) fn is_ended(&self) -> bool {
        self.end.is_sentence()
    }

    /// Whether it shows marks only.
    pub(super) fn is_mute(&self) -> bool {
        self.words == 0 && self.links == 0
    }

    /// Whether the whole line stands in brackets.
    pub(super) fn is_bracketed(&self) -> bool {
        self.marks.has(Marks::BRACKETED)
    }

    /// Whether it has the sign of copyright.
    pub(super) fn has_copyright(&self) -> bool {
        self.marks.has(Marks::COPYRIGHT)
    }

    /// Whether all its words are in capitals.
    pub(super) fn is_shouted(&self) -> bool {
        self.marks.has(Marks::SHOUTED)
    }

    /// Whether all its words are numbers.
    pub(super) fn is_numeric(&self) -> bool {
        u32::from(self.numbers) == self.words
    }

    /// Whether a line before it says the same.
    pub(super) fn is_again(&self) -> bool {
        self.marks.has(Marks::AGAIN)
    }

    /// Whether it is made of words of the calendar and numbers alone, names of zones and `at` left aside.
    pub(super) fn is_calendar(&self) -> bool {
        self.marks.has(Marks::CALENDAR)
    }

    /// Looks like a sentence or more of running text.
    pub(super) fn is_prose(&self) -> bool {
        self.marks.has(Marks::PROSE)
    }

    /// Whether it is a paragraph that tells a story with its dates.
    pub(super) fn is_told(&self) -> bool {
        self.marks.has(Marks::TOLD)
    }

    /// Whether it may hold a date of digits between slashes.
    pub(super) fn is_slashed(&self) -> bool {
        self.marks.has(Marks::SLASHED)
    }
}

/// What lines are read in.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    features: Spare<Vec<LineFeatures>>,
    counts: Spare<Keyed<u32, u32>>,
}

/// Reads the features of lines, which are given as runs of tokens.
pub(super) fn read<'a>(
    scan: &Scan<'_>,
    lines: &[Line],
    scratch: &'a mut Scratch,
) -> Lent<'a, Vec<LineFeatures>> {
    let one = |line| {
        let tally = Tally::of(scan, line);
        LineFeatures::new(&tally, line.blank_before, caption::credit(scan, &tally))
    };
    let (mut features, mut counts) = (scratch.features.lend(), scratch.counts.lend());
    features.reserve_exact(lines.len());
    features.extend(lines.iter().map(one));
    // Where there are more lines than this, many are alike.
    counts.reserve(lines.len().min(1024));
    for line in features.iter_mut() {
        let count = counts.entry(line.hash).or_default();
        line.marks = line.marks.with(Marks::AGAIN, *count > 0);
        *count += 1;
    }
    for line in features.iter_mut() {
        line.repeats = few(counts.get(&line.hash).copied().unwrap_or(1));
    }
    features
}

pub(super) fn end(scan: &Scan<'_>, range: Range<usize>) -> End {
    let shown = scan.tokens[range].iter().rev();
    let last = shown
        .clone()
        .take(6)
        .find(|token| !matches!(token.kind, Kind::Quote | Kind::Close | Kind::Invisible));
    match last.map(|token| token.kind) {
        Some(Kind::Period) => End::Stop,
        Some(Kind::Question) => End::Question,
        Some(Kind::Exclamation) => End::Exclamation,
        Some(Kind::Ellipsis) => End::Ellipsis,
        Some(Kind::Colon) => End::Colon,
        Some(Kind::Comma | Kind::Dash) => End::Comma,
        Some(Kind::Word) if last.is_some_and(|token| token.shape.has(Shape::DOTTED)) => {
            // `in the U.S.` ends a sentence as well as a line; the scan keeps the stop in the word.
            if scan.str(last.map_or(Span::default(), Token::span)).ends_with('.') {
                End::Stop
            } else {
                End::Open
            }
        }
        _ => End::Open,
    }
}

pub(super) fn opening(scan: &Scan<'_>, range: Range<usize>) -> Opening {
    let Some(token) = scan.tokens[range].iter().find(|token| !token.is(Kind::Invisible)) else {
        return Opening::Other;
    };
    match token.kind {
        Kind::Word if token.is_capital() => Opening::Capital,
        Kind::Word => Opening::Lower,
        Kind::Number | Kind::Currency => Opening::Number,
        Kind::Quote => Opening::Quote,
        Kind::Bullet => Opening::Bullet,
        Kind::Dash | Kind::Hyphen => Opening::Dash,
        Kind::Open => Opening::Bracket,
        _ => Opening::Other,
    }
}

/// The folded words of the head of a line as one number; marks do not count.
pub(super) fn hash(scan: &Scan<'_>, range: Range<usize>) -> u32 {
    short(scan.tokens[range].iter().take(SHOWN).filter_map(|token| fold(scan, token)).fold(0, mix))
}

/// What is kept of the hash of a line: the half that all of its words have changed most.
fn short(hash: u64) -> u32 {
    (hash >> 32) as u32
}

/// A word or number, folded, as one number; `None` for a mark.
pub(super) fn fold(scan: &Scan<'_>, token: &Token) -> Option<u64> {
    if !matches!(
        token.kind,
        Kind::Word | Kind::Number | Kind::Clitic | Kind::Url | Kind::Email | Kind::Handle | Kind::Hashtag
    ) {
        return None;
    }
    Some(number_of(scan, token))
}

/// What is said, folded, as one number.
pub(super) fn number_of(scan: &Scan<'_>, token: &Token) -> u64 {
    if token.hash == 0 { folded(scan.str(token.span())) } else { u64::from(token.hash) }
}

/// The number of what was not looked up.
// Apart from `number_of`, which then is small enough to be inlined.
#[cold]
fn folded(word: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325;
    if word.is_ascii() {
        for byte in word.bytes() {
            hash = (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3);
        }
    } else {
        for letter in word.chars().flat_map(char::to_lowercase) {
            let letter = if letter == '’' { '\'' } else { letter };
            hash = (hash ^ u64::from(letter)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash
}

/// Joins a number to a hash.
pub(super) fn mix(hash: u64, more: u64) -> u64 {
    (hash.rotate_left(5) ^ more).wrapping_mul(0x517c_c1b7_2722_0a95)
}
