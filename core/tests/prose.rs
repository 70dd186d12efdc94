//! Articles put together from pieces whose right reading is known: who says what in which words, and which number of what.

use nutgraf::{Article, QuoteKind, invariants, parse};
use proptest::prelude::*;

/// A speaker as named, and the full name.
#[derive(Clone, Debug)]
struct Speaker {
    named: String,
    name: String,
}

/// What is said: a clause in lower case, and the number in it.
#[derive(Clone, Debug)]
struct Clause {
    text: String,
    value: String,
    unit: &'static str,
}

/// A paragraph, and how it must be read.
#[derive(Clone, Debug)]
struct Statement {
    text: String,
    speaker: String,
    /// The quotes in it: kind, first word of the cue, content.
    quotes: Vec<(QuoteKind, String, String)>,
    value: String,
    unit: &'static str,
}

const GIVEN: [&str; 8] = ["Dana", "Omar", "Ingrid", "Samuel", "Priya", "Martin", "Lucia", "Henry"];
/// Each paragraph has another family, so that no name is short for another.
const FAMILY: [&str; 6] = ["Whitfield", "Okafor", "Lindqvist", "Prentiss", "Castellane", "Rourke"];
const TITLES: [&str; 6] = ["", "Mayor ", "Dr. ", "Sen. ", "Professor ", "Police Chief "];

fn speaker(family: &'static str) -> impl Strategy<Value = Speaker> {
    let person = (proptest::sample::select(&TITLES), proptest::sample::select(&GIVEN)).prop_map(
        move |(title, given)| {
            let name = format!("{given} {family}");
            Speaker { named: format!("{title}{name}"), name }
        },
    );
    let office = proptest::sample::select(&["Institute", "Foundation", "Council"]).prop_map(move |noun| {
        Speaker { named: format!("the {family} {noun}"), name: format!("{family} {noun}") }
    });
    prop_oneof![3 => person, 1 => office]
}

/// Digits in groups of three.
fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let places = digits.char_indices().map(|(at, digit)| {
        let comma = at > 0 && (digits.len() - at) % 3 == 0;
        format!("{}{digit}", if comma { "," } else { "" })
    });
    places.collect()
}

fn clause() -> impl Strategy<Value = Clause> {
    let counted = (
        2..500_000_u32,
        proptest::sample::select(&[("engineers", "engineer"), ("houses", "house"), ("nurses", "nurse")]),
    )
        .prop_map(|(number, (plural, unit))| Clause {
            text: format!("the region would need {} {plural}", grouped(number)),
            value: number.to_string(),
            unit,
        });
    let paid = (
        1..1_000_u32,
        proptest::sample::select(&[("million", "000000"), ("billion", "000000000")]),
        proptest::sample::select(&[("$", "dollar"), ("£", "pound sterling"), ("€", "euro")]),
    )
        .prop_map(|(number, (scale, zeros), (sign, unit))| Clause {
            text: format!("the repairs had cost {sign}{number} {scale}"),
            value: format!("{number}{zeros}"),
            unit,
        });
    let moved = (1..100_u32, 0..10_u32, proptest::sample::select(&[" percent", "%", " per cent"])).prop_map(
        |(whole, part, sign)| Clause {
            text: format!("turnout had fallen by {whole}.{part}{sign}"),
            value: if part == 0 { whole.to_string() } else { format!("{whole}.{part}") },
            unit: "percent",
        },
    );
    prop_oneof![counted, paid, moved]
}

/// A word with a capital first letter.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

fn statement(family: &'static str) -> impl Strategy<Value = Statement> {
    let cue = proptest::sample::select(&["said", "told reporters", "added", "warned", "claimed"]);
    let marks = proptest::sample::select(&[("“", "”"), ("\"", "\"")]);
    let parts = (speaker(family), clause(), cue, marks, 0..7_u8, any::<bool>());
    parts.prop_map(move |(speaker, clause, cue, (open, close), form, again)| {
        let Clause { text: clause, value, unit } = clause;
        let Speaker { named, name } = speaker;
        let whole = capital(&clause);
        let opening = capital(&named);
        let (mut text, kind, cue, content) = match form {
            0 => {
                (format!("{open}{whole},{close} {named} {cue}."), QuoteKind::Direct, cue, format!("{whole},"))
            }
            1 => (
                format!("{open}{whole},{close} said {named}."),
                QuoteKind::Direct,
                "said",
                format!("{whole},"),
            ),
            2 => (
                format!("{opening} {cue} that {clause}."),
                QuoteKind::Indirect,
                cue,
                format!("that {clause}"),
            ),
            3 => (format!("According to {named}, {clause}."), QuoteKind::Indirect, "According", clause),
            4 => (format!("{whole}, according to {named}."), QuoteKind::Indirect, "according", whole),
            5 => (
                format!("{opening} {cue}: {open}{whole}.{close}"),
                QuoteKind::Direct,
                cue,
                format!("{whole}."),
            ),
            _ => {
                let rest = "The board never looked at these figures.";
                let text = format!("{open}{whole},{close} {named} {cue}. {open}{rest}{close}");
                (text, QuoteKind::Direct, cue, format!("{whole}, {rest}"))
            }
        };
        let first = |cue: &str| cue.split(' ').next().unwrap_or_default().to_owned();
        let mut quotes = vec![(kind, first(cue), content)];
        if again {
            let short = if named.starts_with("the ") { &opening } else { family };
            text = format!("{text} {short} also insisted that the plan was sound.");
            quotes.push((QuoteKind::Indirect, first("insisted"), "that the plan was sound".to_owned()));
        }
        Statement { text, speaker: name, quotes, value, unit }
    })
}

/// One to six paragraphs, each with a speaker of its own.
fn statements() -> impl Strategy<Value = Vec<Statement>> {
    (1..=FAMILY.len())
        .prop_flat_map(|count| FAMILY[..count].iter().map(|family| statement(family)).collect::<Vec<_>>())
}

fn judge(article: &Article<'_>, statements: &[Statement]) -> Result<(), TestCaseError> {
    invariants::check(article).map_err(TestCaseError::fail)?;
    let quotes: Vec<_> = article
        .quotes()
        .map(|quote| {
            let speaker = quote.speaker().map(|speaker| speaker.name().to_owned());
            let cue = quote.cue().map(|cue| {
                cue.text().trim_start_matches("also ").split(' ').next().unwrap_or_default().to_owned()
            });
            (quote.kind(), speaker, cue, quote.text().into_owned())
        })
        .collect();
    let wanted: Vec<_> = statements
        .iter()
        .flat_map(|said| {
            let speaker = Some(said.speaker.clone());
            said.quotes
                .iter()
                .map(move |(kind, cue, content)| (*kind, speaker.clone(), Some(cue.clone()), content.clone()))
        })
        .collect();
    prop_assert_eq!(quotes, wanted, "{}", article.text());
    let claims: Vec<_> = article
        .claims()
        .map(|claim| {
            let quantity = claim.quantity();
            let value = quantity.value().map(|value| value.to_string());
            let unit = quantity.unit().map(|unit| unit.name().to_owned());
            (value, unit, claim.claimant().map(|claimant| claimant.name().to_owned()))
        })
        .collect();
    let wanted: Vec<_> = statements
        .iter()
        .map(|said| (Some(said.value.clone()), Some(said.unit.to_owned()), Some(said.speaker.clone())))
        .collect();
    prop_assert_eq!(claims, wanted, "{}", article.text());
    Ok(())
}

proptest! {
    #[test]
    fn articles_of_known_statements_are_read_as_meant(statements in statements()) {
        let paragraphs: Vec<&str> = statements.iter().map(|said| said.text.as_str()).collect();
        let text = paragraphs.join("\n\n");
        judge(&parse(&text), &statements)?;
    }
}
