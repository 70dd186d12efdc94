//! Who is who: the speakers' names in the sample articles beside those annotated by hand in `who/gold.tsv`.

use nutgraf::{Article, Parser};
use std::collections::HashMap;
use std::fmt::Write as _;
use std::ops::Range;

/// Of all mentions, so many in a hundred must get the right name.
const ACCURACY: usize = 90;
/// Of the names given, so many in a hundred must be right.
const PRECISION: usize = 95;

struct Row<'g> {
    article: &'g str,
    context: &'g str,
    mention: &'g str,
    names: Vec<&'g str>,
}

fn gold() -> Vec<Row<'static>> {
    let lines = include_str!("who/gold.tsv").lines().filter(|line| !line.starts_with('#'));
    let row = |line: &'static str| match line.split('\t').collect::<Vec<_>>()[..] {
        [article, context, mention, names] => {
            Row { article, context, mention, names: names.split(';').collect() }
        }
        _ => panic!("a line of four columns was expected, found {line:?}"),
    };
    lines.map(row).collect()
}

/// Where the mention stands: the first such words of the context.
fn place(text: &str, row: &Row<'_>) -> Range<usize> {
    let mut places = text.match_indices(row.context).map(|(at, _)| at);
    let (Some(context), None) = (places.next(), places.next()) else {
        panic!("{:?} must occur once in {}", row.context, row.article);
    };
    let letter = |side: Option<char>| side.is_some_and(char::is_alphanumeric);
    let alone = |at: &usize| {
        let (before, behind) = (&row.context[..*at], &row.context[at + row.mention.len()..]);
        !letter(before.chars().next_back()) && !letter(behind.chars().next())
    };
    let at = row.context.match_indices(row.mention).map(|(at, _)| at).find(alone);
    let start = context + at.unwrap_or_else(|| panic!("{:?} must stand in {:?}", row.mention, row.context));
    start..start + row.mention.len()
}

/// The name that the article gives the speaker at a place; none for a pronoun that it does not settle.
fn name(article: &Article<'_>, place: &Range<usize>) -> Option<String> {
    let overlaps = |span: Range<usize>| span.start < place.end && place.start < span.end;
    let speaker = article
        .quotes()
        .filter_map(|quote| quote.speaker())
        .find(|speaker| overlaps(speaker.span().range()))?;
    let settled = ["he", "she", "it", "they", "who"]
        .iter()
        .all(|pronoun| !speaker.name().eq_ignore_ascii_case(pronoun));
    settled.then(|| speaker.name().split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn speakers_get_their_names() {
    let parser = Parser::new();
    let (mut right, mut given, mut all) = (0, 0, 0);
    let mut texts = HashMap::new();
    let mut misses = String::new();
    for row in gold() {
        let text = texts.entry(row.article).or_insert_with(|| {
            let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
            std::fs::read_to_string(folder.join(row.article).with_extension("txt")).unwrap()
        });
        let found = name(&parser.parse(text), &place(text, &row));
        let fits = found
            .as_ref()
            .is_some_and(|found| row.names.iter().any(|name| name.to_lowercase() == found.to_lowercase()));
        all += 1;
        given += usize::from(found.is_some());
        right += usize::from(fits);
        if !fits {
            writeln!(misses, "{}: {:?}: {found:?}, not {:?}", row.article, row.context, row.names).unwrap();
        }
    }
    assert!(right * 100 >= ACCURACY * all, "{right} of {all} mentions are right:\n{misses}");
    assert!(right * 100 >= PRECISION * given, "{right} of {given} names are right:\n{misses}");
}
