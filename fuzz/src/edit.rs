//! A paragraph of a real article is edited: what lies in the others stays as it is.

use arbitrary::Unstructured;
use nutgraf::{Article, Parser, Span, Stage};

/// What a paragraph holds by itself. Who is who, and whether a line is article, hang on the whole text and are left out.
#[derive(PartialEq, Debug)]
struct Paragraph {
    text: String,
    sentences: Vec<String>,
    dates: Vec<String>,
    quantities: Vec<(String, Option<String>)>,
}

/// Chooses an article, a place in it and what is done there; what is left of the bytes is the text that is inserted.
pub fn run(bytes: &[u8]) {
    let mut input = Unstructured::new(bytes);
    let articles = crate::seeds::articles();
    let Ok(chosen) = input.choose_index(articles.len()) else { return };
    let lines: Vec<&str> = articles[chosen].lines().collect();
    let (Ok(line), Ok(way)) = (input.choose_index(lines.len()), input.int_in_range(0..=2)) else { return };
    let Ok([from, to]) = input.arbitrary::<[u16; 2]>() else { return };
    let old = lines[line];
    let [from, to] = [from, to].map(|at| boundary(old, usize::from(at) % (old.len() + 1)));
    let (from, to) = (from.min(to), from.max(to));
    let inserted: String =
        String::from_utf8_lossy(input.take_rest()).split_whitespace().collect::<Vec<_>>().join(" ");
    let edited = match way {
        0 => format!("{}{inserted}{}", &old[..from], &old[from..]),
        1 => format!("{}{}", &old[..from], &old[to..]),
        _ => format!("{}{}", &old[..to], &old[from..]),
    };
    // A line of its own changes nothing around it either, but it must stay one.
    if edited
        .chars()
        .any(|c| matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'))
    {
        return;
    }
    let before = read(&lines);
    let mut after = lines.clone();
    after[line] = &edited;
    let after = read(&after);
    let others = |paragraphs: Vec<Paragraph>| -> Vec<Paragraph> {
        paragraphs.into_iter().filter(|paragraph| paragraph.text != old && paragraph.text != edited).collect()
    };
    assert_eq!(others(after), others(before), "an edit of {old:?} to {edited:?} changes another paragraph");
}

fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn read(lines: &[&str]) -> Vec<Paragraph> {
    let text = lines.join("\n");
    let parser = Parser::builder().only(&[Stage::Sentences, Stage::Quotes, Stage::Claims, Stage::Dates]);
    let article = parser.published(2025, 5, 11).build().expect("the calendar has that day").parse(&text);
    crate::check(&article);
    let mut start = 0;
    lines
        .iter()
        .map(|line| {
            let span = Span::new(start, start + line.len() as u32);
            start = span.end() + 1;
            paragraph(&article, line, span)
        })
        .collect()
}

fn paragraph(article: &Article<'_>, text: &str, span: Span) -> Paragraph {
    let within = |part: Span| span.contains(part);
    Paragraph {
        text: text.to_owned(),
        sentences: article
            .sentences()
            .filter(|part| within(part.span()))
            .map(|part| part.text().to_owned())
            .collect(),
        dates: article
            .dates()
            .filter(|date| within(date.span()))
            .map(|date| date.text().to_owned())
            .collect(),
        quantities: article
            .claims()
            .map(|claim| claim.quantity())
            .filter(|quantity| within(quantity.span()))
            .map(|quantity| (quantity.text().to_owned(), quantity.value().map(|value| value.to_string())))
            .collect(),
    }
}
