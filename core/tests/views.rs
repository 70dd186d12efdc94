//! The views that an article gives out: how they are shown and compared, and what leads from one to another.

use nutgraf::{Article, parse};

const TEXT: &str = "LISBON (AP) — The port is busy. In May 2024, Ana Costa said the port took 300 ships.";

#[test]
fn views_show_themselves_and_not_the_article() {
    let text = format!("{TEXT}\n\n{}", "Nothing else was said of it at all. ".repeat(400));
    let article = parse(&text);
    let quote = format!("{:?}", article.quotes().next().unwrap());
    assert!(quote.contains("Ana Costa") && quote.contains("said"), "{quote}");
    let claim = format!("{:?}", article.claims().next().unwrap());
    assert!(claim.contains("300 ships") && claim.contains("May 2024"), "{claim}");
    let others = [format!("{:?}", article.dateline()), format!("{:?}", article.sections().next())];
    for shown in others.iter().chain([&quote, &claim]) {
        assert!(shown.len() < 400, "{shown}");
    }
}

#[test]
fn views_are_equal_whatever_stands_elsewhere() {
    let longer = format!("{TEXT}\n\nNothing else was said.");
    let (one, other) = (parse(TEXT), parse(&longer));
    assert_eq!(one.quotes().next(), other.quotes().next());
    assert_eq!(one.claims().next(), other.claims().next());
    assert_eq!(one.dateline(), other.dateline());
    let renamed = TEXT.replace("Costa", "Silva");
    assert_ne!(one.quotes().next(), parse(&renamed).quotes().next());
}

/// Checks that `same` holds of no two of some texts.
fn all_differ(texts: [&str; 6], same: impl Fn(&Article<'_>, &Article<'_>) -> bool) {
    let articles = texts.map(parse);
    for (one, article) in articles.iter().enumerate() {
        for (other, beside) in articles.iter().enumerate() {
            assert_eq!(same(article, beside), one == other, "{:?} and {:?}", texts[one], texts[other]);
        }
    }
}

#[test]
fn quotes_that_differ_in_one_thing_are_not_equal() {
    let texts = [
        "“We will go on,” Ana Costa told Bo Lind.",
        "“We will go on,” Ana Costa told Al Lind.",
        "“We will go on,” Bea Costa told Bo Lind.",
        "“We may go up,” Ana Costa told Bo Lind.",
        "We will go on, Ana Costa told Bo Lind.",
        "“We will go on,” Ana Costa said in May.",
    ];
    all_differ(texts, |one, other| one.quotes().next().unwrap() == other.quotes().next().unwrap());
}

#[test]
fn quantities_that_differ_in_one_thing_are_not_equal() {
    let texts = [
        "The port took 300 ships.",
        "The port took 400 ships.",
        "The port took 300 boats.",
        "The port took >300 ships.",
        "The harbor took 300 ships.",
        "The port took 300-400 ships.",
    ];
    all_differ(texts, |one, other| {
        one.claims().next().unwrap().quantity() == other.claims().next().unwrap().quantity()
    });
}

#[test]
fn a_claim_leads_to_its_quote_and_date() {
    let article = parse(TEXT);
    let claim = article.claims().next().unwrap();
    let quote = claim.quote().unwrap();
    assert_eq!(article.quote(claim.quote_index().unwrap()), Some(quote));
    assert_eq!(article.date(claim.date_index().unwrap()), claim.date());
    assert_eq!(claim.date().map(|date| date.text()), Some("May 2024"));
    let speaker = article.speaker(quote.speaker().unwrap().id().unwrap()).unwrap();
    assert_eq!(speaker.name(), "Ana Costa");
    assert!(article.quote(9).is_none() && article.date(9).is_none() && article.speaker(9).is_none());
}

#[test]
fn a_unit_is_shown_as_it_is_written() {
    let article = parse("The mill sold 5 kg of flour at €3 a tonne.");
    let units: Vec<_> = article.claims().filter_map(|claim| claim.quantity().unit()).collect();
    let shown: Vec<_> = units.iter().map(|unit| (unit.text(), unit.name(), unit.symbol())).collect();
    assert_eq!(shown, [("kg", "kilogram", Some("kg")), ("€", "euro per metric ton", Some("EUR"))]);
}

#[test]
fn a_verb_that_no_table_of_cues_lists_has_its_lemma() {
    let article = parse("“It was very hard for all of us,” Ana Costa smiled.");
    let quote = article.quotes().next().unwrap();
    assert_eq!(quote.cue().map(|cue| (cue.text(), cue.lemma())), Some(("smiled", "smile")));
}
