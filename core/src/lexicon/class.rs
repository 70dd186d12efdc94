//! The classes a word can have: bits that the scan writes into each token, so that later stages ask with one mask.

/// A set of word classes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) struct Classes(pub(crate) u64);

impl Classes {
    /// Of a hundred occurrences of a cue that reports often, so many do.
    pub(crate) const OFTEN: u8 = 24;

    /// Both sets together.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What both sets have.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether the two sets share a class.
    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

macro_rules! classes {
    ($($name:ident $doc:literal)*) => {
        /// The bit of each class.
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Bit {
            $($name),*
        }

        impl Classes {
            $(#[doc = $doc] pub(crate) const $name: Self = Self(1 << Bit::$name as u64);)*

            /// Every class with its name, as the tables under `core/data/` are compiled with them.
            pub(crate) const NAMES: &[(&str, Self)] = &[$((stringify!($name), Self::$name)),*];
        }
    };
}

classes! {
    ARTICLE "`the`, `a`, `an`"
    DETERMINER "words that open a noun phrase: articles, demonstratives, possessives, quantifiers"
    COUNTING "determiners that may open a number or a length: `a`, `few`, `half`"
    PRONOUN "personal pronouns in any case"
    PREPOSITION "`of`, `in`, `with`"
    CONJUNCTION "`and`, `or`, `but`"
    SUBORDINATOR "`because`, `while`, `if`"
    RELATIVE "`who`, `which`, `that`, `whose`"
    WH "`what`, `how`, `whether`"
    AUXILIARY "forms of be, have and do"
    MODAL "`will`, `would`, `can`"
    NEGATION "`not`, `never`, `n't` forms"
    ADVERB "adverbs that stand beside verbs of saying"
    CUE_VERB "a form of a verb in the cue table"
    CUE_NOUN "a form of a noun in the cue table"
    CUE_OTHER "prepositions, adverbs and adjectives of the cue table"
    CUE_OFTEN "a word that is in the cue table by itself, as one that reports often"
    VERB "any verb form of the lexicon, cue or not"
    HONORIFIC "`Mr`, `Dr`, `Sir`"
    TITLE "offices, ranks and descriptions that stand before a name"
    PERSON_NOUN "`man`, `spokeswoman`, `resident`"
    GROUP_NOUN "`critics`, `officials`"
    ORGANIZATION_NOUN "`ministry`, `company`"
    DOCUMENT_NOUN "`report`, `study`"
    PLACE_NOUN "`city`, `country`"
    GIVEN_NAME "a given name"
    ALSO_WORD "a given name or place that is as often an ordinary word"
    PLACE "a country, city, state or region"
    DEMONYM "`Russian`, `French`"
    SEAT "a seat of government that speaks for it: `Kremlin`, `Downing Street`"
    NAME_PARTICLE "`van`, `de`, `al`"
    NAME_SUFFIX "`Jr`, `III`"
    ORGANIZATION_SUFFIX "`Inc`, `University`, `Police`"
    AGENCY "a news agency or newsroom"
    ABBREVIATION "written with a full stop that ends no sentence by itself"
    NUMBER "a cardinal number word"
    ORDINAL "an ordinal number word"
    FRACTION "`half`, `third`, `quarters`"
    MAGNITUDE "`hundred`, `million`, `bn`"
    UNIT "a unit of measure, by word or symbol"
    CURRENCY "a currency, by word, code or symbol"
    COMPARATOR "`about`, `more than`, `at least`"
    COMPARATOR_END "a word that ends an entry of the comparator table: `about`, `than`, `least`"
    TREND "`rose`, `decline`, `down`"
    MONTH "a month"
    WEEKDAY "a day of the week"
    CALENDAR "any other word of the calendar table: relative days, periods, seasons, holidays"
    FURNITURE "a word that opens a wording of the furniture table"
    PHRASE "a word that opens a phrase of some table"
    CUE_PHRASE "a word that opens a phrase of the cue table"
    CALENDAR_PHRASE "a word that opens a phrase of the calendar table"
    POSSESSIVE "`his`, `their`"
    FUNCTION "any closed-class word; their share tells the language"
    COMMON "a common lower-case word"
    LABEL "a noun that a number behind it names one of: `section`, `page`"
    ADJECTIVE "a common adjective"
    VERB_BASE "a verb's base form: `claim`, `set`"
    VERB_THIRD "a verb's form in -s: `claims`"
    VERB_PAST "a verb's past or past participle: `claimed`, `said`, `set`"
    VERB_ING "a verb's form in -ing"
    PLURAL "a noun of the table of speakers in the plural"
    OWN "a word that opens an entry of the caller's own"
    DIGITS "a number in digits, which the scan gives it: no table has one"
}

impl std::fmt::Debug for Classes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set()
            .entries(Self::NAMES.iter().filter(|(_, class)| self.any(*class)).map(|(name, _)| name))
            .finish()
    }
}
