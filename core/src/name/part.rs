//! The pieces of a name: titles, words, initials, particles, suffixes, and what joins the words of an organisation.

use crate::lexicon::{Classes, Table};
use crate::scan::{Kind, Mark, Parsed, Scan, Shape, Token, Tokens, fail};
use nom::Parser as _;
use nom::combinator::opt;
use nom::multi::{many_m_n, many0_count, many1_count};
use std::ops::Range;

/// How many particles stand in a row: `van der`, `de la`.
const PARTICLES: usize = 4;

/// How many words before `and` are looked through for an `of` or `for` that the words on both sides hang on.
const CONNECTED: usize = 6;

/// Words of a nickname in quotation marks.
const NICKNAME: usize = 3;

/// What a noun says that can head the name of a body: `Ministry`, `City`.
const BODY: Classes = Classes::ORGANIZATION_NOUN
    .or(Classes::ORGANIZATION_SUFFIX)
    .or(Classes::PLACE_NOUN)
    .or(Classes::GROUP_NOUN)
    .or(Classes::DOCUMENT_NOUN);

const CALENDAR: Classes = Classes::MONTH.or(Classes::WEEKDAY);

/// Whether a token with a capital can be a word of a name. Days and months are none, closed-class words only in
/// capitals throughout (`US`, `WHO`) or where they are given names too (`Will`).
pub(crate) fn is_name_word(token: &Token) -> bool {
    if !token.is_capital() || token.any(CALENDAR) && !token.any(Classes::GIVEN_NAME) {
        return false;
    }
    !token.any(Classes::FUNCTION) || token.shape.has(Shape::ALL_CAPS) || token.any(Classes::GIVEN_NAME)
}

/// `of`, `for` and `and` in small letters.
pub(super) fn is_small_connector(token: &Token) -> bool {
    token.is_word() && !token.is_capital() && token.any(Classes::PREPOSITION.or(Classes::CONJUNCTION))
}

fn token(input: Tokens<'_>, accept: impl Fn(&Token) -> bool) -> Parsed<'_, ()> {
    match input.first() {
        Some(token) if accept(token) => Ok((Tokens { start: input.start + 1, ..input }, ())),
        _ => fail(input),
    }
}

fn glued(input: Tokens<'_>, kind: Kind) -> Parsed<'_, ()> {
    token(input, |token| token.is(kind) && token.is_glued())
}

/// The full stop of an abbreviation. That of the sentence must lie outside the input.
fn abbreviation_stop(input: Tokens<'_>) -> Parsed<'_, ()> {
    glued(input, Kind::Period)
}

/// A title, rank, office or honorific, with the full stop of `Gov.`; the row of the title table.
pub(super) fn title(input: Tokens<'_>) -> Parsed<'_, u16> {
    const OPENS: Classes = Classes::TITLE.or(Classes::HONORIFIC).or(Classes::PHRASE).or(Classes::OWN);
    if !input.first().is_some_and(|first| first.any(OPENS)) {
        return fail(input);
    }
    let Some(phrase) = input.scan.entry_at(Table::Title, input.start, input.end) else { return fail(input) };
    let rest = Tokens { start: phrase.end, ..input };
    let last = &input.scan.tokens[phrase.end - 1];
    if last.any(Classes::ABBREVIATION.or(Classes::HONORIFIC)) {
        let (rest, _) = opt(abbreviation_stop).parse(rest)?;
        return Ok((rest, phrase.row));
    }
    Ok((rest, phrase.row))
}

/// `J. R.`, `J.R.`, `W.`
pub(super) fn initials(input: Tokens<'_>) -> Parsed<'_, ()> {
    let dotted = |token: &Token| {
        token.is_capital()
            && token.shape.has(Shape::DOTTED)
            && !token.any(Classes::PLACE.or(Classes::FUNCTION))
    };
    if let Ok(done) = token(input, dotted) {
        return Ok(done);
    }
    let (rest, ()) = token(input, |token| token.is_capital() && token.is_letter())?;
    if rest.first().is_some_and(|token| token.is(Kind::Period) && token.is_glued()) {
        return abbreviation_stop(rest);
    }
    // `Harry S Truman`, but no pronoun and no article.
    if input.first().is_some_and(|token| token.any(Classes::FUNCTION)) { fail(input) } else { Ok((rest, ())) }
}

/// A word with a capital and its hyphenated parts: `Peskov`, `Jean-Pierre`, `Al-Assad`, `Covid-19`, `St.` before a name.
pub(super) fn word(input: Tokens<'_>) -> Parsed<'_, ()> {
    let (rest, ()) = token(input, is_name_word)?;
    let hyphen = rest.first().is_some_and(|token| token.is(Kind::Hyphen));
    let (rest, parts) = if !hyphen {
        (rest, 0)
    } else if let Ok((behind, ())) = syllable(input, rest) {
        (behind, 1)
    } else {
        many0_count(hyphenated).parse(rest)?
    };
    let stop = parts == 0 && input.first().is_some_and(|token| token.any(Classes::ABBREVIATION));
    if stop {
        let (behind, stopped) = opt(abbreviation_stop).parse(rest)?;
        let closes = input
            .first()
            .is_some_and(|token| token.any(Classes::ORGANIZATION_SUFFIX.or(Classes::NAME_SUFFIX)));
        if stopped.is_some() && (closes || behind.first().is_some_and(is_name_word)) {
            return Ok((behind, ()));
        }
    }
    Ok((rest, ()))
}

/// Several words that the lexicon knows as one: `House of Representatives`.
pub(super) fn phrase(input: Tokens<'_>) -> Parsed<'_, ()> {
    let Some(first) = input.first().filter(|token| token.is_capital() && token.any(Classes::PHRASE)) else {
        return fail(input);
    };
    let tables = [Table::SpeakerNoun, Table::Agency, Table::Place];
    let found = tables.iter().filter_map(|table| input.scan.phrase_at(*table, input.start, input.end));
    match found.map(|phrase| phrase.end).max() {
        Some(end) if input.scan.tokens[end - 1].is_capital() && is_name_word(first) => {
            Ok((Tokens { start: end, ..input }, ()))
        }
        _ => fail(input),
    }
}

/// A closed-class word inside a name: `Emre Can Yildiz`.
pub(super) fn inner(input: Tokens<'_>) -> Parsed<'_, ()> {
    const JOINTS: Classes = Classes::PREPOSITION.or(Classes::CONJUNCTION).or(Classes::ARTICLE);
    let (rest, ()) =
        token(input, |token| token.is_capital() && token.any(Classes::FUNCTION) && !token.any(JOINTS))?;
    if rest.first().is_some_and(is_name_word) { Ok((rest, ())) } else { fail(input) }
}

/// A hyphen with a part that leaves the whole a name: `-Pierre`, `-19`, but not `-based`.
fn hyphenated(input: Tokens<'_>) -> Parsed<'_, ()> {
    let (rest, ()) = token(input, |token| token.is(Kind::Hyphen))?;
    token(rest, |token| token.is_capital() || token.is(Kind::Number) || token.any(Classes::NAME_PARTICLE))
}

/// Whether a word is the first half of a given name with a family name beside it.
pub(crate) fn is_double(input: Tokens<'_>) -> bool {
    token(input, is_name_word).and_then(|(rest, ())| syllable(input, rest)).is_ok()
}

/// The second half, in small letters, of the given name that begins with `word`, a family name before it or behind it:
/// `Moon Jae-in`, `Soo-jin Lee`. What the lexicon knows as more than a closed-class word is a word of its own:
/// `Trump-era`, `Oslo-born`.
fn syllable<'s>(word: Tokens<'s>, rest: Tokens<'s>) -> Parsed<'s, ()> {
    const LONGEST: u32 = 6;
    const OWN: Classes =
        Classes::PLACE.or(Classes::DEMONYM).or(Classes::COMMON).or(Classes::ORGANIZATION_NOUN);
    const WORD: Classes = Classes::COMMON.or(Classes::VERB).or(Classes::ADJECTIVE).or(BODY);
    let (rest, ()) = token(rest, |token| token.is(Kind::Hyphen))?;
    let half = |token: &Token| token.span().len() <= LONGEST && !token.shape.has(Shape::ALL_CAPS);
    let (behind, ()) = token(rest, |token| {
        let plain = !token.any(WORD) || token.any(Classes::FUNCTION);
        token.is_word() && !token.is_capital() && half(token) && plain
    })?;
    let family = |token: Option<&Token>| token.is_some_and(is_name_word);
    let before = word.start.checked_sub(1).map(|before| &word.scan.tokens[before]);
    let first = word.first().is_some_and(|first| half(first) && !first.any(OWN));
    if first && (family(before) || family(behind.first())) { Ok((behind, ())) } else { fail(word) }
}

/// `van der`, `al-`, `de la`: as many particles as stand there, before a name word.
pub(super) fn particles(input: Tokens<'_>) -> Parsed<'_, ()> {
    let particle = |input| {
        let (rest, ()) = token(input, |token| token.is_word() && token.any(Classes::NAME_PARTICLE))?;
        let (rest, _) = opt(|input| token(input, |token| token.is(Kind::Hyphen))).parse(rest)?;
        Ok((rest, ()))
    };
    let (rest, _) = many_m_n(1, PARTICLES, particle).parse(input)?;
    if rest.first().is_some_and(is_name_word) { Ok((rest, ())) } else { fail(input) }
}

/// `Jr.`, `III`, `MP`, also behind a comma.
pub(super) fn suffix(input: Tokens<'_>) -> Parsed<'_, ()> {
    let (rest, comma) = opt(|input| token(input, |token| token.is(Kind::Comma))).parse(input)?;
    let (rest, ()) = token(rest, |token| {
        token.is_capital() && token.any(Classes::NAME_SUFFIX) && (comma.is_none() || token.span().len() < 5)
    })?;
    let (rest, _) = opt(abbreviation_stop).parse(rest)?;
    Ok((rest, ()))
}

/// Where a name ends without degrees and seats (`KC`, `MP`, `Ph.D.`); generations (`Jr.`, `III`) stay.
pub(super) fn without_degrees(scan: &Scan<'_>, name: Range<usize>) -> usize {
    let mut end = name.end;
    while end > name.start + 1 {
        let token = &scan.tokens[end - 1];
        let generation = scan.word(end - 1).bytes().all(|byte| b"IVX".contains(&byte));
        let degree = token.any(Classes::NAME_SUFFIX)
            && (token.shape.has(Shape::ALL_CAPS) || token.shape.has(Shape::DOTTED))
            && !generation;
        let comma = token.is(Kind::Comma);
        if !degree && !comma {
            break;
        }
        end -= 1;
    }
    end
}

/// `“The Rock”` between given and family name.
pub(super) fn nickname(input: Tokens<'_>) -> Parsed<'_, ()> {
    let given =
        input.start.checked_sub(1).is_some_and(|before| input.scan.tokens[before].any(Classes::GIVEN_NAME));
    let opens =
        |mark: Option<Mark>| mark.is_some_and(|mark| mark != Mark::CurlyClose && mark != Mark::SingleClose);
    if !given
        || !input.first().is_some_and(|token| token.is(Kind::Quote))
        || !opens(input.scan.mark(input.start))
    {
        return fail(input);
    }
    let rest = Tokens { start: input.start + 1, ..input };
    let (rest, _) = opt(article).parse(rest)?;
    let (rest, _) = many_m_n(1, NICKNAME, |input| token(input, Token::is_capital)).parse(rest)?;
    let (rest, ()) = glued(rest, Kind::Quote)?;
    if rest.first().is_some_and(is_name_word) { Ok((rest, ())) } else { fail(input) }
}

/// What joins the words of an organisation's name, up to the next name word: `of`, `for the`, `and`, `&`. `core` is what
/// stands before it.
pub(super) fn joint(input: Tokens<'_>, core: Range<usize>) -> Parsed<'_, ()> {
    let scan = input.scan;
    let (Some(first), Some(last)) = (input.first(), core.end.checked_sub(1)) else { return fail(input) };
    let next = |rest: Tokens<'_>| rest.first().is_some_and(is_name_word);
    let rest = Tokens { start: input.start + 1, ..input };
    if scan.word(input.start) == "&" && next(rest) {
        return Ok((rest, ()));
    }
    if !is_small_connector(first) {
        return fail(input);
    }
    match scan.word(input.start) {
        "of" | "for" | "on" if scan.tokens[last].any(BODY) => {
            let (rest, _) = opt(article).parse(rest)?;
            if next(rest) { Ok((rest, ())) } else { fail(input) }
        }
        "and" if joins_and(scan, &core, rest) => Ok((rest, ())),
        _ => fail(input),
    }
}

fn article(input: Tokens<'_>) -> Parsed<'_, ()> {
    token(input, |token| token.any(Classes::ARTICLE) && !token.is_capital())
}

/// Whether `and` stands inside the name of one body (`Food and Drug Administration`, `Centers for Disease Control and
/// Prevention`), not between two names.
fn joins_and(scan: &Scan<'_>, core: &Range<usize>, right: Tokens<'_>) -> bool {
    const OWN: Classes = Classes::PLACE
        .or(Classes::GIVEN_NAME)
        .or(Classes::DEMONYM)
        .or(Classes::AGENCY)
        .or(Classes::TITLE)
        .or(Classes::HONORIFIC)
        .or(Classes::SEAT);
    let last = &scan.tokens[core.end - 1];
    let Some(first) = right.first().filter(|token| is_name_word(token)) else { return false };
    let ended = last.any(Classes::ORGANIZATION_NOUN) || last.any(BODY) && core.len() > 1;
    if last.any(OWN) || ended || first.any(OWN) {
        return false;
    }
    // Behind an `of` inside the name both words may be plain; else a word for a body must close the whole.
    let inside = scan.tokens[core.clone()].iter().rev().take(CONNECTED).any(is_small_connector);
    let closed = || {
        let words = many1_count(word).parse(right).map_or(right.start, |(rest, _)| rest.start);
        words > right.start + 1 && scan.tokens[words - 1].any(BODY)
    };
    if inside { !first.any(BODY) || closed() } else { core.len() == 1 && closed() }
}
