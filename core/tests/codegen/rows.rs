//! Each table's columns as rows of Rust.

use super::{Form, Row, class::Classes, read};

/// A table line by line. Rows of the type `()` say nothing but that they are there; a table without a type is not even
/// filed: its words have their classes, and that is all.
pub(super) struct Listed {
    pub(super) table: &'static str,
    pub(super) row_type: &'static str,
    pub(super) rows: Vec<Row>,
}

/// Every table, in the order of the documentation.
pub(super) fn all() -> Vec<Listed> {
    vec![
        function_words(),
        pronouns(),
        titles(),
        speaker_nouns(),
        given_names(),
        places(),
        demonyms(),
        agencies(),
        abbreviations(),
        name_parts(),
        organization_suffixes(),
        furniture(),
        number_words(),
        magnitudes(),
        units(),
        currencies(),
        comparators(),
        trends(),
        calendar(),
        tenses(),
        cues(),
        verbs(),
        common_words(),
        plurals(),
        labels(),
        adjectives(),
        title_nouns(),
    ]
}

fn forms(cell: &str) -> Vec<Form> {
    spellings(cell, false)
}

fn spellings(cell: &str, exact: bool) -> Vec<Form> {
    let split = cell.split('|').filter(|form| *form != "-" && !form.is_empty());
    split.map(|form| Form { text: form.to_owned(), exact }).collect()
}

/// `some_name` as `SomeName`.
fn camel(cell: &str) -> String {
    cell.split('_').map(|part| part[..1].to_uppercase() + &part[1..]).collect()
}

fn option(cell: &str) -> Option<&str> {
    (cell != "-").then_some(cell)
}

fn gender(cell: &str) -> &'static str {
    match cell {
        "m" => "Gender::Male",
        "f" => "Gender::Female",
        "n" => "Gender::Neuter",
        _ => "Gender::Unknown",
    }
}

/// The flags of a row in Rust.
fn flags(cell: &str) -> String {
    let names = cell.split(',').filter(|flag| *flag != "-");
    let names: Vec<String> = names.map(|flag| format!("Flags::{}.0", flag.to_uppercase())).collect();
    if names.is_empty() { "Flags(0)".to_owned() } else { format!("Flags({})", names.join(" | ")) }
}

fn function_words() -> Listed {
    let class = |name: &str| match name {
        "article" => Classes::ARTICLE.or(Classes::DETERMINER),
        "determiner" | "demonstrative" | "quantifier" => Classes::DETERMINER,
        "possessive" => Classes::POSSESSIVE,
        "preposition" => Classes::PREPOSITION,
        "conjunction" => Classes::CONJUNCTION,
        "subordinator" => Classes::SUBORDINATOR,
        "relative" => Classes::RELATIVE,
        "wh" => Classes::WH,
        "auxiliary" => Classes::AUXILIARY,
        "modal" => Classes::MODAL,
        "negation" => Classes::NEGATION,
        "adverb" => Classes::ADVERB,
        "counting" => Classes::COUNTING,
        // What matters of a pronoun is in pronoun.tsv; `there` needs no class.
        "pronoun" | "existential" => Classes::FUNCTION,
        other => panic!("function_word.tsv: no class {other:?}"),
    };
    let rows = read("function_word.tsv", 2).into_iter().map(|cells| Row {
        forms: forms(&cells[0]),
        classes: cells[1].split(' ').fold(Classes::FUNCTION, |all, name| all.or(class(name))),
        literal: String::new(),
    });
    Listed { table: "Function", row_type: "", rows: rows.collect() }
}

fn pronouns() -> Listed {
    let rows = read("pronoun.tsv", 5).into_iter().map(|cells| Row {
        forms: forms(&cells[0]),
        classes: match cells[1].as_str() {
            "relative" => Classes::RELATIVE,
            "possessive" => Classes::PRONOUN.or(Classes::POSSESSIVE),
            _ => Classes::PRONOUN,
        },
        literal: format!(
            "Pronoun {{ case: Case::{}, person: {}, plural: {}, gender: {} }}",
            camel(&cells[1]),
            cells[2],
            cells[3] == "p",
            gender(&cells[4])
        ),
    });
    Listed { table: "Pronoun", row_type: "Pronoun", rows: rows.collect() }
}

fn titles() -> Listed {
    let rows = read("title.tsv", 3).into_iter().map(|cells| Row {
        forms: forms(&cells[0]),
        classes: if cells[1] == "honorific" { Classes::HONORIFIC } else { Classes::TITLE },
        literal: format!(
            "Title {{ class: TitleClass::{}, gender: {} }}",
            camel(&cells[1]),
            gender(&cells[2])
        ),
    });
    Listed { table: "Title", row_type: "Title", rows: rows.collect() }
}

fn speaker_nouns() -> Listed {
    let mut rows = Vec::new();
    for cells in read("speaker_noun.tsv", 4) {
        let singular = match cells[2].as_str() {
            "person" => Classes::PERSON_NOUN,
            "group" => Classes::GROUP_NOUN,
            "organization" => Classes::ORGANIZATION_NOUN,
            "document" => Classes::DOCUMENT_NOUN,
            "place" => Classes::PLACE_NOUN,
            other => panic!("speaker_noun.tsv: no kind {other:?}"),
        };
        // Several persons are a group.
        let (plural, plural_kind) = if cells[2] == "person" {
            (Classes::GROUP_NOUN, "Group".to_owned())
        } else {
            (singular, camel(&cells[2]))
        };
        for (cell, classes, kind, number) in
            [(&cells[0], singular, camel(&cells[2]), false), (&cells[1], plural, plural_kind, true)]
        {
            let number_class = if number { Classes::PLURAL } else { Classes::default() };
            rows.push(Row {
                forms: forms(cell),
                classes: classes.or(number_class),
                literal: format!(
                    "SpeakerNoun {{ kind: NounKind::{kind}, gender: {}, plural: {number} }}",
                    gender(&cells[3])
                ),
            });
        }
    }
    Listed { table: "SpeakerNoun", row_type: "SpeakerNoun", rows }
}

fn given_names() -> Listed {
    let rows = read("given_name.tsv", 3).into_iter().map(|cells| Row {
        forms: forms(&cells[0]),
        classes: if cells[2] == "word" {
            Classes::GIVEN_NAME.or(Classes::ALSO_WORD)
        } else {
            Classes::GIVEN_NAME
        },
        literal: format!("GivenName {{ gender: {} }}", gender(&cells[1])),
    });
    Listed { table: "GivenName", row_type: "GivenName", rows: rows.collect() }
}

fn places() -> Listed {
    let rows = read("place.tsv", 3).into_iter().map(|cells| Row {
        forms: forms(&cells[0]),
        classes: if cells[1] == "seat" { Classes::PLACE.or(Classes::SEAT) } else { Classes::PLACE },
        literal: String::new(),
    });
    Listed { table: "Place", row_type: "()", rows: rows.collect() }
}

fn demonyms() -> Listed {
    let rows = read("place.tsv", 3).into_iter().map(|cells| Row {
        forms: forms(&cells[2]),
        classes: Classes::DEMONYM,
        literal: String::new(),
    });
    Listed { table: "Demonym", row_type: "", rows: rows.collect() }
}

fn agencies() -> Listed {
    let rows = read("agency.tsv", 2).into_iter().map(|cells| Row {
        forms: forms(&cells[0]),
        classes: Classes::AGENCY,
        literal: String::new(),
    });
    Listed { table: "Agency", row_type: "()", rows: rows.collect() }
}

fn abbreviations() -> Listed {
    let rows = read("abbreviation.tsv", 4).into_iter().map(|cells| Row {
        forms: forms(&cells[0]),
        classes: if cells[1] == "brand" { Classes::default() } else { Classes::ABBREVIATION },
        literal: format!(
            "Abbreviation {{ class: AbbreviationClass::{}, ends: {}, only: Only::{} }}",
            camel(&cells[1]),
            cells[2] == "maybe",
            option(&cells[3]).map_or("Anywhere".to_owned(), camel)
        ),
    });
    Listed { table: "Abbreviation", row_type: "Abbreviation", rows: rows.collect() }
}

fn name_parts() -> Listed {
    let rows = read("name_part.tsv", 2).into_iter().map(|cells| Row {
        forms: forms(&cells[0]),
        classes: if cells[1] == "suffix" { Classes::NAME_SUFFIX } else { Classes::NAME_PARTICLE },
        literal: String::new(),
    });
    Listed { table: "NamePart", row_type: "", rows: rows.collect() }
}

fn organization_suffixes() -> Listed {
    let rows = read("org_suffix.tsv", 2).into_iter().map(|cells| Row {
        forms: forms(&cells[0]),
        classes: Classes::ORGANIZATION_SUFFIX,
        literal: format!("OrganizationSuffix {{ company: {} }}", cells[1] == "company"),
    });
    Listed { table: "OrganizationSuffix", row_type: "OrganizationSuffix", rows: rows.collect() }
}

fn furniture() -> Listed {
    let rows = read("furniture.tsv", 3).into_iter().map(|cells| Row {
        forms: forms(&cells[0]),
        classes: Classes::FURNITURE,
        literal: format!(
            "Furniture {{ kind: FurnitureKind::{}, place: Wording::{} }}",
            camel(&cells[1]),
            camel(&cells[2])
        ),
    });
    Listed { table: "Furniture", row_type: "Furniture", rows: rows.collect() }
}

fn number_words() -> Listed {
    let rows = read("number_word.tsv", 3).into_iter().map(|cells| Row {
        forms: forms(&cells[0]),
        classes: match cells[1].as_str() {
            "ordinal" => Classes::ORDINAL,
            "fraction" => Classes::FRACTION,
            _ => Classes::NUMBER,
        },
        literal: format!("NumberWord {{ class: NumberClass::{}, value: {:?} }}", camel(&cells[1]), cells[2]),
    });
    Listed { table: "NumberWord", row_type: "NumberWord", rows: rows.collect() }
}

fn magnitudes() -> Listed {
    let rows = read("magnitude.tsv", 3).into_iter().map(|cells| Row {
        forms: forms(&cells[0]),
        classes: Classes::MAGNITUDE,
        literal: format!("Magnitude {{ power: {}, letter: {} }}", cells[1], cells[2] == "letter"),
    });
    Listed { table: "Magnitude", row_type: "Magnitude", rows: rows.collect() }
}

fn units() -> Listed {
    let rows = read("unit.tsv", 8).into_iter().map(|cells| {
        let mut all = forms(&cells[5]);
        all.extend(spellings(&cells[6], true));
        Row {
            forms: all,
            classes: Classes::UNIT,
            literal: format!(
                "UnitRow {{ name: {:?}, symbol: {:?}, kind: UnitKind::{}, base: {:?}, factor: {:?}, flags: {} }}",
                cells[0],
                option(&cells[1]),
                camel(&cells[2]),
                cells[3],
                option(&cells[4]),
                flags(&cells[7])
            ),
        }
    });
    Listed { table: "Unit", row_type: "UnitRow", rows: rows.collect() }
}

fn currencies() -> Listed {
    let rows = read("currency.tsv", 6).into_iter().map(|cells| {
        let mut all = forms(&cells[2]);
        all.extend(spellings(&cells[3], true));
        Row {
            forms: all,
            classes: Classes::CURRENCY,
            literal: format!(
                "Currency {{ name: {:?}, code: {:?}, minor_of: {:?}, flags: {} }}",
                cells[0],
                option(&cells[1]),
                option(&cells[4]),
                flags(&cells[5])
            ),
        }
    });
    Listed { table: "Currency", row_type: "Currency", rows: rows.collect() }
}

fn comparators() -> Listed {
    let rows = read("comparator.tsv", 3).into_iter().map(|cells| Row {
        forms: forms(&cells[0]),
        classes: Classes::COMPARATOR,
        literal: format!("ComparatorRow {{ sign: {:?}, after: {} }}", cells[1], cells[2] == "after"),
    });
    Listed { table: "Comparator", row_type: "ComparatorRow", rows: rows.collect() }
}

fn trends() -> Listed {
    let rows = read("trend.tsv", 5).into_iter().map(|cells| {
        let verb = cells[3] == "verb";
        Row {
            forms: forms(&cells[1]),
            classes: if verb { Classes::TREND.or(Classes::VERB) } else { Classes::TREND },
            literal: format!(
                "TrendRow {{ up: {}, part: Part::{}, flags: {} }}",
                cells[2] == "up",
                camel(&cells[3]),
                flags(&cells[4])
            ),
        }
    });
    Listed { table: "Trend", row_type: "TrendRow", rows: rows.collect() }
}

fn calendar() -> Listed {
    let rows = read("calendar.tsv", 4).into_iter().map(|cells| {
        let flag = |flag: &str| cells[3].split(',').any(|other| other == flag);
        Row {
            forms: forms(&cells[0]),
            classes: match cells[1].as_str() {
                "month" => Classes::MONTH,
                "weekday" => Classes::WEEKDAY,
                _ => Classes::CALENDAR,
            },
            literal: format!(
                "Calendar {{ class: CalendarClass::{}, value: {:?}, ambiguous: {}, plural: {} }}",
                camel(&cells[1]),
                cells[2],
                flag("ambiguous"),
                flag("plural")
            ),
        }
    });
    Listed { table: "Calendar", row_type: "Calendar", rows: rows.collect() }
}

fn tenses() -> Listed {
    let rows = read("tense.tsv", 2).into_iter().map(|cells| Row {
        forms: forms(&cells[0]),
        classes: Classes::default(),
        literal: format!("TenseRow {{ sense: TenseSense::{} }}", camel(&cells[1])),
    });
    Listed { table: "Tense", row_type: "TenseRow", rows: rows.collect() }
}

fn cues() -> Listed {
    let rows = read("cue.tsv", 6).into_iter().flat_map(|cells| {
        let frames: Vec<String> =
            cells[3].split(',').filter(|frame| *frame != "-").map(|frame| format!("Frames::{}.0", frame.to_uppercase())).collect();
        let frames = if frames.is_empty() { "0".to_owned() } else { frames.join(" | ") };
        let literal = format!(
            "CueRow {{ lemma: {:?}, hash: {}, part: Part::{}, frames: Frames({frames}), reports: {}, sense: Sense::{} }}",
            cells[0],
            hash_of(&cells[0]),
            camel(&cells[1]),
            cells[4],
            camel(&cells[5])
        );
        let reports: u8 = cells[4].parse().expect("a figure of 0 to 100");
        let often = if reports >= Classes::OFTEN { Classes::CUE_OFTEN } else { Classes::default() };
        let classes = match cells[1].as_str() {
            "verb" => {
                return verb_forms(&cells[2], Classes::CUE_VERB.or(Classes::VERB).or(often), &literal);
            }
            "noun" => Classes::CUE_NOUN.or(often),
            _ => Classes::CUE_OTHER.or(often),
        };
        vec![Row { forms: forms(&cells[2]), classes, literal }]
    });
    Listed { table: "Cue", row_type: "CueRow", rows: rows.collect() }
}

/// FNV-1a: weights see a lemma by a number that no other row moves.
fn hash_of(lemma: &str) -> u32 {
    lemma.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

fn verbs() -> Listed {
    let rows = read("common_verb.tsv", 2)
        .into_iter()
        .flat_map(|cells| verb_forms(&cells[1], Classes::VERB, &format!("Verb {{ lemma: {:?} }}", cells[0])));
    Listed { table: "Verb", row_type: "Verb", rows: rows.collect() }
}

/// A row for each form of a verb, with what the form is. The tables list base, third person, past and participles, of
/// each spelling, without repeats.
fn verb_forms(cell: &str, classes: Classes, literal: &str) -> Vec<Row> {
    let all: Vec<&str> = cell.split('|').collect();
    let thirds = |base: &str| {
        let y = base.strip_suffix('y').map(|stem| format!("{stem}ies"));
        [Some(format!("{base}s")), Some(format!("{base}es")), y].into_iter().flatten()
    };
    let is_base = |form: &str| form == all[0] || thirds(form).any(|third| all.contains(&third.as_str()));
    let is_third =
        |form: &str| all.iter().any(|base| is_base(base) && thirds(base).any(|third| third == form));
    let is_past = |form: &str| !is_base(form) && !is_third(form) && !form.ends_with("ing");
    // `set`, `put`: no past of its own is listed.
    let invariant = !all.iter().any(|form| is_past(form));
    let class = |form: &str| match form {
        form if is_base(form) && invariant => Classes::VERB_BASE.or(Classes::VERB_PAST),
        form if is_base(form) => Classes::VERB_BASE,
        form if is_third(form) => Classes::VERB_THIRD,
        form if is_past(form) => Classes::VERB_PAST,
        _ => Classes::VERB_ING,
    };
    all.iter()
        .map(|form| Row { forms: forms(form), classes: classes.or(class(form)), literal: literal.to_owned() })
        .collect()
}

fn common_words() -> Listed {
    let rows = read("common_word.tsv", 1).into_iter().map(|cells| Row {
        forms: forms(&cells[0]),
        classes: Classes::COMMON,
        literal: String::new(),
    });
    Listed { table: "Common", row_type: "", rows: rows.collect() }
}

fn plurals() -> Listed {
    let rows = read("plural.tsv", 2).into_iter().map(|cells| Row {
        forms: forms(&cells[0]),
        classes: Classes::default(),
        literal: format!("Plural {{ singular: {:?} }}", option(&cells[1])),
    });
    Listed { table: "Plural", row_type: "Plural", rows: rows.collect() }
}

fn labels() -> Listed {
    let rows = read("label.tsv", 1).into_iter().map(|cells| Row {
        forms: forms(&cells[0]),
        classes: Classes::LABEL,
        literal: String::new(),
    });
    Listed { table: "Label", row_type: "", rows: rows.collect() }
}

fn adjectives() -> Listed {
    let rows = read("adjective.tsv", 1).into_iter().map(|cells| Row {
        forms: forms(&cells[0]),
        classes: Classes::ADJECTIVE,
        literal: String::new(),
    });
    Listed { table: "Adjective", row_type: "", rows: rows.collect() }
}

fn title_nouns() -> Listed {
    let rows = read("title_noun.tsv", 2).into_iter().map(|cells| {
        let nouns: Vec<&str> = cells[1].split('|').collect();
        Row {
            forms: forms(&cells[0]),
            classes: Classes::default(),
            literal: format!("TitleNoun {{ nouns: &{nouns:?} }}"),
        }
    });
    Listed { table: "TitleNoun", row_type: "TitleNoun", rows: rows.collect() }
}
