//! Whole articles, as they are read: each block with what was found in it printed underneath.
//!
//! `INSTA_UPDATE=always cargo test -p nutgraf --test articles` rewrites the snapshots; read the difference before you
//! commit it.

use nutgraf::{Article, Day, Parser, Span};
use std::fmt::Write as _;
use std::path::Path;

/// The day against which a sample article is read: the third column of the folder's README.
fn published(file: &str) -> Day {
    let row =
        include_str!("articles/README.md").lines().find(|line| line.starts_with(&format!("| `{file}` |")));
    let row = row.unwrap_or_else(|| panic!("{file} has no row in tests/articles/README.md"));
    row.split('|').nth(3).unwrap().trim().parse().unwrap()
}

/// What was found in a block, in text order.
fn found(article: &Article<'_>, block: Span) -> Vec<(u32, String)> {
    let mut lines = Vec::new();
    let here = |span: Span| block.contains_offset(span.start());
    for quote in article.quotes().filter(|quote| here(quote.content()[0])) {
        let speaker = quote.speaker().map_or("unknown".to_owned(), |speaker| {
            let (mention, name) = (speaker.text(), speaker.name());
            if mention == name { name.to_owned() } else { format!("{name} (“{mention}”)") }
        });
        let cue = quote.cue().map_or("-", |cue| cue.text());
        let to = quote.addressee().map_or(String::new(), |addressee| format!(" to {}", addressee.name()));
        lines.push((
            quote.content()[0].start(),
            format!("{} by {speaker} | {cue}{to} | {}", quote.kind(), quote.text().replace('\n', " ")),
        ));
    }
    for claim in article.claims().filter(|claim| here(claim.quantity().span())) {
        let quantity = claim.quantity();
        let number = match quantity.value() {
            Some(value) => value.to_string(),
            None => {
                let side =
                    |side: Option<nutgraf::Number>| side.map_or("…".to_owned(), |side| side.to_string());
                format!("{} to {}", side(quantity.low()), side(quantity.high()))
            }
        };
        let mut line = format!("claim {} {number}", quantity.comparator());
        if let Some(unit) = quantity.unit() {
            write!(line, " [{}]", unit.name()).unwrap();
        }
        if let Some(trend) = quantity.trend() {
            write!(line, " {trend}").unwrap();
        }
        if let Some(subject) = claim.subject() {
            write!(line, " of {}", subject.text()).unwrap();
        }
        if let Some(claimant) = claim.claimant() {
            write!(line, " by {}", claimant.name()).unwrap();
        }
        if let Some(date) = claim.date() {
            write!(line, " in {}", date.text()).unwrap();
        }
        lines.push((quantity.span().start(), line.replace('\n', " ")));
    }
    for date in article.dates().filter(|date| here(date.span())) {
        let value = date.date().map_or("unknown".to_owned(), |value| value.to_string());
        lines.push((date.span().start(), format!("date {value} ({}) | {}", date.granularity(), date.text())));
    }
    lines.sort();
    lines
}

fn rendered(article: &Article<'_>) -> String {
    let mut out = String::new();
    if let Some(headline) = article.headline() {
        writeln!(out, "headline: {}", headline.text()).unwrap();
    }
    if let Some(byline) = article.byline() {
        let authors: Vec<&str> = byline.authors().map(|author| author.text()).collect();
        writeln!(out, "authors: {}", authors.join(" | ")).unwrap();
    }
    if let Some(dateline) = article.dateline() {
        let agency = dateline.agency().unwrap_or("-");
        let date = dateline.date().map_or("-".to_owned(), |date| date.to_string());
        writeln!(out, "dateline: {} | {agency} | {date}", dateline.place()).unwrap();
    }
    if let Some(published) = article.published() {
        let show =
            |moment: Option<nutgraf::Moment>| moment.map_or("-".to_owned(), |moment| moment.to_string());
        writeln!(out, "published: {} | updated {}", show(published.date()), show(published.updated()))
            .unwrap();
    }
    for (number, section) in article.sections().enumerate() {
        let heading = section.heading().map_or("-", |heading| heading.text());
        writeln!(out, "section {number}: {:?} {heading}", section.blocks()).unwrap();
    }
    for (number, speaker) in article.speakers().enumerate() {
        let role = speaker.role().map_or(String::new(), |role| format!(", {role}"));
        writeln!(out, "speaker {number}: {} ({}{role})", speaker.name(), speaker.kind()).unwrap();
    }
    for block in article.blocks() {
        writeln!(out, "\n[{}]", block.kind()).unwrap();
        let mut sentences =
            article.sentences().filter(|sentence| block.span().contains(sentence.span())).peekable();
        if sentences.peek().is_none() {
            writeln!(out, "{}", block.text()).unwrap();
        }
        for sentence in sentences {
            writeln!(out, "{}", sentence.text()).unwrap();
        }
        for (_, line) in found(article, block.span()) {
            writeln!(out, "    {line}").unwrap();
        }
    }
    for diagnostic in article.diagnostics() {
        writeln!(out, "\n{}: {:?}", diagnostic.kind(), diagnostic.span()).unwrap();
    }
    out
}

#[test]
fn sample_articles_are_read_as_they_were() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    assert!(paths.len() >= 12);
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for path in paths {
            let text = std::fs::read_to_string(&path).unwrap();
            let name = path.file_stem().unwrap().to_str().unwrap();
            let parser = Parser::new().with_published(Some(published(&format!("{name}.txt"))));
            insta::assert_snapshot!(name, rendered(&parser.parse(&text)));
        }
    });
}
