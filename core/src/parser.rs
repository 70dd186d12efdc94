//! The stages in order, and the options they run under.
//!
//! No stage is inlined here, so that profiles and `benches/instructions.py` tell them apart.

use crate::article::Article;
use crate::claim::Claims;
use crate::date::{self, Day, DayOrder};
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::error::Error;
use crate::number::Quantities;
use crate::options::{Options, Stage, Stages};
use crate::quote::Prose;
use crate::scan::Scan;
use crate::scratch::{Pool, Scratch};
use crate::sentence::SentenceData;
use crate::span::Span;
use crate::words::{self, Given, Meaning};
use crate::{UnitKind, language, layout, mention, quote, sentence};
use std::borrow::Cow;
use std::ops::Range;

/// Reads articles under options that are set once.
///
/// Parsers are cheap to make and to clone, and can be shared by threads. Nothing of one text is left when the next is read
/// but the memory that reading it took: a parser, its clones, and those that [`Parser::with_published`] makes of it keep it
/// together from the second text on, for each thread that has read with them at a time some 100 kB for news articles and
/// never more than 8 MB. Once they are dropped it is free.
///
/// ```
/// let parser = nutgraf::Parser::builder().published(2025, 5, 11).build()?;
/// let article = parser.parse("Talks begin on May 15.");
/// assert_eq!(article.dates().next().unwrap().date().unwrap().to_string(), "2025-05-15");
/// # Ok::<(), nutgraf::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Parser {
    pub(crate) options: Options,
    pool: Pool,
}

/// Collects the options of a [`Parser`].
#[derive(Clone, Debug, Default)]
pub struct ParserBuilder {
    options: Options,
    published: Option<(i16, u8, u8)>,
    words: Vec<Given>,
    min_confidence: Option<f32>,
}

impl Parser {
    /// A parser with every option as it is by default.
    pub fn new() -> Self {
        Self::default()
    }

    /// Starts setting options.
    pub fn builder() -> ParserBuilder {
        ParserBuilder::default()
    }

    /// The same parser for an article of another date.
    #[must_use]
    pub fn with_published(&self, published: Option<Day>) -> Self {
        Self { options: Options { published, ..self.options.clone() }, pool: self.pool.clone() }
    }

    /// Reads `text`. Every text gives an article; what was odd about it is in [`Article::diagnostics`].
    ///
    /// Of a text over 4 GiB the first 4 GiB are read. A limit set with [`ParserBuilder::max_bytes`] is not looked at here.
    pub fn parse<'t>(&self, text: &'t str) -> Article<'t> {
        let mut scratch = self.pool.take();
        let article = read(&self.options, text, &mut scratch);
        self.pool.put(scratch);
        article
    }

    /// Reads `text` unless it is longer than [`ParserBuilder::max_bytes`] allows; without it, longer than `u32` counts,
    /// 4 GiB less a byte.
    ///
    /// # Errors
    /// [`Error::TooLong`].
    pub fn try_parse<'t>(&self, text: &'t str) -> Result<Article<'t>, Error> {
        self.check_length(text.len())?;
        Ok(self.parse(text))
    }

    fn check_length(&self, found: usize) -> Result<(), Error> {
        let limit = self.options.max_bytes;
        if found > limit { Err(Error::TooLong { limit, found }) } else { Ok(()) }
    }

    /// Reads bytes that should be UTF-8.
    ///
    /// # Errors
    /// [`Error::Encoding`] with the place of the first byte that is not UTF-8, and what [`Parser::try_parse`] refuses.
    pub fn parse_bytes<'t>(&self, bytes: &'t [u8]) -> Result<Article<'t>, Error> {
        let text = std::str::from_utf8(bytes).map_err(|error| Error::Encoding { at: error.valid_up_to() })?;
        self.try_parse(text)
    }

    /// Reads bytes that may not all be UTF-8: what is not becomes `U+FFFD` in the article's text, with a
    /// [`DiagnosticKind::NotUtf8`] for each run of it. Spans are those of that text.
    ///
    /// ```
    /// let article = nutgraf::Parser::new().parse_bytes_lossy(b"The caf\xe9 closed.")?;
    /// assert_eq!(article.text(), "The caf\u{fffd} closed.");
    /// assert_eq!(article.diagnostics()[0].span().range(), 7..10);
    /// # Ok::<(), nutgraf::Error>(())
    /// ```
    ///
    /// # Errors
    /// What [`Parser::try_parse`] refuses.
    pub fn parse_bytes_lossy<'t>(&self, bytes: &'t [u8]) -> Result<Article<'t>, Error> {
        if let Ok(text) = std::str::from_utf8(bytes) {
            return self.try_parse(text);
        }
        // The text cannot be shorter: three bytes of it stand for three or fewer that are not UTF-8.
        self.check_length(bytes.len())?;
        let (text, replaced) = replace(bytes);
        let mut article = self.try_parse(&text)?.into_owned();
        let end = article.text().len();
        let kind = DiagnosticKind::NotUtf8;
        let read = replaced.into_iter().filter(|range| range.end <= end);
        article.diagnostics.extend(
            read.map(|range| Diagnostic { kind, span: Span::new(range.start as u32, range.end as u32) }),
        );
        sort(&mut article.diagnostics);
        Ok(article)
    }
}

impl ParserBuilder {
    /// The article's own date: year, month 1 to 12, day of the month. Dates such as `Saturday` or `May 15` are read
    /// against it. Without it, a date that the text itself shows serves.
    #[must_use]
    pub fn published(mut self, year: i16, month: u8, day: u8) -> Self {
        self.published = Some((year, month, day));
        self
    }

    /// Reports only these stages. Without [`Stage::Layout`] all of the text is taken as body.
    #[must_use]
    pub fn only(mut self, stages: &[Stage]) -> Self {
        self.options.stages = Stages::of(stages);
        self
    }

    /// Reports only quotes whose [confidence](crate::Quote::confidence) is at least this, from 0 to 1; a claim in another
    /// has no claimant. Without it, all whose cue, speaker and content are likely enough for the way they are made; of quotes
    /// with a cue and no quotation marks, about one in fourteen is then less likely right than wrong.
    ///
    /// ```
    /// let strict = nutgraf::Parser::builder().min_confidence(0.9).build()?;
    /// assert!(strict.parse("“We are ready,” said Jane Doe.").quotes().all(|quote| quote.confidence() >= 0.9));
    /// let error = nutgraf::Parser::builder().min_confidence(90.0).build().unwrap_err();
    /// assert_eq!(error.to_string(), "expected a confidence from 0 to 1, found 90");
    /// # Ok::<(), nutgraf::Error>(())
    /// ```
    #[must_use]
    pub fn min_confidence(mut self, least: f32) -> Self {
        self.min_confidence = Some(least);
        self
    }

    /// The longest text, in bytes, that [`Parser::try_parse`] and [`Parser::parse_bytes`] take. Without it `u32::MAX`,
    /// 4 GiB less a byte.
    #[must_use]
    pub fn max_bytes(mut self, limit: usize) -> Self {
        self.options.max_bytes = limit;
        self
    }

    /// Says whether the day stands before the month in dates of digits: `4/5/2025` is the 4th of May, not April 5. Without
    /// it the page's other dates tell for its own, and in the body the month stands first. A date that can be read one way
    /// only, such as `20/5/2025`, is read so.
    ///
    /// ```
    /// let parser = nutgraf::Parser::builder().day_first(true).build()?;
    /// let article = parser.parse("It was signed on 4/5/2025.");
    /// assert_eq!(article.dates().next().unwrap().date().unwrap().to_string(), "2025-05-04");
    /// # Ok::<(), nutgraf::Error>(())
    /// ```
    #[must_use]
    pub fn day_first(mut self, day_first: bool) -> Self {
        self.options.day_order = Some(if day_first { DayOrder::DayFirst } else { DayOrder::MonthFirst });
        self
    }

    /// Adds a word or phrase that reports what is said, and behaves like one of the library's own cues: `skeeted` like
    /// `wrote`, `went on record` like `said`. Each form is added by itself.
    ///
    /// All words that are added are found however they are capitalised, and with hyphens for spaces. What the library
    /// knows anyhow gets the new meaning. Nothing is checked before [`ParserBuilder::build`].
    ///
    /// ```
    /// let parser = nutgraf::Parser::builder().cue("skeeted", "wrote").build()?;
    /// let article = parser.parse("Ms. Ortega skeeted that the mayor had resigned.");
    /// let quote = article.quotes().next().unwrap();
    /// assert_eq!(quote.cue().unwrap().text(), "skeeted");
    /// assert_eq!(quote.cue().unwrap().lemma(), "write");
    /// # Ok::<(), nutgraf::Error>(())
    /// ```
    #[must_use]
    pub fn cue(self, form: &str, like: &str) -> Self {
        self.word(form, Meaning::Cue { like: like.to_owned() })
    }

    /// Adds a title that stands before names, and behaves like one of the library's own: `Landeshauptmann` like
    /// `governor`.
    ///
    /// ```
    /// let parser = nutgraf::Parser::builder().title("Landeshauptmann", "governor").build()?;
    /// let article = parser.parse("“We are ready,” Landeshauptmann Josef Brandl said.");
    /// let speaker = article.speakers().next().unwrap();
    /// assert_eq!((speaker.name(), speaker.role()), ("Josef Brandl", Some("Landeshauptmann")));
    /// # Ok::<(), nutgraf::Error>(())
    /// ```
    #[must_use]
    pub fn title(self, form: &str, like: &str) -> Self {
        self.word(form, Meaning::Title { like: like.to_owned() })
    }

    /// Adds an abbreviation whose full stop ends no sentence.
    ///
    /// ```
    /// let parser = nutgraf::Parser::builder().abbreviation("Abt.").build()?;
    /// let article = parser.parse("He leads Abt. Nord of the agency. It is small.");
    /// assert_eq!(article.sentences().len(), 2);
    /// # Ok::<(), nutgraf::Error>(())
    /// ```
    #[must_use]
    pub fn abbreviation(self, form: &str) -> Self {
        self.word(form, Meaning::Abbreviation)
    }

    /// Adds a unit: as it is written, its name in the singular and what it measures. With the name of one of the library's
    /// own units it is another way of writing that one; a kind is then not needed, and without it any other unit is of
    /// [`UnitKind::Other`].
    ///
    /// ```
    /// use nutgraf::{Parser, UnitKind};
    ///
    /// let parser = Parser::builder()
    ///     .unit("smoots", "smoot", UnitKind::Length)
    ///     .unit("klicks", "kilometer", None)
    ///     .build()?;
    /// let article = parser.parse("The bridge is 364 smoots long. The camp is 12 klicks away.");
    /// let units: Vec<_> = article.claims().filter_map(|claim| claim.quantity().unit()).collect();
    /// assert_eq!((units[0].name(), units[0].kind()), ("smoot", UnitKind::Length));
    /// assert_eq!((units[1].name(), units[1].symbol()), ("kilometer", Some("km")));
    /// # Ok::<(), nutgraf::Error>(())
    /// ```
    #[must_use]
    pub fn unit(self, form: &str, name: &str, kind: impl Into<Option<UnitKind>>) -> Self {
        self.word(form, Meaning::Unit { name: name.to_owned(), kind: kind.into() })
    }

    /// Adds a way of writing a currency, with its ISO 4217 code. A currency whose code the library does not know is named by
    /// the first form that is given for it.
    ///
    /// ```
    /// let parser = nutgraf::Parser::builder().currency("bucks", "USD").currency("quatloo", "XQT").build()?;
    /// let article = parser.parse("The book costs 12 bucks. He bet 400 quatloo on it.");
    /// let units: Vec<_> = article.claims().filter_map(|claim| claim.quantity().unit()).collect();
    /// assert_eq!((units[0].name(), units[0].symbol()), ("US dollar", Some("USD")));
    /// assert_eq!((units[1].name(), units[1].symbol()), ("quatloo", Some("XQT")));
    /// # Ok::<(), nutgraf::Error>(())
    /// ```
    #[must_use]
    pub fn currency(self, form: &str, code: &str) -> Self {
        self.word(form, Meaning::Currency { code: code.to_owned() })
    }

    fn word(mut self, form: &str, meaning: Meaning) -> Self {
        self.words.push(Given { form: form.to_owned(), meaning });
        self
    }

    /// Checks the options.
    ///
    /// # Errors
    /// [`Error::Date`] when the calendar does not have the day given to [`ParserBuilder::published`],
    /// [`Error::Confidence`] when [`ParserBuilder::min_confidence`] was given something that is not in 0 to 1, and
    /// [`Error::Word`] for the first of the caller's own words that does not fit.
    pub fn build(self) -> Result<Parser, Error> {
        let mut options = self.options;
        if let Some((year, month, day)) = self.published {
            let found = || Error::Date { found: format!("{year:04}-{month:02}-{day:02}") };
            options.published = Some(Day::new(year, month, day).ok_or_else(found)?);
        }
        options.words = words::check(&self.words)?;
        if let Some(least) = self.min_confidence {
            if !(0.0..=1.0).contains(&least) {
                return Err(Error::Confidence { found: least.to_string() });
            }
            // Confidences are kept in hundredths: the next at or above, but for what `f32` adds to 0.07.
            options.least_confidence = (least * 100.0 - 1e-3).ceil() as u8;
        }
        Ok(Parser { options, pool: Pool::default() })
    }
}

/// Reads a text, stage by stage.
#[inline(never)]
pub(crate) fn read<'t>(options: &Options, text: &'t str, scratch: &mut Scratch) -> Article<'t> {
    let mut diagnostics = Vec::new();
    let text = cut(text, &mut diagnostics);
    let Options { published, stages, day_order, least_confidence, .. } = *options;
    let mut scan = Scan::read(text, &mut scratch.scan);
    if let Some(words) = &options.words {
        scan.mark_own(words);
    }
    let mut article = Article::new(Cow::Borrowed(text));
    language::check(&scan, &mut article.language, &mut diagnostics);
    let layout = if stages.has(Stage::Layout) {
        layout::read(&scan, day_order, &mut scratch.layout)
    } else {
        layout::body(&scan)
    };
    let sentences = sentence::split(&scan, &layout.blocks, scratch.sentences.lend());
    let reference = published.or_else(|| layout.reference());
    let dates = if stages.has(Stage::Dates) || stages.has(Stage::Claims) {
        let runs = sentences.iter().map(SentenceData::range);
        date::find(&scan, runs, reference, day_order.unwrap_or_default(), &mut scratch.dates)
    } else {
        Vec::new()
    };
    if stages.has(Stage::Quotes) || stages.has(Stage::Claims) {
        let mut mentions = mention::find(&scan, &sentences, &mut scratch.mention);
        let prose = Prose { scan: &scan, layout: &layout, sentences: &sentences };
        let quoted =
            quote::find(prose, &mut mentions, least_confidence, &mut diagnostics, &mut scratch.quote);
        if stages.has(Stage::Claims) {
            let runs = sentences.iter().map(SentenceData::range);
            let mut quantities = Quantities::new(&scan, runs, &mut scratch.number);
            let mut claims = Claims::new(prose, &mentions, &quoted, &dates, &mut scratch.claim);
            loop {
                let found = quantities.read(&mut diagnostics);
                if found.is_empty() {
                    break;
                }
                claims.take(found);
            }
            article.claims = claims.finish();
        }
        article.quotes = quoted.quotes;
        article.speakers = quoted.speakers;
    }
    article.dates = dates;
    article.sentences = sentences.iter().map(|sentence| sentence.span(&scan)).collect();
    article.set_layout(layout);
    sort(&mut diagnostics);
    article.diagnostics = diagnostics;
    article.keep(stages);
    #[cfg(any(test, feature = "invariants"))]
    debug_assert_eq!(crate::invariants::check(&article), Ok(()), "the article is not well-formed");
    article
}

/// Diagnostics in the order of the text.
fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by_key(|diagnostic| (diagnostic.span.start(), diagnostic.span.end()));
}

/// Bytes as text, and where what is not UTF-8 was replaced.
fn replace(bytes: &[u8]) -> (String, Vec<Range<usize>>) {
    let mut text = String::with_capacity(bytes.len());
    let mut replaced: Vec<Range<usize>> = Vec::new();
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if chunk.invalid().is_empty() {
            continue;
        }
        let start = text.len();
        text.push(char::REPLACEMENT_CHARACTER);
        match replaced.last_mut() {
            Some(last) if last.end == start => last.end = text.len(),
            _ => replaced.push(start..text.len()),
        }
    }
    (text, replaced)
}

/// The first 4 GiB of a text, less what of its last character lies beyond.
fn cut<'t>(text: &'t str, diagnostics: &mut Vec<Diagnostic>) -> &'t str {
    if u32::try_from(text.len()).is_ok() {
        return text;
    }
    let mut end = u32::MAX as usize;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    diagnostics.push(Diagnostic { kind: DiagnosticKind::Truncated, span: Span::new(end as u32, end as u32) });
    &text[..end]
}
