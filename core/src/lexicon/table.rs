//! What a row of each table says. The columns are described at the head of the files under `core/data/`.

/// Grammatical gender of a person, as far as a word tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Gender {
    Male,
    Female,
    Neuter,
    #[default]
    Unknown,
}

/// Row of `pronoun.tsv`.
#[derive(Debug)]
pub(crate) struct Pronoun {
    pub(crate) case: Case,
    pub(crate) person: u8,
    pub(crate) plural: bool,
    pub(crate) gender: Gender,
}

/// The case of a pronoun.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Case {
    Subject,
    Object,
    Possessive,
    Reflexive,
    Relative,
}

/// Row of `title.tsv`.
#[derive(Debug)]
pub(crate) struct Title {
    pub(crate) class: TitleClass,
    pub(crate) gender: Gender,
}

/// What a title is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TitleClass {
    /// `Mr`, `Dame`
    Honorific,
    /// `Gen`, `Professor`
    Rank,
    /// `president`, `chief executive`
    Office,
    /// `spokesman`, `analyst`
    Description,
}

/// Row of `speaker_noun.tsv`, one for each number.
#[derive(Debug)]
pub(crate) struct SpeakerNoun {
    pub(crate) kind: NounKind,
    pub(crate) gender: Gender,
    pub(crate) plural: bool,
}

/// What a noun that can speak names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum NounKind {
    Person,
    Group,
    Organization,
    Document,
    Place,
}

/// Row of `given_name.tsv`.
#[derive(Debug)]
pub(crate) struct GivenName {
    pub(crate) gender: Gender,
}

/// Row of `abbreviation.tsv`.
#[derive(Debug)]
pub(crate) struct Abbreviation {
    pub(crate) class: AbbreviationClass,
    /// Whether its full stop may end a sentence too.
    pub(crate) ends: bool,
    pub(crate) only: Only,
}

/// What an abbreviation is of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum AbbreviationClass {
    Title,
    Month,
    Weekday,
    State,
    Company,
    Latin,
    Unit,
    Time,
    Street,
    Military,
    Academic,
    Reference,
    Initialism,
    /// A name with an exclamation mark of its own.
    Brand,
    Other,
}

/// Where a word is an abbreviation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Only {
    Anywhere,
    /// Only with a capital: `Sat.`
    Capital,
    /// Only before a number: `No. 5`
    Number,
}

/// Row of `org_suffix.tsv`.
#[derive(Debug)]
pub(crate) struct OrganizationSuffix {
    /// A legal form such as `Inc` or a bare `Group`, that closes the name of a company.
    pub(crate) company: bool,
}

/// Row of `furniture.tsv`.
#[derive(Debug)]
pub(crate) struct Furniture {
    pub(crate) kind: FurnitureKind,
    pub(crate) place: Wording,
}

/// What a wording marks its line as.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum FurnitureKind {
    Navigation,
    Related,
    Boilerplate,
    Caption,
    Published,
    /// Introduces the date of a change.
    Updated,
    Byline,
    Note,
}

/// Where in its line a wording stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Wording {
    /// The line is the wording and nothing else but marks and counts.
    Whole,
    Start,
    Inside,
}

/// Row of `number_word.tsv`.
#[derive(Debug)]
pub(crate) struct NumberWord {
    pub(crate) class: NumberClass,
    /// As in the table: `12`, `1/3`, `10..100`.
    pub(crate) value: &'static str,
}

/// What kind of number a word is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum NumberClass {
    Cardinal,
    Ordinal,
    Fraction,
    /// `dozen`
    Multiple,
    /// `dozens`, `thousands`
    Vague,
    /// `twice`
    Times,
}

/// Row of `magnitude.tsv`.
#[derive(Debug)]
pub(crate) struct Magnitude {
    /// Of ten.
    pub(crate) power: u8,
    /// An abbreviation, trusted only glued to a number or beside a currency.
    pub(crate) letter: bool,
}

/// Row of `unit.tsv`.
#[derive(Debug)]
pub(crate) struct UnitRow {
    pub(crate) name: &'static str,
    pub(crate) symbol: Option<&'static str>,
    pub(crate) kind: UnitKind,
    /// The unit that `factor` leads to.
    pub(crate) base: &'static str,
    /// How many of `base` it is, where that is a finite decimal.
    pub(crate) factor: Option<&'static str>,
    pub(crate) flags: Flags,
}

/// When a form is to be trusted, as bits; the heads of the tables say what each means there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Flags(pub(crate) u16);

impl Flags {
    /// Whether the flag is set.
    pub(crate) const fn has(self, flag: Self) -> bool {
        self.0 & flag.0 != 0
    }
}

macro_rules! flags {
    ($($bit:literal $name:ident)*) => {
        impl Flags {
            $(pub(crate) const $name: Self = Self(1 << $bit);)*
        }
    };
}

flags! {
    0 AMBIGUOUS
    1 GLUED
    2 DECIMAL
    3 PREFIX
    4 AGE
    5 LARGE
    6 HISTORIC
    7 RATE
    8 THINGS
    9 BY
    10 NO_MONEY
    11 LENGTH
}

/// What a unit measures.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum UnitKind {
    /// Things counted, named by their noun: `violation`.
    Count,
    /// `percent`
    Percent,
    /// `percentage point`
    PercentagePoint,
    /// Money, the minor units of a currency and rates of it included.
    Currency,
    /// Durations and ages.
    Time,
    /// `meter`, `mile`
    Length,
    /// `acre`, `square mile`
    Area,
    /// `liter`, `barrel`
    Volume,
    /// `kilogram`, `ton`
    Mass,
    /// `mile per hour`
    Speed,
    /// `degree Celsius`
    Temperature,
    /// `kilowatt hour`
    Energy,
    /// `megawatt`
    Power,
    /// `gigabyte`
    Data,
    /// Shares, odds and times as much.
    Ratio,
    /// A unit of any other kind, such as `hertz` or `basis point`.
    Other,
}

/// Row of `currency.tsv`.
#[derive(Debug)]
pub(crate) struct Currency {
    pub(crate) name: &'static str,
    /// ISO 4217.
    pub(crate) code: Option<&'static str>,
    /// The currencies it is the minor unit of and its share, as in the table: `dollar:0.01|euro:0.01`.
    pub(crate) minor_of: Option<&'static str>,
    pub(crate) flags: Flags,
}

/// Row of `comparator.tsv`.
#[derive(Debug)]
pub(crate) struct ComparatorRow {
    /// `=`, `~`, `<`, `<=`, `>` or `>=`.
    pub(crate) sign: &'static str,
    /// Stands behind the number.
    pub(crate) after: bool,
}

/// Row of `trend.tsv`.
#[derive(Debug)]
pub(crate) struct TrendRow {
    pub(crate) up: bool,
    pub(crate) part: Part,
    pub(crate) flags: Flags,
}

/// Part of speech.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Part {
    Verb,
    Noun,
    Adverb,
    Adjective,
    Preposition,
}

/// Row of `calendar.tsv`.
#[derive(Debug)]
pub(crate) struct Calendar {
    pub(crate) class: CalendarClass,
    /// As in the table: a month's number, days from today, a holiday's rule.
    pub(crate) value: &'static str,
    /// Also an ordinary word or name.
    pub(crate) ambiguous: bool,
    /// Names a repeated day: `Mondays`.
    pub(crate) plural: bool,
}

/// What a word of the calendar is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum CalendarClass {
    Month,
    Weekday,
    Season,
    /// `yesterday`
    Day,
    /// `last`, `next`
    Relative,
    /// `ago`, `later`
    Offset,
    /// `early`, `end of`
    Part,
    /// `YTD`
    Running,
    /// `FY24`
    Own,
    /// `BC`, `AD`
    Era,
    /// `week`, `decade`
    Period,
    /// `couple of`
    Count,
    /// `nineties`
    Decade,
    Quarter,
    Half,
    /// `morning`, `noon`
    Daypart,
    Holiday,
    /// `a.m.`, `o'clock`
    Clock,
    /// `EST`
    Zone,
}

/// Row of `tense.tsv`.
#[derive(Debug)]
pub(crate) struct TenseRow {
    pub(crate) sense: TenseSense,
}

/// How a word bears on the dates beside it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TenseSense {
    /// `scheduled`
    Ahead,
    /// `begins`, in the present tense
    Schedule,
    /// `invitation`
    Plan,
    /// `failed`, before an infinitive
    Done,
    /// `book`, at the head of a sentence
    Order,
}

/// Row of `cue.tsv`.
#[derive(Debug)]
pub(crate) struct CueRow {
    pub(crate) lemma: &'static str,
    /// Of the lemma, the same in every build.
    pub(crate) hash: u32,
    pub(crate) part: Part,
    pub(crate) frames: Frames,
    /// Of a hundred forms outside quotation marks, how many report.
    pub(crate) reports: u8,
    pub(crate) sense: Sense,
}

/// What a cue reports.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Sense {
    /// Words said or written.
    Speech,
    /// Beliefs, intentions, attitudes.
    Mind,
    /// What documents show and findings.
    Act,
}

/// The complements that a cue takes, as bits; see the head of `cue.tsv`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Frames(pub(crate) u32);

impl Frames {
    /// Whether the two share a frame.
    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The complements as bits, which is what weights see.
    pub(crate) const fn complements(self) -> u32 {
        self.0 & !Self::WORK.0
    }
}

macro_rules! frames {
    ($($bit:literal $name:ident)*) => {
        impl Frames {
            $(pub(crate) const $name: Self = Self(1 << $bit);)*
        }
    };
}

frames! {
    0 QUOTE
    1 THAT
    2 BARE
    3 TO
    4 WH
    5 NP
    6 OF
    7 FOR
    8 ABOUT
    9 ON
    10 AGAINST
    11 WITH
    12 IN
    13 AS
    14 ING
    15 ADDRESSEE
    16 INVERTED
    17 PASSIVE_NO_SOURCE
    18 WORK
}

/// Row of `common_verb.tsv`.
#[derive(Debug)]
pub(crate) struct Verb {
    pub(crate) lemma: &'static str,
}

/// Row of `plural.tsv`.
#[derive(Debug)]
pub(crate) struct Plural {
    /// Or none, for a word that looks like a plural.
    pub(crate) singular: Option<&'static str>,
}

/// Row of `title_noun.tsv`.
#[derive(Debug)]
pub(crate) struct TitleNoun {
    /// The nouns that stand for one who has the title.
    pub(crate) nouns: &'static [&'static str],
}
