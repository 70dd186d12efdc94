//! A parser with options that are set once.

use crate::article::Article;
use crate::batch::{ArticleIterator, read_all, read_each};
use crate::corpus::Corpus;
use crate::error::refused;
use crate::parse::{read, stages};
use crate::settings::Settings;
use crate::value::keyword;
use nutgraf::{ParserBuilder, UnitKind};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyMapping, PyString, PyType};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

/// What cues and titles behave like that are given without another of their kind.
const CUE: &str = "said";
const TITLE: &str = "commissioner";

/// Reads articles under options that are set once, with words of your own beside the built-in ones.
///
/// `only` names the stages to report, one or several, as for `parse`: `["layout", "quotes"]`.
/// `min_confidence`, from 0 to 1, leaves out quotes that are less sure, and with them the claimants of their
/// claims. `day_first` says whether 4/5/2025 is the 4th of May or April 5; without it, the page tells for its
/// own dates, and in the body the month stands first.
///
/// `cues` are words that report, as a list, which behave like `said`, or as a dictionary from each word to
/// the built-in one that it behaves like: `{"skeeted": "wrote"}`. So are `titles`, which behave like
/// `commissioner` where nothing else is said. The full stops of `abbreviations` end no sentence. `units`
/// leads from what is written to the name in the singular, or to name and kind:
/// `{"smoots": ("smoot", "length")}`; `currencies` to a code of ISO 4217: `{"quid": "GBP"}`. Each form is
/// given by itself, and found however it is capitalised.
///
/// Raises `NutgrafError` for options and words that have no meaning, `TypeError` for those of other types,
/// and `UnicodeEncodeError` for words with lone surrogates.
#[pyclass(frozen, module = "nutgraf")]
pub(crate) struct Parser {
    settings: Settings,
    /// What it was made of, without what was left out: for comparing, showing and pickling.
    arguments: Py<PyDict>,
}

#[pymethods]
impl Parser {
    #[new]
    #[pyo3(signature = (
        *, only=None, min_confidence=None, day_first=None, units=None, currencies=None, cues=None, titles=None, abbreviations=None
    ))]
    fn new(
        py: Python<'_>,
        only: Option<&Bound<'_, PyAny>>,
        min_confidence: Option<f64>,
        day_first: Option<bool>,
        units: Option<&Bound<'_, PyAny>>,
        currencies: Option<&Bound<'_, PyAny>>,
        cues: Option<&Bound<'_, PyAny>>,
        titles: Option<&Bound<'_, PyAny>>,
        abbreviations: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let mut builder = nutgraf::Parser::builder();
        let mut others = String::new();
        let arguments = PyDict::new(py);
        let only = only.map(stages).transpose()?;
        if let Some(only) = &only {
            builder = builder.only(only);
            arguments.set_item("only", only.iter().map(|stage| stage.as_str()).collect::<Vec<_>>())?;
        }
        if let Some(least) = min_confidence {
            builder = builder.min_confidence(least as f32);
            arguments.set_item("min_confidence", least)?;
            others = format!(", \"min_confidence\": {least}");
        }
        if let Some(day_first) = day_first {
            builder = builder.day_first(day_first);
            arguments.set_item("day_first", day_first)?;
            others = format!("{others}, \"day_first\": {day_first}");
        }
        let mut words = Fingerprint::default();
        for (form, unit) in pairs("units", units)? {
            words.add("units", &form, &unit.repr()?.to_string());
            keep(&arguments, "units", &form, &unit)?;
            builder = add_unit(builder, &form, &unit)?;
        }
        for (form, code) in pairs("currencies", currencies)? {
            let code = string("currencies", &code)?;
            words.add("currencies", &form, &code);
            keep(&arguments, "currencies", &form, &code)?;
            builder = builder.currency(&form, &code);
        }
        for (form, like) in listed("cues", cues, CUE)? {
            words.add("cues", &form, &like);
            keep(&arguments, "cues", &form, &like)?;
            builder = builder.cue(&form, &like);
        }
        for (form, like) in listed("titles", titles, TITLE)? {
            words.add("titles", &form, &like);
            keep(&arguments, "titles", &form, &like)?;
            builder = builder.title(&form, &like);
        }
        let abbreviations = strings("abbreviations", abbreviations)?;
        if !abbreviations.is_empty() {
            arguments.set_item("abbreviations", &abbreviations)?;
        }
        for form in abbreviations {
            words.add("abbreviations", &form, "");
            builder = builder.abbreviation(&form);
        }
        if let Some(number) = words.0 {
            others = format!("{others}, \"words\": \"{number:016x}\"");
        }
        let parser = builder.build().map_err(|error| refused(&error))?;
        let settings = Settings::new(parser, only.as_deref(), &others);
        Ok(Self { settings, arguments: arguments.unbind() })
    }

    /// Read the plain text of a news article. `published` is as for the function `parse`.
    #[pyo3(signature = (text, *, published=None))]
    fn parse(&self, text: &Bound<'_, PyString>, published: Option<&Bound<'_, PyAny>>) -> PyResult<Article> {
        read(&self.settings, text, published)
    }

    /// Read many articles. The arguments are those of the function `parse_many`.
    #[pyo3(
        signature = (texts, *, ids=None, published=None, threads=None, progress=None),
        text_signature = "($self, texts, *, ids=None, published=None, threads=None, progress=False)"
    )]
    fn parse_many(
        &self,
        texts: &Bound<'_, PyAny>,
        ids: Option<&Bound<'_, PyAny>>,
        published: Option<&Bound<'_, PyAny>>,
        threads: Option<usize>,
        progress: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Corpus> {
        read_all(self.settings.clone(), texts, ids, published, threads, progress)
    }

    /// Read many articles one after the other. The arguments are those of the function `iter_many`.
    #[pyo3(signature = (texts, *, published=None, threads=None))]
    fn iter_many(
        &self,
        texts: &Bound<'_, PyAny>,
        published: Option<&Bound<'_, PyAny>>,
        threads: Option<usize>,
    ) -> PyResult<ArticleIterator> {
        read_each(self.settings.clone(), texts, published, threads)
    }

    fn __eq__(&self, py: Python<'_>, other: &Bound<'_, PyAny>) -> PyResult<bool> {
        let Ok(other) = other.cast::<Self>() else { return Ok(false) };
        self.arguments.bind(py).eq(&other.get().arguments)
    }

    fn __hash__(&self, py: Python<'_>) -> u64 {
        let mut names: Vec<_> = self.arguments.bind(py).keys().iter().map(|name| name.to_string()).collect();
        names.sort_unstable();
        let mut hasher = DefaultHasher::new();
        names.hash(&mut hasher);
        hasher.finish()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let arguments = self.arguments.bind(py).iter();
        let shown = arguments.map(|(name, value)| Ok(format!("{name}={}", value.repr()?)));
        Ok(format!("Parser({})", shown.collect::<PyResult<Vec<_>>>()?.join(", ")))
    }

    /// The parser that pickle wrote.
    #[classmethod]
    fn _restore<'py>(
        class: &Bound<'py, PyType>,
        arguments: &Bound<'py, PyDict>,
    ) -> PyResult<Bound<'py, PyAny>> {
        class.call((), Some(arguments))
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyDict>,))> {
        let arguments = slf.get().arguments.bind(slf.py()).copy()?;
        Ok((slf.get_type().getattr("_restore")?, (arguments,)))
    }
}

/// Notes a word and its meaning in the dictionary of its kind.
fn keep<'py, T>(arguments: &Bound<'py, PyDict>, name: &str, form: &str, meaning: T) -> PyResult<()>
where
    T: IntoPyObject<'py>,
{
    let words = match arguments.get_item(name)? {
        Some(words) => words,
        None => {
            let words = PyDict::new(arguments.py()).into_any();
            arguments.set_item(name, &words)?;
            words
        }
    };
    words.set_item(form, meaning)
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
