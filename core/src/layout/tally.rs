//! What a line holds, counted token by token.

use super::line::{self, End, Opening, mix, number_of};
use super::wording::Wordings;
use crate::lexicon::Classes;
use crate::scan::{Kind, Line, Mark, Scan, Shape, Token};
use std::ops::Range;

/// The counts of one line, from which its features are made.
#[derive(Debug)]
pub(super) struct Tally {
    pub(super) tokens: Range<u32>,
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
    /// The folded words, as one number; equal for equal lines.
    pub(super) hash: u64,
}

const VERBS: Classes =
    Classes::AUXILIARY.or(Classes::MODAL).or(Classes::CUE_VERB).or(Classes::VERB).or(Classes::TREND);

const CALENDAR: Classes = Classes::MONTH.or(Classes::WEEKDAY).or(Classes::CALENDAR);

impl Tally {
    /// Counts what a line holds.
    pub(super) fn of(scan: &Scan<'_>, line: &Line) -> Self {
        let range = line.range();
        let tokens = &scan.tokens[range.clone()];
        let mut out = Self {
            tokens: line.tokens.clone(),
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
            end: line::end(scan, range.clone()),
            opening: line::opening(scan, range.clone()),
            bracketed: tokens.first().is_some_and(|token| token.is(Kind::Open))
                && tokens
                    .iter()
                    .rev()
                    .find(|token| !token.is(Kind::Period))
                    .is_some_and(|token| token.is(Kind::Close)),
            copyright: false,
            wordings: Wordings::read(scan, range),
            hash: 0,
        };
        for (place, token) in tokens.iter().enumerate() {
            let said =
                if token.is(Kind::Word) { out.count_word(token) } else { out.count_other(scan, token) };
            if said && place < line::SHOWN {
                out.hash = mix(out.hash, number_of(scan, token));
            }
        }
        out
    }

    pub(super) fn range(&self) -> Range<usize> {
        self.tokens.start as usize..self.tokens.end as usize
    }

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

    /// Whether it ends as sentences do.
    pub(super) fn is_ended(&self) -> bool {
        self.end.is_sentence()
    }

    /// Of a hundred words, how many are closed-class words.
    pub(super) fn function_share(&self) -> u32 {
        share(self.function, self.words)
    }

    /// Of a hundred words, how many begin with a capital.
    pub(super) fn capital_share(&self) -> u32 {
        share(self.capitals, self.words.saturating_sub(1))
    }

    /// Looks like a sentence or more of running text.
    pub(super) fn is_prose(&self) -> bool {
        let ended = self.is_ended() && self.words >= 5 && self.function >= self.words.div_ceil(7);
        ended || self.words >= 25 && self.function >= self.words.div_ceil(5)
    }

    /// Is made of words of the calendar and numbers alone, names of zones and `at` left aside.
    pub(super) fn is_calendar(&self) -> bool {
        self.words > 0 && self.calendar > 0 && self.calendar + self.function >= self.words
    }
}

/// How many of a hundred; a line may have more words than a hundredth of what 32 bits count.
fn share(part: u32, whole: u32) -> u32 {
    (u64::from(part) * 100).checked_div(u64::from(whole)).unwrap_or(0) as u32
}
