//! A parser with options that are set once.

use crate::article::Article;
use crate::error::refused;
use crate::parse::{read, stages};
use crate::settings::Settings;
use crate::value::keyword;
use nutgraf::{ParserBuilder, UnitKind};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyMapping, PyString};

/// What cues and titles behave like that are given without another of their kind.
const CUE: &str = "said";
const TITLE: &str = "commissioner";

/// Reads articles under options that are set once, with words of your own beside the built-in ones.
///
/// `only` names the stages to report, as for `parse`. `day_first` says whether 4/5/2025 is the 4th of May or
/// April 5; without it, the page tells for its own dates, and in the body the month stands first.
///
/// `cues` are words that report, as a list, which behave like `said`, or as a dictionary from each word to
/// the built-in one that it behaves like: `{"skeeted": "wrote"}`. So are `titles`, which behave like
/// `commissioner` where nothing else is said. The full stops of `abbreviations` end no sentence. `units`
/// leads from what is written to the name in the singular, or to name and kind:
/// `{"smoots": ("smoot", "length")}`; `currencies` to a code of ISO 4217: `{"quid": "GBP"}`. Each form is
/// given by itself, and found however it is capitalised.
#[pyclass(frozen, module = "nutgraf")]
pub(crate) struct Parser {
    settings: Settings,
}

#[pymethods]
impl Parser {
    #[new]
    #[pyo3(signature = (
        *, only=None, day_first=None, units=None, currencies=None, cues=None, titles=None, abbreviations=None
    ))]
    fn new(
        only: Option<&Bound<'_, PyAny>>,
        day_first: Option<bool>,
        units: Option<&Bound<'_, PyAny>>,
        currencies: Option<&Bound<'_, PyAny>>,
        cues: Option<&Bound<'_, PyAny>>,
        titles: Option<&Bound<'_, PyAny>>,
        abbreviations: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let mut builder = nutgraf::Parser::builder();
        let mut others = String::new();
        let only = only.map(stages).transpose()?;
        if let Some(only) = &only {
            builder = builder.only(only);
        }
        if let Some(day_first) = day_first {
            builder = builder.day_first(day_first);
            others = format!(", \"day_first\": {day_first}");
        }
        let mut words = Fingerprint::default();
        for (form, unit) in pairs("units", units)? {
            words.add("units", &form, &unit.repr()?.to_string());
            builder = add_unit(builder, &form, &unit)?;
        }
        for (form, code) in pairs("currencies", currencies)? {
            let code = string("currencies", &code)?;
            words.add("currencies", &form, &code);
            builder = builder.currency(&form, &code);
        }
        for (form, like) in listed("cues", cues, CUE)? {
            words.add("cues", &form, &like);
            builder = builder.cue(&form, &like);
        }
        for (form, like) in listed("titles", titles, TITLE)? {
            words.add("titles", &form, &like);
            builder = builder.title(&form, &like);
        }
        for form in strings("abbreviations", abbreviations)? {
            words.add("abbreviations", &form, "");
            builder = builder.abbreviation(&form);
        }
        if let Some(number) = words.0 {
            others = format!("{others}, \"words\": \"{number:016x}\"");
        }
        let parser = builder.build().map_err(|error| refused(&error))?;
        Ok(Self { settings: Settings::new(parser, only.as_deref(), &others) })
    }

    /// Read the plain text of a news article. `published` is as for the function `parse`.
    #[pyo3(signature = (text, *, published=None))]
    fn parse(&self, text: &Bound<'_, PyString>, published: Option<&Bound<'_, PyAny>>) -> PyResult<Article> {
        read(&self.settings, text, published)
    }
}

/// A number that is another for other words, and none without any: FNV-1a.
#[derive(Default)]
struct Fingerprint(Option<u64>);

impl Fingerprint {
    fn add(&mut self, list: &str, form: &str, meaning: &str) {
        let bytes = [list, form, meaning].into_iter().flat_map(|part| part.bytes().chain([0]));
        let start = self.0.unwrap_or(0xcbf2_9ce4_8422_2325);
        self.0 =
            Some(bytes.fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)));
    }
}

/// A name, or name and kind.
fn add_unit(builder: ParserBuilder, form: &str, unit: &Bound<'_, PyAny>) -> PyResult<ParserBuilder> {
    if let Ok(name) = unit.cast::<PyString>() {
        return Ok(builder.unit(form, name.to_str()?, None));
    }
    let Ok((name, kind)) = unit.extract::<(String, String)>() else {
        return Err(expected("units", "strings or pairs of name and kind", unit));
    };
    Ok(builder.unit(form, &name, keyword::<UnitKind>(&kind)?))
}

/// Words with what they behave like, which `like` says for those of a list.
fn listed(name: &str, words: Option<&Bound<'_, PyAny>>, like: &str) -> PyResult<Vec<(String, String)>> {
    if words.is_some_and(|words| words.cast::<PyMapping>().is_ok()) {
        let pairs = pairs(name, words)?.into_iter();
        return pairs.map(|(form, like)| Ok((form, string(name, &like)?))).collect();
    }
    Ok(strings(name, words)?.into_iter().map(|form| (form, like.to_owned())).collect())
}

fn pairs<'py>(name: &str, words: Option<&Bound<'py, PyAny>>) -> PyResult<Vec<(String, Bound<'py, PyAny>)>> {
    let Some(words) = words else { return Ok(Vec::new()) };
    let Ok(mapping) = words.cast::<PyMapping>() else { return Err(expected(name, "a dictionary", words)) };
    mapping
        .items()?
        .iter()
        .map(|item| {
            let (form, meaning) = item.extract::<(Bound<'py, PyAny>, Bound<'py, PyAny>)>()?;
            Ok((string(name, &form)?, meaning))
        })
        .collect()
}

fn strings(name: &str, words: Option<&Bound<'_, PyAny>>) -> PyResult<Vec<String>> {
    let Some(words) = words else { return Ok(Vec::new()) };
    // A word by itself would be taken letter by letter.
    if words.cast::<PyString>().is_ok() {
        return Err(expected(name, "a list of strings", words));
    }
    let Ok(words) = words.try_iter() else { return Err(expected(name, "a list of strings", words)) };
    words.map(|word| string(name, &word?)).collect()
}

fn string(name: &str, word: &Bound<'_, PyAny>) -> PyResult<String> {
    match word.cast::<PyString>() {
        Ok(word) => Ok(word.to_str()?.to_owned()),
        Err(_) => Err(expected(name, "strings", word)),
    }
}

fn expected(name: &str, what: &str, found: &Bound<'_, PyAny>) -> PyErr {
    match found.get_type().name() {
        Ok(kind) => PyTypeError::new_err(format!("Expected {what} in {name}, found {kind}.")),
        Err(error) => error,
    }
}
