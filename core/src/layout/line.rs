//! What there is to see on each line, computed once: counts, marks, wordings, likeness to other lines.

use super::caption::{self, Credit};
use super::wording::Wordings;
use crate::keyed::{Keyed, Seed};
use crate::lexicon::Classes;
use crate::scan::{Kind, Line, Mark, Scan, Shape, Token};
use crate::span::Span;
use std::ops::Range;

/// Lines that begin with so many tokens alike say the same.
const SHOWN: usize = 128;

/// What a page says so many times is furniture.
pub(super) const REPEATED: u32 = 3;

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

/// One line, or the lines of a paragraph that was wrapped, and what there is to see on it.
#[derive(Clone, Debug)]
pub(super) struct LineFeatures {
    pub(super) span: Span,
    pub(super) tokens: Range<u32>,
    pub(super) blank_before: u32,
    /// Words and numbers.
    pub(super) words: u32,
    pub(super) function: u32,
    /// Words that begin with a capital, the first of the line left away.
    pub(super) capitals: u32,
    /// Words in capitals throughout.
    pub(super) shouted: u32,
    pub(super) numbers: u32,
    pub(super) verbs: u32,
    /// Addresses, handles, hashtags.
    pub(super) links: u32,
    /// `|`, `›`, `•` and the like between words.
    pub(super) separators: u32,
    pub(super) slashes: u32,
    /// Words of the calendar and the clock, and numbers.
    pub(super) calendar: u32,
    pub(super) months: u32,
    /// Marks that end sentences, inside the line and at its end.
    pub(super) stops: u32,
    pub(super) quotes: u32,
    pub(super) end: End,
    pub(super) opening: Opening,
    /// The whole line stands in brackets.
    pub(super) bracketed: bool,
    pub(super) copyright: bool,
    pub(super) wordings: Wordings,
    pub(super) credit: Credit,
    /// The folded words, as one number; equal for equal lines.
    pub(super) hash: u64,
    /// How many lines say the same.
    pub(super) repeats: u32,
}

impl LineFeatures {
    pub(super) fn range(&self) -> Range<usize> {
        self.tokens.start as usize..self.tokens.end as usize
    }

    /// Whether it ends as sentences do.
    pub(super) fn is_ended(&self) -> bool {
        matches!(self.end, End::Stop | End::Question | End::Exclamation | End::Ellipsis)
    }

    /// Of a hundred words, how many are closed-class words.
    pub(super) fn function_share(&self) -> u32 {
        share(self.function, self.words)
    }

    /// Of a hundred words, how many begin with a capital.
    pub(super) fn capital_share(&self) -> u32 {
        share(self.capitals, self.words.saturating_sub(1))
    }

    /// Whether it shows marks only.
    pub(super) fn is_mute(&self) -> bool {
        self.words == 0 && self.links == 0
    }

    /// Whether it is made of words of the calendar and numbers alone, names of zones and `at` left aside.
    pub(super) fn is_calendar(&self) -> bool {
        self.words > 0 && self.calendar > 0 && self.calendar + self.function >= self.words
    }

    /// Looks like a sentence or more of running text.
    pub(super) fn is_prose(&self) -> bool {
        let ended = self.is_ended() && self.words >= 5 && self.function >= self.words.div_ceil(7);
        ended || self.words >= 25 && self.function >= self.words.div_ceil(5)
    }
}

/// How many of a hundred; a line may have more words than a hundredth of what 32 bits count.
fn share(part: u32, whole: u32) -> u32 {
    (u64::from(part) * 100).checked_div(u64::from(whole)).unwrap_or(0) as u32
}

/// Reads the features of lines, which are given as runs of tokens.
pub(super) fn read(scan: &Scan<'_>, lines: &[Line]) -> Vec<LineFeatures> {
    let mut counts: Keyed<u64, u32> = Keyed::with_capacity_and_hasher(lines.len(), Seed::default());
    let mut features: Vec<LineFeatures> = lines.iter().map(|line| one(scan, line)).collect();
    for line in &features {
        *counts.entry(line.hash).or_default() += 1;
    }
    for line in &mut features {
        line.repeats = counts.get(&line.hash).copied().unwrap_or(1);
    }
    features
}

fn one(scan: &Scan<'_>, line: &Line) -> LineFeatures {
    let range = line.tokens.start as usize..line.tokens.end as usize;
    let tokens = &scan.tokens[range.clone()];
    let mut out = LineFeatures {
        span: line.span,
        tokens: line.tokens.clone(),
        blank_before: line.blank_before,
        words: 0,
        function: 0,
        capitals: 0,
        shouted: 0,
        numbers: 0,
        verbs: 0,
        links: 0,
        separators: 0,
        slashes: 0,
        calendar: 0,
        months: 0,
        stops: 0,
        quotes: 0,
        end: end(scan, range.clone()),
        opening: opening(scan, range.clone()),
        bracketed: tokens.first().is_some_and(|token| token.is(Kind::Open))
            && tokens
                .iter()
                .rev()
                .find(|token| !token.is(Kind::Period))
                .is_some_and(|token| token.is(Kind::Close)),
        copyright: false,
        wordings: Wordings::read(scan, range.clone()),
        credit: Credit::None,
        hash: 0,
        repeats: 1,
    };
    for (place, token) in tokens.iter().enumerate() {
        let said = if token.is(Kind::Word) { out.count_word(token) } else { out.count_other(scan, token) };
        if said && place < SHOWN {
            out.hash = mix(out.hash, number_of(scan, token));
        }
    }
    out.credit = caption::credit(scan, &out);
    out
}

impl LineFeatures {
    /// Counts a word in; words count in the hash.
    #[inline]
    fn count_word(&mut self, token: &Token) -> bool {
        self.function += u32::from(token.any(Classes::FUNCTION));
        self.verbs += u32::from(token.any(VERBS));
        // Three words of four have nothing of this.
        if token.shape.has(Shape::CAPITAL) || token.shape.has(Shape::DIGIT) || token.any(CALENDAR) {
            self.count_marked_word(token);
        }
        self.words += 1;
        true
    }

    #[inline(never)]
    fn count_marked_word(&mut self, token: &Token) {
        let capital = token.shape.has(Shape::CAPITAL);
        self.capitals += u32::from(capital && self.words > 0);
        self.shouted += u32::from(token.shape.has(Shape::ALL_CAPS));
        self.months += u32::from(capital && token.any(Classes::MONTH));
        self.calendar += u32::from(token.any(CALENDAR) || token.shape.has(Shape::DIGIT));
    }

    /// Counts what is no word in, and says whether it counts in the hash.
    #[inline(never)]
    fn count_other(&mut self, scan: &Scan<'_>, token: &Token) -> bool {
        match token.kind {
            Kind::Number => {
                self.numbers += 1;
                self.calendar += 1;
                self.words += 1;
            }
            Kind::Url | Kind::Email | Kind::Handle | Kind::Hashtag => self.links += 1,
            Kind::Clitic => {}
            _ => {
                self.count_mark(scan, token);
                return false;
            }
        }
        true
    }

    fn count_mark(&mut self, scan: &Scan<'_>, token: &Token) {
        match token.kind {
            Kind::Bullet => self.separators += 1,
            Kind::Slash => self.slashes += 1,
            Kind::Period | Kind::Question | Kind::Exclamation | Kind::Ellipsis => self.stops += 1,
            Kind::Quote => {
                let guillemet = matches!(
                    scan.mark_of(token),
                    Some(
                        Mark::GuillemetOpen
                            | Mark::GuillemetClose
                            | Mark::SingleGuillemetOpen
                            | Mark::SingleGuillemetClose
                    )
                );
                if guillemet {
                    self.separators += 1;
                } else {
                    self.quotes += 1;
                }
            }
            Kind::Symbol => match scan.str(token.span()) {
                "|" | ">" | "→" | "»" | "›" => self.separators += 1,
                "©" => self.copyright = true,
                _ => {}
            },
            _ => {}
        }
    }
}

const VERBS: Classes =
    Classes::AUXILIARY.or(Classes::MODAL).or(Classes::CUE_VERB).or(Classes::VERB).or(Classes::TREND);

const CALENDAR: Classes = Classes::MONTH.or(Classes::WEEKDAY).or(Classes::CALENDAR);

fn end(scan: &Scan<'_>, range: Range<usize>) -> End {
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

fn opening(scan: &Scan<'_>, range: Range<usize>) -> Opening {
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
pub(super) fn hash(scan: &Scan<'_>, range: Range<usize>) -> u64 {
    scan.tokens[range].iter().take(SHOWN).filter_map(|token| fold(scan, token)).fold(0, mix)
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
fn number_of(scan: &Scan<'_>, token: &Token) -> u64 {
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
