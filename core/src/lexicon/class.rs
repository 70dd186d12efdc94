//! The classes a word can have: bits that the scan writes into each token, so that later stages ask with one mask.

/// A set of word classes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) struct Classes(pub(crate) u64);

impl Classes {
    /// No class at all: a word that the lexicon does not have.
    pub(crate) const NONE: Self = Self(0);

    /// Both sets together.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two sets share a class.
    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

macro_rules! classes {
    ($($bit:literal $name:ident $doc:literal)*) => {
        impl Classes {
            $(#[doc = $doc] pub(crate) const $name: Self = Self(1 << $bit);)*

            /// Every class with its name, as the tables under `core/data/` are compiled with them.
            pub(crate) const NAMES: &[(&str, Self)] = &[$((stringify!($name), Self::$name)),*];
        }
    };
}

classes! {
    0 ARTICLE "`the`, `a`, `an`"
    1 DETERMINER "words that open a noun phrase: articles, demonstratives, possessives, quantifiers"
    2 PRONOUN "personal pronouns in any case"
    3 PREPOSITION "`of`, `in`, `with`"
    4 CONJUNCTION "`and`, `or`, `but`"
    5 SUBORDINATOR "`because`, `while`, `if`"
    6 RELATIVE "`who`, `which`, `that`, `whose`"
    7 WH "`what`, `how`, `whether`"
    8 AUXILIARY "forms of be, have and do"
    9 MODAL "`will`, `would`, `can`"
    10 NEGATION "`not`, `never`, `n't` forms"
    11 ADVERB "adverbs that stand beside verbs of saying"
    12 CUE_VERB "a form of a verb in the cue table"
    13 CUE_NOUN "a form of a noun in the cue table"
    14 CUE_OTHER "prepositions, adverbs and adjectives of the cue table"
    15 VERB "any verb form of the lexicon, cue or not"
    16 HONORIFIC "`Mr`, `Dr`, `Sir`"
    17 TITLE "offices, ranks and descriptions that stand before a name"
    18 PERSON_NOUN "`man`, `spokeswoman`, `resident`"
    19 GROUP_NOUN "`critics`, `officials`"
    20 ORGANIZATION_NOUN "`ministry`, `company`"
    21 DOCUMENT_NOUN "`report`, `study`"
    22 PLACE_NOUN "`city`, `country`"
    23 GIVEN_NAME "a given name"
    24 ALSO_WORD "a given name or place that is as often an ordinary word"
    25 PLACE "a country, city, state or region"
    26 DEMONYM "`Russian`, `French`"
    27 SEAT "a seat of government that speaks for it: `Kremlin`, `Downing Street`"
    28 NAME_PARTICLE "`van`, `de`, `al`"
    29 NAME_SUFFIX "`Jr`, `III`"
    30 ORGANIZATION_SUFFIX "`Inc`, `University`, `Police`"
    31 AGENCY "a news agency or newsroom"
    32 ABBREVIATION "written with a full stop that ends no sentence by itself"
    33 NUMBER "a cardinal number word"
    34 ORDINAL "an ordinal number word"
    35 FRACTION "`half`, `third`, `quarters`"
    36 MAGNITUDE "`hundred`, `million`, `bn`"
    37 UNIT "a unit of measure, by word or symbol"
    38 CURRENCY "a currency, by word, code or symbol"
    39 COMPARATOR "`about`, `more than`, `at least`"
    40 TREND "`rose`, `decline`, `down`"
    41 MONTH "a month"
    42 WEEKDAY "a day of the week"
    43 CALENDAR "any other word of the calendar table: relative days, periods, seasons, holidays"
    44 FURNITURE "a word that opens a wording of the furniture table"
    45 PHRASE "a word that opens a phrase of some table"
    46 POSSESSIVE "`his`, `their`"
    47 FUNCTION "any closed-class word; their share tells the language"
    48 COMMON "a common lower-case word"
    49 LABEL "a noun that a number behind it names one of: `section`, `page`"
    50 ADJECTIVE "a common adjective"
}

impl std::fmt::Debug for Classes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set()
            .entries(Self::NAMES.iter().filter(|(_, class)| self.any(*class)).map(|(name, _)| name))
            .finish()
    }
}
