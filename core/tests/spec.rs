//! Accepted and rejected examples, a file a topic under `tests/spec/`.
//!
//! A case is a line of text (`\n` stands for a line break), then what the library finds in it, a line an item behind
//! `=>`. `=> nothing (reason)` says that there is nothing to find, and why. A line `published: 2025-05-11` sets the
//! article's date for the cases below it. Lines that begin with `#` are comments.
//!
//! The part of the file's name before the first dot or hyphen is what is looked for: `claims-money.txt` shows claims.

use nutgraf::{Article, Parser, Stage};
use std::fmt::Write as _;
use std::path::Path;

/// How the items of a topic are shown.
type Show = fn(&Article<'_>) -> Vec<String>;

fn topic(name: &str) -> Option<(&'static [Stage], Show)> {
    const ALL: &[Stage] = &[Stage::Layout, Stage::Sentences, Stage::Quotes, Stage::Claims, Stage::Dates];
    Some(match name {
        "sentences" => (&[Stage::Sentences], sentences),
        "quotes" => (&[Stage::Quotes], quotes),
        "speakers" => (&[Stage::Quotes], speakers),
        "claims" => (&[Stage::Claims, Stage::Quotes, Stage::Dates], claims),
        "dates" => (&[Stage::Dates], dates),
        "blocks" => (ALL, blocks),
        "fields" => (ALL, fields),
        _ => return None,
    })
}

fn sentences(article: &Article<'_>) -> Vec<String> {
    article.sentences().map(|sentence| sentence.text().to_owned()).collect()
}

/// Kind, speaker's name, cue, content.
fn quotes(article: &Article<'_>) -> Vec<String> {
    let show = |quote: nutgraf::Quote<'_>| {
        let speaker = quote.speaker().map_or("-", |speaker| speaker.name());
        let cue = quote.cue().map_or("-", |cue| cue.text());
        let to = quote.addressee().map_or(String::new(), |addressee| format!(" (to {})", addressee.text()));
        format!("{} | {speaker} | {cue}{to} | {}", quote.kind(), quote.text())
    };
    article.quotes().map(show).collect()
}

/// Mention, name, kind, role, of the speaker of each quote.
fn speakers(article: &Article<'_>) -> Vec<String> {
    let show = |quote: nutgraf::Quote<'_>| {
        quote.speaker().map(|mention| {
            let speaker = article.speakers().nth(mention.id().unwrap()).unwrap();
            let role = speaker.role().map_or(String::new(), |role| format!(" | {role}"));
            format!("{} | {} | {}{role}", mention.text(), speaker.name(), speaker.kind())
        })
    };
    article.quotes().filter_map(show).collect()
}

/// Quantity as written, comparator and value, unit, trend; then what follows where it is there: subject, claimant, date.
fn claims(article: &Article<'_>) -> Vec<String> {
    let show = |claim: nutgraf::Claim<'_>| {
        let quantity = claim.quantity();
        let mut out = format!("{} | ", quantity.text());
        if quantity.comparator() != nutgraf::Comparator::Equal {
            write!(out, "{} ", quantity.comparator()).unwrap();
        }
        match quantity.value() {
            Some(value) => write!(out, "{value}").unwrap(),
            None => {
                let side =
                    |side: Option<nutgraf::Number>| side.map_or(String::new(), |side| side.to_string());
                write!(out, "{}..{}", side(quantity.low()), side(quantity.high())).unwrap();
            }
        }
        if let Some(unit) = quantity.unit() {
            write!(out, " {}", unit.name()).unwrap();
        }
        if let Some(trend) = quantity.trend() {
            write!(out, " {trend}").unwrap();
        }
        if let Some(subject) = claim.subject() {
            write!(out, " | of {}", subject.text()).unwrap();
        }
        if let Some(claimant) = claim.claimant() {
            write!(out, " | by {}", claimant.name()).unwrap();
        }
        if let Some(date) = claim.date() {
            write!(out, " | in {}", date.text()).unwrap();
        }
        out
    };
    article.claims().map(show).collect()
}

/// The date as written, what it means, granularity.
fn dates(article: &Article<'_>) -> Vec<String> {
    let show = |date: nutgraf::DateMention<'_>| {
        let value = date.date().map_or("-".to_owned(), |value| value.to_string());
        format!("{} | {value} | {}", date.text(), date.granularity())
    };
    article.dates().map(show).collect()
}

/// Kind and text of each block, line breaks as `\n`.
fn blocks(article: &Article<'_>) -> Vec<String> {
    let show =
        |block: nutgraf::Block<'_>| format!("{} | {}", block.kind(), block.text().replace('\n', "\\n"));
    article.blocks().map(show).collect()
}

/// Headline, authors, dateline, published and updated.
fn fields(article: &Article<'_>) -> Vec<String> {
    let mut out = Vec::new();
    out.extend(article.headline().map(|headline| format!("headline | {}", headline.text())));
    if let Some(byline) = article.byline() {
        let authors: Vec<&str> = byline.authors().map(|author| author.text()).collect();
        out.push(format!("byline | {}", authors.join("; ")));
    }
    if let Some(dateline) = article.dateline() {
        let mut line = format!("dateline | {}", dateline.place());
        dateline.agency().into_iter().for_each(|agency| write!(line, " | {agency}").unwrap());
        dateline.date().into_iter().for_each(|date| write!(line, " | {date}").unwrap());
        out.push(line);
    }
    if let Some(published) = article.published() {
        let show =
            |moment: Option<nutgraf::Moment>| moment.map_or("-".to_owned(), |moment| moment.to_string());
        out.push(format!("published | {} | {}", show(published.date()), show(published.updated())));
    }
    out
}

/// Runs the cases of a file; what differs, and how many cases there are.
fn run(path: &Path) -> (Vec<String>, usize) {
    let name = path.file_stem().unwrap().to_str().unwrap();
    let head = name.split(['-', '.']).next().unwrap();
    let (stages, show) = topic(head).unwrap_or_else(|| panic!("{name}: no topic {head:?}"));
    let source = std::fs::read_to_string(path).unwrap();
    let mut published = None;
    let (mut wrong, mut cases) = (Vec::new(), 0);
    let mut lines = source.lines().enumerate().peekable();
    while let Some((number, line)) = lines.next() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(date) = line.strip_prefix("published:") {
            published = Some(date.trim().parse().unwrap());
            continue;
        }
        let mut wanted = Vec::new();
        while let Some((_, item)) = lines.next_if(|(_, line)| line.trim_start().starts_with("=>")) {
            wanted.push(item.trim_start().trim_start_matches("=>").trim().to_owned());
        }
        assert!(!wanted.is_empty(), "{name}:{}: a case without a result: {line}", number + 1);
        if wanted[0].starts_with("nothing") {
            assert!(
                wanted[0].starts_with("nothing (") && wanted.len() == 1,
                "{name}:{}: give the reason",
                number + 1
            );
            wanted.clear();
        }
        cases += 1;
        let text = line.replace("\\n", "\n");
        let parser = Parser::builder().only(stages).build().unwrap().with_published(published);
        let found = show(&parser.parse(&text));
        if found != wanted {
            wrong.push(format!("{name}:{}: {line}\n  wanted {wanted:#?}\n  found {found:#?}", number + 1));
        }
    }
    assert!(cases > 0, "{name} has no case");
    (wrong, cases)
}

#[test]
fn every_case_is_read_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let (mut wrong, mut cases) = (Vec::new(), 0);
    for path in files.iter().filter(|path| path.extension().is_some_and(|extension| extension == "txt")) {
        let (more, count) = run(path);
        wrong.extend(more);
        cases += count;
    }
    assert!(cases > 0, "no cases");
    assert!(wrong.is_empty(), "{} of {cases} cases differ:\n{}", wrong.len(), wrong.join("\n"));
}
