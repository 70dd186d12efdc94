//! Enums that are written as one word in FORMAT.md.

/// Gives an enum its word in FORMAT.md: `as_str` and `Display`, `from_word` and `FromStr`, and with the feature `serde` both
/// directions of it.
macro_rules! keywords {
    ($name:ident { $($variant:ident = $word:literal),* $(,)? }) => {
        impl $name {
            /// Every variant, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word that FORMAT.md has for it.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),*
                }
            }

            /// What FORMAT.md means by `word`, or `None` where it has no such word.
            pub fn from_word(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::Error;

            /// What FORMAT.md means by `word`, or [`Error::Keyword`](crate::Error::Keyword) where it has no such word.
            fn from_str(word: &str) -> Result<Self, Self::Err> {
                let expected: &[&str] = &[$($word),*];
                Self::from_word(word).ok_or_else(|| crate::Error::Keyword { expected, found: word.to_owned() })
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let word = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                Self::from_word(&word)
                    .ok_or_else(|| serde::de::Error::unknown_variant(&word, &[$($word),*]))
            }
        }
    };
}

pub(crate) use keywords;
