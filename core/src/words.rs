//! Words of a caller's own: checked, and made into entries beside those of the tables.

use crate::error::Error;
use crate::lexicon::{self, Classes, Flags, Folded, LONGEST, Table, UnitKind, WordId, tables};
use crate::scan::{Kind, OwnEntry, OwnUnit, OwnWord, OwnWords, Scan, Token};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// The most words that a phrase may have.
const MOST_WORDS: usize = 8;

/// The longest name of a unit, in bytes.
const LONGEST_NAME: usize = 64;

/// The unit and the currency of the tables that others behave like: of no size, part or flag.
const PLAIN_UNIT: &str = "karat";
const PLAIN_CURRENCY: &str = "XDR";

/// The abbreviation that others behave like: no sentence ends with its full stop.
const PLAIN_ABBREVIATION: &str = "viz";

/// A word or phrase as it was given, with what it is to mean.
#[derive(Clone, Debug)]
pub(crate) struct Given {
    pub(crate) form: String,
    pub(crate) meaning: Meaning,
}

/// What a word of a caller's own means.
#[derive(Clone, Debug)]
pub(crate) enum Meaning {
    /// A cue that behaves like one of the table.
    Cue {
        like: String,
    },
    /// A title that behaves like one of the table.
    Title {
        like: String,
    },
    Abbreviation,
    /// A unit, by its name in the singular.
    Unit {
        name: String,
        kind: Option<UnitKind>,
    },
    /// A currency, by its ISO 4217 code.
    Currency {
        code: String,
    },
}

impl Meaning {
    /// The list that it stands in, as errors name it.
    fn list(&self) -> &'static str {
        match self {
            Self::Cue { .. } => "cues",
            Self::Title { .. } => "titles",
            Self::Abbreviation => "abbreviations",
            Self::Unit { .. } => "units",
            Self::Currency { .. } => "currencies",
        }
    }
}

/// What an entry makes of its word.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Entry {
    table: Table,
    row: u16,
    classes: Classes,
    last: Classes,
    stands_for: Option<(WordId, u32)>,
    unit: Option<OwnUnit>,
}

/// Checks the words that a caller gives. None are no words, which cost nothing.
pub(crate) fn check(given: &[Given]) -> Result<Option<Arc<OwnWords>>, Error> {
    let mut entries: BTreeMap<(u32, Vec<[u64; LONGEST / 8]>), (Entry, Vec<OwnWord>)> = BTreeMap::new();
    let mut names = HashMap::new();
    for word in given {
        let list = word.meaning.list();
        let Form { mut words, abbreviations } = form(list, &word.form)?;
        let phrase = words.len() > 1;
        let entry = match &word.meaning {
            Meaning::Cue { like } => cue(&word.form, like, phrase)?,
            Meaning::Title { like } => title(&word.form, like, phrase)?,
            Meaning::Abbreviation => abbreviation(phrase),
            Meaning::Unit { name, kind } => unit(name, *kind, phrase)?,
            Meaning::Currency { code } => {
                let name = names.entry(code.as_str()).or_insert(word.form.as_str());
                currency(&word.form, code, name, phrase)?
            }
        };
        // A word cannot be a unit and a currency.
        let table = if entry.table == Table::Currency { Table::Unit } else { entry.table };
        let key = (table as u32, words.iter().map(|word| word.folded.0).collect());
        if let Some((before, same)) = entries.get(&key) {
            if *before != entry {
                return refuse(list, "each word once", format!("two meanings of {:?}", word.form));
            }
            words.iter_mut().zip(same).for_each(|(word, same)| word.stopped |= same.stopped);
        }
        entries.insert(key, (entry, words));
        // No sentence ends inside the form.
        for folded in abbreviations {
            let key = (Table::Abbreviation as u32, vec![folded.0]);
            entries.insert(key, (abbreviation(false), vec![OwnWord { folded, stopped: false }]));
        }
    }
    let entries: Vec<OwnEntry> = entries
        .into_values()
        .map(|(entry, words)| OwnEntry {
            words,
            table: entry.table,
            row: entry.row,
            classes: entry.classes,
            last: entry.last,
            stands_for: entry.stands_for,
            unit: entry.unit,
        })
        .collect();
    Ok(if entries.is_empty() { None } else { Some(Arc::new(OwnWords::new(entries))) })
}

fn refuse<T>(list: &'static str, expected: impl Into<String>, found: impl Into<String>) -> Result<T, Error> {
    Err(Error::Word { list, expected: expected.into(), found: found.into() })
}

/// The words of a form.
struct Form {
    words: Vec<OwnWord>,
    /// Those with a full stop inside the form.
    abbreviations: Vec<Folded>,
}

/// Reads a form as the scan reads a text.
fn form(list: &'static str, form: &str) -> Result<Form, Error> {
    printable(list, form)?;
    let scan = Scan::new(form);
    let mut words: Vec<OwnWord> = Vec::new();
    let mut abbreviations = Vec::new();
    for (index, token) in scan.tokens.iter().enumerate() {
        let last = index + 1 == scan.tokens.len();
        let surface = scan.word(index);
        match token.kind {
            Kind::Word => {}
            Kind::Clitic if index > 0 => {}
            // `€`, where it is all
            Kind::Currency | Kind::Symbol | Kind::Percent if last && index == 0 => {}
            // What joins the words of a phrase, and the full stop of an abbreviation.
            Kind::Hyphen => continue,
            Kind::Period if index > 0 && token.is_glued() => {
                if let Some(word) = words.last_mut().filter(|_| !last) {
                    word.stopped = true;
                    abbreviations.push(word.folded);
                }
                continue;
            }
            _ => {
                let found = format!("{surface:?} at byte {} of {form:?}", token.start);
                let expected = "words that begin with a letter, of letters, digits, hyphens and apostrophes, or one sign";
                return refuse(list, expected, found);
            }
        }
        let Some(folded) = scan.folded(index) else {
            let found = format!("{surface:?} at byte {} of {form:?}", token.start);
            return refuse(list, format!("at most {LONGEST} bytes a word"), found);
        };
        words.push(OwnWord { folded, stopped: false });
    }
    if words.len() > MOST_WORDS {
        return refuse(list, format!("at most {MOST_WORDS} words"), format!("{} in {form:?}", words.len()));
    }
    // `the` as a title would be one in every other noun phrase.
    let function = words.len() == 1 && scan.tokens[0].any(Classes::FUNCTION);
    if words.is_empty() || function {
        return refuse(list, "a word or phrase with a meaning of its own", format!("{form:?}"));
    }
    Ok(Form { words, abbreviations })
}

/// Refuses what is empty or holds control characters.
fn printable(list: &'static str, text: &str) -> Result<(), Error> {
    if text.trim().is_empty() {
        return refuse(list, "a word or phrase", format!("{text:?}"));
    }
    match text.char_indices().find(|(_, letter)| letter.is_control()) {
        Some((at, letter)) => {
            let found = format!("U+{:04X} at byte {at} of {text:?}", letter as u32);
            refuse(list, "no control characters", found)
        }
        None => Ok(()),
    }
}

/// The classes of a single word, or those of the first of a phrase.
fn classes(single: Classes, phrase: bool) -> Classes {
    if phrase { Classes::PHRASE } else { single }
}

fn cue(form: &str, like: &str, phrase: bool) -> Result<Entry, Error> {
    const CUE: Classes = Classes::CUE_VERB.or(Classes::CUE_NOUN).or(Classes::CUE_OTHER);
    const VERB: Classes = Classes::VERB
        .or(Classes::VERB_BASE)
        .or(Classes::VERB_THIRD)
        .or(Classes::VERB_PAST)
        .or(Classes::VERB_ING);
    let (model, row) = model("cues", form, like, Table::Cue)?;
    let verb = model.classes.and(VERB);
    Ok(Entry {
        table: Table::Cue,
        row,
        classes: if phrase {
            verb.or(Classes::PHRASE).or(Classes::CUE_PHRASE)
        } else {
            verb.or(model.classes.and(CUE))
        },
        last: Classes::default(),
        // The grammar of tenses and the weights see the model.
        stands_for: (!phrase).then_some((model.word, model.hash)),
        unit: None,
    })
}

fn title(form: &str, like: &str, phrase: bool) -> Result<Entry, Error> {
    const TITLE: Classes = Classes::TITLE.or(Classes::HONORIFIC).or(Classes::PERSON_NOUN);
    let (model, row) = model("titles", form, like, Table::Title)?;
    let last = model.classes.and(TITLE);
    let classes = classes(last, phrase);
    Ok(Entry { table: Table::Title, row, classes, last, stands_for: None, unit: None })
}

/// The single word of a table that another is to behave like, and its row.
fn model(list: &'static str, form: &str, like: &str, table: Table) -> Result<(Token, u16), Error> {
    let scan = Scan::new(like);
    match (scan.tokens.as_slice(), scan.entry_at(table, 0, 1)) {
        ([token], Some(entry)) => Ok((*token, entry.row)),
        _ => {
            let expected = format!("one word of the built-in {list} for {form:?} to behave like");
            refuse(list, expected, format!("{like:?}"))
        }
    }
}

fn abbreviation(phrase: bool) -> Entry {
    let classes = classes(Classes::ABBREVIATION, phrase);
    let row = built_in(Table::Abbreviation, PLAIN_ABBREVIATION);
    Entry { table: Table::Abbreviation, row, classes, last: Classes::default(), stands_for: None, unit: None }
}

/// The row of a word that the tables are sure to have.
fn built_in(table: Table, word: &str) -> u16 {
    lexicon::row(lexicon::lookup(word).0, table, word).unwrap_or_default()
}

fn unit(name: &str, kind: Option<UnitKind>, phrase: bool) -> Result<Entry, Error> {
    unit_name(name)?;
    let rows = || tables::UNIT.iter().enumerate().filter(|(_, row)| row.name == name);
    let known = rows().find(|(_, row)| row.flags == Flags(0)).or_else(|| rows().next());
    if let (Some((_, row)), Some(kind)) =
        (known, kind.filter(|kind| Some(*kind) != known.map(|row| row.1.kind)))
    {
        return refuse("units", format!("the kind {} of the built-in {name:?}", row.kind), kind.as_str());
    }
    if kind == Some(UnitKind::Currency) {
        return refuse("units", "currencies among the currencies", format!("{name:?}"));
    }
    let own = OwnUnit { name: name.to_owned(), symbol: None, kind: kind.unwrap_or(UnitKind::Other) };
    let (row, unit) = match known {
        Some((row, _)) => (row as u16, None),
        None => (built_in(Table::Unit, PLAIN_UNIT), Some(own)),
    };
    Ok(Entry {
        table: Table::Unit,
        row,
        classes: classes(Classes::UNIT, phrase),
        last: Classes::default(),
        stands_for: None,
        unit,
    })
}

fn unit_name(name: &str) -> Result<(), Error> {
    printable("units", name)?;
    if name.len() > LONGEST_NAME {
        return refuse("units", format!("a name of at most {LONGEST_NAME} bytes"), format!("{name:?}"));
    }
    Ok(())
}

fn currency(form: &str, code: &str, name: &str, phrase: bool) -> Result<Entry, Error> {
    if code.len() != 3 || !code.bytes().all(|letter| letter.is_ascii_uppercase()) {
        let expected = format!("an ISO 4217 code of three capital letters for {form:?}");
        return refuse("currencies", expected, format!("{code:?}"));
    }
    let row = |code: &str| {
        let currencies = || tables::CURRENCY.iter().enumerate();
        let rows = || currencies().filter(|(_, row)| row.code == Some(code) && row.minor_of.is_none());
        rows().find(|(_, row)| row.flags == Flags(0)).or_else(|| rows().next())
    };
    let own = OwnUnit { name: name.to_owned(), symbol: Some(code.to_owned()), kind: UnitKind::Currency };
    let (row, unit) = match row(code) {
        Some((row, _)) => (row, None),
        None => (row(PLAIN_CURRENCY).map_or(0, |(row, _)| row), Some(own)),
    };
    let classes = classes(Classes::CURRENCY, phrase);
    Ok(Entry {
        table: Table::Currency,
        row: row as u16,
        classes,
        last: Classes::default(),
        stands_for: None,
        unit,
    })
}
