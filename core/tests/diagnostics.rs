//! What is said to be odd in a text: of which kind it is, and where.

use nutgraf::{DiagnosticKind, parse};

/// The marks that have no partner: whether they open, and where they stand.
fn unpaired(text: &str) -> Vec<(DiagnosticKind, usize)> {
    let article = parse(text);
    let marks = [DiagnosticKind::UnclosedQuotation, DiagnosticKind::UnopenedQuotation];
    let found = article.diagnostics().iter().filter(|diagnostic| marks.contains(&diagnostic.kind()));
    found.map(|diagnostic| (diagnostic.kind(), diagnostic.span().start() as usize)).collect()
}

/// Asserts that the marks at these places, counted among those of the text, and no others, have no partner.
fn assert_unpaired(text: &str, kind: DiagnosticKind, marks: &[usize]) {
    let places: Vec<usize> = text.match_indices(['“', '”', '"']).map(|(at, _)| at).collect();
    let wanted: Vec<_> = marks.iter().map(|mark| (kind, places[*mark])).collect();
    assert_eq!(unpaired(text), wanted, "{text}");
}

#[test]
fn an_open_mark_that_nothing_closes() {
    assert_unpaired("The mayor said, “It is safe. She left.", DiagnosticKind::UnclosedQuotation, &[0]);
    assert_unpaired("The mayor said, \"It is safe. She left.", DiagnosticKind::UnclosedQuotation, &[0]);
}

#[test]
fn a_mark_that_closes_nothing() {
    assert_unpaired("It is safe,” the mayor said. She left.", DiagnosticKind::UnopenedQuotation, &[0]);
    assert_unpaired("“It is safe,” the mayor said” and left.", DiagnosticKind::UnopenedQuotation, &[2]);
}

#[test]
fn of_two_open_marks_the_first_is_stray() {
    let text = "“It is safe, the mayor said. “We looked at it twice.”";
    assert_unpaired(text, DiagnosticKind::UnclosedQuotation, &[0]);
}

#[test]
fn marks_that_are_paired_are_not_odd() {
    for text in [
        "“It is safe,” the mayor said.",
        "“They told me “no” twice,” the mayor said.",
        "“It is safe,” the mayor said. “We looked at it.\n\n“We will look again.”",
        "The plank is 2\" thick, the mayor said.",
        "\"The plank is 6'2\" long,\" the mayor said.",
    ] {
        assert_eq!(unpaired(text), [], "{text}");
    }
}

#[test]
fn a_quotation_that_a_paragraph_without_marks_ends_is_unclosed() {
    let text = "“It is safe,” the mayor said. “We looked at it.\n\nShe left the bridge in May.";
    assert_unpaired(text, DiagnosticKind::UnclosedQuotation, &[2]);
}
