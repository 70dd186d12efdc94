//! Prints what nutgraf reads in a news article: headline, sections, who said what, who claims which number.
//!
//! ```text
//! cargo run --release --example report -- [FILE] [--published YYYY-MM-DD] [--json]
//! ```
//!
//! Without a file it reads a sample article that is compiled in; `-` is standard input. `--json` prints FORMAT.md JSON
//! and needs the feature `serde`.

use nutgraf::{Article, Claim, Comparator, Day, Parser, Quantity, Quote};
use std::error::Error;
use std::fmt::Write as _;
use std::io::{IsTerminal, Read, Write, stdin, stdout};

/// Columns of the screen.
const WIDTH: usize = 80;
const SAMPLE: &str = include_str!("../tests/articles/wire-ferry.txt");

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::read(std::env::args().skip(1))?;
    let text = match arguments.file.as_deref() {
        None => SAMPLE.to_owned(),
        Some("-") => {
            let mut text = String::new();
            stdin().read_to_string(&mut text)?;
            text
        }
        Some(path) => std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?,
    };
    let article = Parser::new().with_published(arguments.published).parse(&text);
    let out = if arguments.json { json(&article)? } else { report(&article, stdout().is_terminal()) };
    match stdout().write_all(out.as_bytes()) {
        // The reader of a pipe may have seen enough.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        other => Ok(other?),
    }
}

#[derive(Default)]
struct Arguments {
    file: Option<String>,
    published: Option<Day>,
    json: bool,
}

impl Arguments {
    fn read(mut given: impl Iterator<Item = String>) -> Result<Self, Box<dyn Error>> {
        let mut arguments = Self::default();
        while let Some(argument) = given.next() {
            match argument.as_str() {
                "--published" => {
                    let day = given.next().ok_or("--published needs a date, YYYY-MM-DD")?;
                    arguments.published = Some(day.parse()?);
                }
                "--json" => arguments.json = true,
                flag if flag.starts_with("--") => {
                    let usage = "usage: report [FILE] [--published YYYY-MM-DD] [--json]";
                    return Err(format!("no option {flag}; {usage}").into());
                }
                _ if arguments.file.is_none() => arguments.file = Some(argument),
                _ => return Err("one file at a time".into()),
            }
        }
        Ok(arguments)
    }
}

#[allow(clippy::unnecessary_wraps)]
#[cfg(feature = "serde")]
fn json(article: &Article<'_>) -> Result<String, Box<dyn Error>> {
    Ok(article.to_json(nutgraf::Offsets::Bytes) + "\n")
}

// As with the feature, where the report may fail.
#[allow(clippy::unnecessary_wraps)]
#[cfg(not(feature = "serde"))]
fn json(_article: &Article<'_>) -> Result<String, Box<dyn Error>> {
    Err("--json needs the feature serde: cargo run --release --features serde --example report -- --json"
        .into())
}

fn report(article: &Article<'_>, colour: bool) -> String {
    let mut page = Page { out: String::new(), colour: colour && std::env::var_os("NO_COLOR").is_none() };
    page.head(article);
    page.sections(article);
    page.table("Quotes", &[("Speaker", 22), ("Cue", 14), ("Words", 0)], article.quotes().map(quote_row));
    page.table(
        "Claims",
        &[("Who", 18), ("What", 24), ("Value", 15), ("Unit", 0)],
        article.claims().map(claim_row),
    );
    for diagnostic in article.diagnostics() {
        let span = diagnostic.span();
        let message = diagnostic.message().trim_end_matches('.');
        for row in wrapped(&format!("{message}: bytes {}..{}", span.start(), span.end()), WIDTH) {
            page.line(&row);
        }
    }
    page.out
}

fn quote_row(quote: Quote<'_>) -> Vec<String> {
    let speaker = quote.speaker().map_or("unknown", |speaker| speaker.name());
    let cue = quote.cue().map_or("", |cue| cue.text());
    vec![speaker.to_owned(), cue.to_owned(), quote.text().into_owned()]
}

fn claim_row(claim: Claim<'_>) -> Vec<String> {
    let who = claim.claimant().map_or("the article", |claimant| claimant.name());
    let what = claim.subject().map_or("", |subject| subject.text());
    let unit = claim.quantity().unit().map_or("", |unit| unit.name());
    vec![who.to_owned(), what.to_owned(), value(claim.quantity()), unit.to_owned()]
}

/// A number as a reader writes it: `> 730`, `up 3`, `10 to 15`.
fn value(quantity: Quantity<'_>) -> String {
    let mut out = String::new();
    if quantity.comparator() != Comparator::Equal {
        let _ = write!(out, "{} ", quantity.comparator());
    }
    if let Some(trend) = quantity.trend() {
        let _ = write!(out, "{trend} ");
    }
    let _ = match (quantity.value(), quantity.low(), quantity.high()) {
        (Some(value), ..) => write!(out, "{value}"),
        (None, Some(low), Some(high)) => write!(out, "{low} to {high}"),
        (None, Some(low), None) => write!(out, "from {low}"),
        (None, None, Some(high)) => write!(out, "to {high}"),
        (None, None, None) => Ok(()),
    };
    out
}

struct Page {
    out: String,
    colour: bool,
}

impl Page {
    fn line(&mut self, text: &str) {
        self.out.push_str(text.trim_end());
        self.out.push('\n');
    }

    fn bold(&mut self, text: &str) {
        if self.colour { self.line(&format!("\x1b[1m{text}\x1b[0m")) } else { self.line(text) }
    }

    fn head(&mut self, article: &Article<'_>) {
        if let Some(headline) = article.headline() {
            for row in wrapped(headline.text(), WIDTH) {
                self.bold(&row);
            }
        }
        let mut parts = Vec::new();
        if let Some(byline) = article.byline() {
            let authors: Vec<&str> = byline.authors().map(|author| author.text()).collect();
            parts.push(format!("by {}", authors.join(", ")));
        }
        if let Some(dateline) = article.dateline() {
            let agency = dateline.agency().map_or(String::new(), |agency| format!(" ({agency})"));
            parts.push(format!("{}{agency}", dateline.place()));
        }
        if let Some(published) = article.published() {
            parts.extend(published.date().map(|date| format!("published {date}")));
            parts.extend(published.updated().map(|date| format!("updated {date}")));
        }
        for row in wrapped(&parts.join(" · "), WIDTH) {
            self.line(&row);
        }
        self.line("");
    }

    fn sections(&mut self, article: &Article<'_>) {
        self.bold("Sections");
        for section in article.sections() {
            let heading = section.heading().map_or("(opening)", |heading| heading.text());
            let blocks = section.blocks().len();
            let plural = if blocks == 1 { "" } else { "s" };
            self.line(&format!("  {}  {blocks} block{plural}", fitted(heading, WIDTH - 14)));
        }
        self.line("");
    }

    /// A table whose last column takes what is left of the width.
    fn table(
        &mut self,
        title: &str,
        columns: &[(&str, usize)],
        rows: impl ExactSizeIterator<Item = Vec<String>>,
    ) {
        self.bold(&format!("{title} ({})", rows.len()));
        let used: usize = columns.iter().map(|(_, width)| width + 2).sum();
        let width = |width: usize| if width == 0 { WIDTH - used } else { width };
        let mut row = |cells: &mut dyn Iterator<Item = &str>| {
            let mut line = String::from("  ");
            for (cell, (_, columns)) in cells.zip(columns) {
                line.push_str(&fitted(cell, width(*columns)));
                line.push_str("  ");
            }
            self.line(&line);
        };
        row(&mut columns.iter().map(|(name, _)| *name));
        for cells in rows {
            row(&mut cells.iter().map(String::as_str));
        }
        self.line("");
    }
}

/// `text` with a replacement for what would steer the screen: control characters, and those that turn the direction.
fn harmless(text: &str) -> String {
    let steers = |c: char| {
        c.is_control()
            || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.replace(steers, "\u{fffd}")
}

/// `text` on one line, cut or filled to `width` characters.
fn fitted(text: &str, width: usize) -> String {
    let text = text.split_whitespace().map(harmless).collect::<Vec<_>>().join(" ");
    if text.chars().count() <= width {
        return format!("{text:width$}");
    }
    let kept: String = text.chars().take(width.saturating_sub(1)).collect();
    format!("{kept}…")
}

/// `text` in rows of at most `width` characters, broken between words.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for word in text.split_whitespace().map(harmless) {
        match rows.last_mut() {
            Some(row) if row.chars().count() + 1 + word.chars().count() <= width => {
                row.push(' ');
                row.push_str(&word);
            }
            _ => rows.push(word),
        }
    }
    rows
}
