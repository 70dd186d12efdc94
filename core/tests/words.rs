//! Words of a caller's own: what they do, and what is refused.

use nutgraf::{Article, Error, Parser, ParserBuilder, UnitKind};

fn parser(builder: ParserBuilder) -> Parser {
    builder.build().unwrap()
}

/// Speaker, cue and content of each quote.
fn quotes(article: &Article<'_>) -> Vec<String> {
    let show = |quote: nutgraf::Quote<'_>| {
        let speaker = quote.speaker().map_or("-", |speaker| speaker.name());
        format!("{speaker} | {} | {}", quote.cue().map_or("-", |cue| cue.text()), quote.text())
    };
    article.quotes().map(show).collect()
}

/// Quantity, number, unit and symbol of each claim.
fn claims(article: &Article<'_>) -> Vec<String> {
    let show = |claim: nutgraf::Claim<'_>| {
        let quantity = claim.quantity();
        let value = quantity.value().map_or("-".to_owned(), |value| value.to_string());
        let unit = quantity.unit().map_or("-".to_owned(), |unit| {
            format!("{} {} {}", unit.name(), unit.kind(), unit.symbol().unwrap_or("-"))
        });
        format!("{} | {value} | {unit}", quantity.text())
    };
    article.claims().map(show).collect()
}

#[test]
fn cues_behave_like_their_models() {
    let parser = parser(
        Parser::builder()
            .cue("skeeted", "wrote")
            .cue("skeets", "writes")
            .cue("went on record", "said")
            .cue("Tooted", "said"),
    );
    for (text, wanted) in [
        ("Ms. Ortega skeeted that the port would close.", "Ortega | skeeted | that the port would close"),
        ("Ms. Ortega skeets that the port will close.", "Ortega | skeets | that the port will close"),
        (
            "Ms. Ortega has never skeeted that it would close.",
            "Ortega | has never skeeted | that it would close",
        ),
        ("“It will close,” Ms. Ortega skeeted.", "Ortega | skeeted | It will close,"),
        (
            "Ms. Ortega went on record that the port would close.",
            "Ortega | went on record | that the port would close",
        ),
        ("“It will close,” Ms. Ortega tooted.", "Ortega | tooted | It will close,"),
    ] {
        let article = parser.parse(text);
        assert_eq!(quotes(&article), [wanted], "{text}");
    }
    let plain = Parser::new();
    assert!(plain.parse("Ms. Ortega skeeted that the port would close.").quotes().next().is_none());
}

#[test]
fn units_stand_in_every_position() {
    let parser = parser(
        Parser::builder()
            .unit("smoot", "smoot", UnitKind::Length)
            .unit("smoots", "smoot", UnitKind::Length)
            .unit("bushel boxes", "bushel box", UnitKind::Volume)
            .unit("klick", "kilometer", None)
            .unit("klicks", "kilometer", None)
            .unit("florps", "florp", None),
    );
    for (text, wanted) in [
        ("The bridge is 364.4 smoots long.", "364.4 smoots | 364.4 | smoot length -"),
        ("They crossed a 30-smoot bridge.", "30-smoot | 30 | smoot length -"),
        ("They sold 1,200 bushel boxes of pears.", "1,200 bushel boxes | 1200 | bushel box volume -"),
        ("They sold 1,200 bushel-boxes of pears.", "1,200 bushel-boxes | 1200 | bushel box volume -"),
        ("The camp is twelve klicks away.", "twelve klicks | 12 | kilometer length km"),
        ("The tank weighs 3.5 million Florps.", "3.5 million Florps | 3500000 | florp other -"),
        ("It costs $5 per smoot.", "$5 per smoot | 5 | dollar per smoot currency -"),
    ] {
        assert_eq!(claims(&parser.parse(text)), [wanted], "{text}");
    }
}

#[test]
fn currencies_stand_in_every_position() {
    let parser = parser(
        Parser::builder()
            .currency("quid", "GBP")
            .currency("greenbacks", "USD")
            .currency("quatloo", "XQT")
            .currency("quatloos", "XQT")
            .currency("XQT", "XQT"),
    );
    for (text, wanted) in [
        ("The ticket costs 12 quid.", "12 quid | 12 | pound sterling currency GBP"),
        ("He paid 3 million greenbacks.", "3 million greenbacks | 3000000 | US dollar currency USD"),
        ("He bet 400 quatloos on it.", "400 quatloos | 400 | quatloo currency XQT"),
        ("He bet XQT 400 on it.", "XQT 400 | 400 | quatloo currency XQT"),
        ("He earns 5 quatloos per hour.", "5 quatloos per hour | 5 | quatloo per hour currency -"),
    ] {
        assert_eq!(claims(&parser.parse(text)), [wanted], "{text}");
    }
}

#[test]
fn titles_and_abbreviations_are_known() {
    let parser = parser(
        Parser::builder()
            .title("Landeshauptmann", "governor")
            .title("Erster Bürgermeister", "mayor")
            .abbreviation("Abt.")
            .abbreviation("bspw"),
    );
    let article = parser.parse(
        "“We are ready,” Landeshauptmann Josef Brandl said. “So are we,” Erster Bürgermeister Anna Kolb said.",
    );
    let speakers: Vec<_> =
        article.speakers().map(|speaker| (speaker.name(), speaker.role().unwrap_or("-"))).collect();
    assert_eq!(speakers, [("Josef Brandl", "Landeshauptmann"), ("Anna Kolb", "Erster Bürgermeister")]);
    let text = "She runs Abt. Nord. It has bspw. Dogs and cats.";
    let sentences: Vec<_> =
        parser.parse(text).sentences().map(|sentence| sentence.text().to_owned()).collect();
    assert_eq!(sentences, ["She runs Abt. Nord.", "It has bspw. Dogs and cats."]);
}

#[test]
fn the_same_words_twice_are_one() {
    let builder = Parser::builder().cue("skeeted", "wrote").cue("Skeeted", "wrote");
    assert!(builder.build().is_ok());
    assert!(Parser::builder().unit("hand", "hand", None).title("hand", "mayor").build().is_ok());
}

/// What a builder that must refuse says.
fn refused(builder: ParserBuilder) -> String {
    let error = builder.build().unwrap_err();
    assert!(matches!(error, Error::Word { .. }), "{error:?}");
    error.to_string()
}

#[test]
fn what_does_not_fit_is_refused() {
    let new = Parser::builder;
    let long = "x".repeat(25);
    for (builder, wanted) in [
        (new().cue("", "said"), r#"expected a word or phrase in cues, found """#.to_owned()),
        (new().title("  ", "mayor"), r#"expected a word or phrase in titles, found "  ""#.into()),
        (
            new().cue("a\u{7}b", "said"),
            r#"expected no control characters in cues, found U+0007 at byte 1 of "a\u{7}b""#.into(),
        ),
        (
            new().cue(&long, "said"),
            format!("expected at most 24 bytes a word in cues, found {long:?} at byte 0 of {long:?}"),
        ),
        (
            new().abbreviation("a b c d e f g h i"),
            r#"expected at most 8 words in abbreviations, found 9 in "a b c d e f g h i""#.into(),
        ),
        (
            new().unit("m/s", "metre", None),
            r#"expected words that begin with a letter, of letters, digits, hyphens and apostrophes, or one sign in units, found "/" at byte 1 of "m/s""#.into(),
        ),
        (
            new().cue("12", "said"),
            r#"expected words that begin with a letter, of letters, digits, hyphens and apostrophes, or one sign in cues, found "12" at byte 0 of "12""#.into(),
        ),
        (
            new().title("the", "mayor"),
            r#"expected a word or phrase with a meaning of its own in titles, found "the""#.into(),
        ),
        (
            new().cue("skeeted", "florbed"),
            r#"expected one word of the built-in cues for "skeeted" to behave like in cues, found "florbed""#.into(),
        ),
        (
            new().cue("skeeted", "wrote").cue("SKEETED", "asked"),
            r#"expected each word once in cues, found two meanings of "SKEETED""#.into(),
        ),
        (
            new().unit("quid", "quid", None).currency("quid", "GBP"),
            r#"expected each word once in currencies, found two meanings of "quid""#.into(),
        ),
        (
            new().currency("quid", "gbp"),
            r#"expected an ISO 4217 code of three capital letters for "quid" in currencies, found "gbp""#.into(),
        ),
        (
            new().unit("klick", "kilometer", UnitKind::Time),
            r#"expected the kind length of the built-in "kilometer" in units, found time"#.into(),
        ),
        (new().unit("klick", "", None), r#"expected a word or phrase in units, found """#.into()),
        (
            new().unit("quid", "quid", UnitKind::Currency),
            r#"expected currencies among the currencies in units, found "quid""#.into(),
        ),
    ] {
        assert_eq!(refused(builder), wanted);
    }
}

#[test]
fn what_is_accepted_is_found_as_it_was_given() {
    for form in [
        "k.p.h.",
        "k.p.h",
        "S.p.A.",
        "M.E.P.",
        "Abt. Florps",
        "sq. florp",
        "No. Florps",
        "foo_bar",
        "_foo",
        "Foo_Bar",
        "CO2e",
        "m²x",
        "Öre",
        "øre",
        "florp’s",
        "l'unit",
        "Q&A",
        "florp-boxes",
        "№",
        "↯",
        "^",
        "₿",
    ] {
        let parser = parser(Parser::builder().unit(form, "florp", None));
        let text = format!("The plan covers 5 {form} in all.");
        let article = parser.parse(&text);
        let units: Vec<_> = article.claims().filter_map(|claim| claim.quantity().unit()).collect();
        assert_eq!(units.len(), 1, "{text}");
        assert_eq!(units[0].name(), "florp", "{text}");
    }
    for (title, name) in [("Abt. Leiter", "Josef Brandl"), ("M.E.P.", "Anna Kolb"), ("foo_bar", "Anna Kolb")]
    {
        let parser = parser(Parser::builder().title(title, "mayor"));
        let text = format!("“We are ready,” {title} {name} said.");
        let article = parser.parse(&text);
        let speaker = article.speakers().next().unwrap();
        assert_eq!((speaker.name(), speaker.role()), (name, Some(title)), "{text}");
        assert_eq!(article.sentences().len(), 1, "{text}");
    }
}

#[cfg(feature = "invariants")]
#[test]
fn invariants_hold_with_words_of_any_kind() {
    let parser = parser(
        Parser::builder()
            .cue("skeeted", "wrote")
            .cue("went on", "said")
            .unit("dozen", "dozen", None)
            .unit("€", "europe", None)
            .currency("said", "XSD")
            .title("new york", "mayor")
            .abbreviation("U.S.")
            .abbreviation("so called"),
    );
    let text = "NEW YORK (AP) — He went on, “skeeted” and went on that 3 dozen said €5 said New York Smith of the U.S. \
                so-called. Went on\n\nskeeted 4 said. went";
    for end in (0..=text.len()).filter(|end| text.is_char_boundary(*end)) {
        let article = parser.parse(&text[..end]);
        assert_eq!(nutgraf::invariants::check(&article), Ok(()), "{:?}", &text[..end]);
    }
}
