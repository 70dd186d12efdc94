//! What the lexer makes of text. Each case is the text and its tokens, a word alone or `surface/Kind`.

use super::{Mark, Scan, Shape};
use crate::lexicon::{Classes, Table, tables};

fn tokens(text: &str) -> String {
    let scan = Scan::new(text);
    let show = |(index, token): (usize, &super::Token)| {
        let surface = scan.word(index);
        if token.is_word() { surface.to_owned() } else { format!("{surface}/{:?}", token.kind) }
    };
    scan.tokens.iter().enumerate().map(show).collect::<Vec<_>>().join(" ")
}

#[test]
fn words_with_their_inner_marks() {
    for (text, wanted) in [
        ("O'Brien didn't go", "O'Brien didn't go"),
        ("it’s Putin’s", "it ’s/Clitic Putin ’s/Clitic"),
        (
            "they're we'd I'm you'll I've",
            "they 're/Clitic we 'd/Clitic I 'm/Clitic you 'll/Clitic I 've/Clitic",
        ),
        ("long-term plan", "long -/Hyphen term plan"),
        ("AT&T and Q&A", "AT&T and Q&A"),
        ("G20 MH370 A380", "G20 MH370 A380"),
        ("naïve cafés", "naïve cafés"),
        ("e\u{301}tude", "e\u{301}tude"),
        ("5 m² of", "5/Number m² of"),
        ("leaders’ plans", "leaders ’/Quote plans"),
        ("rock'n'roll", "rock'n'roll"),
    ] {
        assert_eq!(tokens(text), wanted, "{text:?}");
    }
}

#[test]
fn dotted_abbreviations_keep_their_stops() {
    for (text, wanted) in [
        ("the U.S. Senate", "the U.S. Senate"),
        ("at 5 p.m. sharp", "at 5/Number p.m. sharp"),
        ("a Ph.D. thesis", "a Ph.D. thesis"),
        ("Mr. Smith", "Mr ./Period Smith"),
        ("J. R. Smith", "J ./Period R ./Period Smith"),
        ("in the U.S", "in the U.S"),
        ("It ended.Then it began", "It ended ./Period Then it began"),
    ] {
        assert_eq!(tokens(text), wanted, "{text:?}");
    }
    assert!(Scan::new("U.S.").tokens[0].shape.has(Shape::DOTTED));
}

#[test]
fn numbers_with_their_separators() {
    for (text, wanted) in [
        ("1,234.5 in 2019,2020", "1,234.5/Number in 2019/Number ,/Comma 2020/Number"),
        ("3.5. Next", "3.5/Number ./Period Next"),
        ("10½ miles, ¾ cup", "10½/Number miles ,/Comma ¾/Number cup"),
        (".5 percent", ".5/Number percent"),
        ("1.2bn 50mph 21st", "1.2/Number bn 50/Number mph 21/Number st"),
        ("5-10 and 6-foot-3", "5/Number -/Hyphen 10/Number and 6/Number -/Hyphen foot -/Hyphen 3/Number"),
        ("USD34.6 RM79", "USD 34.6/Number RM 79/Number"),
        ("$5m €6 -7", "$/Currency 5/Number m €/Currency 6/Number -/Dash 7/Number"),
        ("the 1980's", "the 1980/Number 's/Clitic"),
        ("14:32", "14/Number :/Colon 32/Number"),
        ("20.11.2019", "20.11.2019/Number"),
        ("5%", "5/Number %/Percent"),
    ] {
        assert_eq!(tokens(text), wanted, "{text:?}");
    }
}

#[test]
fn addresses_are_one_token() {
    for (text, wanted) in [
        ("see https://example.org/a?b=1.", "see https://example.org/a?b=1/Url ./Period"),
        ("at www.example.50.com, now", "at www.example.50.com/Url ,/Comma now"),
        ("on example-site.com.", "on example-site.com/Url ./Period"),
        ("mail jane.doe@example.com today", "mail jane.doe@example.com/Email today"),
        ("by @jane_doe #news #1", "by @jane_doe/Handle #news/Hashtag #/Symbol 1/Number"),
        ("fast.community", "fast ./Period community"),
        ("éhttp://a.org", "éhttp :/Colon //Slash //Slash a.org/Url"),
    ] {
        assert_eq!(tokens(text), wanted, "{text:?}");
    }
}

#[test]
fn every_style_of_quotation_mark() {
    for (text, wanted) in [
        ("\"", Mark::Straight),
        ("“", Mark::CurlyOpen),
        ("”", Mark::CurlyClose),
        ("„", Mark::Low),
        ("'", Mark::SingleStraight),
        ("‘", Mark::SingleOpen),
        ("’", Mark::SingleClose),
        ("‚", Mark::SingleLow),
        ("«", Mark::GuillemetOpen),
        ("»", Mark::GuillemetClose),
        ("‹", Mark::SingleGuillemetOpen),
        ("›", Mark::SingleGuillemetClose),
        ("``", Mark::TicksOpen),
        ("''", Mark::Ticks),
        ("‘‘", Mark::TicksOpen),
        ("’’", Mark::Ticks),
    ] {
        let text = format!("{text} word");
        assert_eq!(Scan::new(&text).mark(0), Some(wanted), "{text:?}");
    }
    assert_eq!(Scan::new("word").mark(0), None);
}

#[test]
fn dashes_and_ellipses() {
    for (text, wanted) in [
        ("a — b – c -- d - e", "a —/Dash b –/Dash c --/Dash d -/Dash e"),
        ("so… and... then", "so …/Ellipsis and .../Ellipsis then"),
    ] {
        assert_eq!(tokens(text), wanted, "{text:?}");
    }
}

#[test]
fn lines_are_trimmed_and_know_the_blank_ones_before() {
    let scan = Scan::new("\u{feff} one \r\n\r\n\t\n two\rthree\u{2028}\u{200b}\nfour\n\u{200b}");
    let lines: Vec<_> =
        scan.lines.iter().map(|line| (scan.str(scan.span_of(line.range())), line.blank_before)).collect();
    assert_eq!(lines, [("one", 0), ("two", 2), ("three", 0), ("four", 1)]);
}

#[test]
fn words_are_looked_up_however_they_are_written() {
    for text in ["said", "Said", "SAID"] {
        assert!(Scan::new(text).tokens[0].any(Classes::CUE_VERB), "{text:?}");
    }
    assert!(Scan::new("U.S.").tokens[0].any(Classes::PLACE));
    assert!(Scan::new("don’t").tokens[0].any(Classes::NEGATION));
}

#[test]
fn entries_are_the_longest_and_may_be_hyphenated() {
    let lemma = |text: &str| {
        let scan = Scan::new(text);
        let entry = scan.entry_at(Table::Cue, 0, scan.tokens.len())?;
        Some((tables::CUE[usize::from(entry.row)].lemma, entry.end))
    };
    assert_eq!(lemma("according to Doe"), Some(("according to", 2)));
    assert_eq!(lemma("pointed out that"), Some(("point out", 2)));
    assert_eq!(lemma("pointed at"), Some(("point", 1)));
    let title = |text: &str| {
        let scan = Scan::new(text);
        scan.entry_at(Table::Title, 0, scan.tokens.len()).map(|entry| entry.end)
    };
    assert_eq!(title("vice-president Doe"), Some(3));
    assert_eq!(title("Lt. Col. Doe"), Some(3), "the stop of an abbreviation matches a space");
}

#[test]
fn an_underscore_is_no_capital() {
    for text in ["_said_", "_Said", "____"] {
        let shape = Scan::new(text).tokens[0].shape;
        assert!(!shape.has(Shape::CAPITAL) && !shape.has(Shape::ALL_CAPS), "{text:?}");
    }
}

#[test]
fn models_do_not_see_names() {
    let seen = |text: &str| Scan::new(text).tokens[0].lexical();
    assert_eq!(seen("Abernathyx"), seen("Zylinskyx"), "capitalised words that no table has are alike");
    assert_eq!(seen("qwzzt"), seen("xxkrt"));
    assert_eq!(seen("Maria"), seen("Lucia"), "given names are alike");
    assert_ne!(seen("said"), seen("told"));
}
