//! The words that open a stretch of time on one side: `since`, `no later than`, `through`.

use super::expression::Side;
use crate::lexicon::{WordId, word};

/// How a stretch may open, the last word before the others, of which the last stands first.
pub(super) type Openings = &'static [(&'static [&'static str], Side)];

/// What opens a stretch, by its last word; the first that fits is it.
pub(super) const OPENINGS: [(WordId, Openings); 17] = [
    (
        word!("after"),
        &[
            (&["or", "in"], Side::Since),
            (&["or", "on"], Side::Since),
            (&["not"], Side::Until),
            (&[], Side::After),
        ],
    ),
    (
        word!("before"),
        &[
            (&["or", "in"], Side::Until),
            (&["or", "on"], Side::Until),
            (&["not"], Side::Since),
            (&[], Side::Before),
        ],
    ),
    (
        word!("than"),
        &[
            (&["later", "not"], Side::Until),
            (&["earlier", "not"], Side::Since),
            (&["sooner", "no"], Side::Since),
            (&["later", "no"], Side::Until),
            (&["earlier", "no"], Side::Since),
            (&["later"], Side::After),
            (&["earlier"], Side::Before),
            (&["sooner"], Side::Before),
        ],
    ),
    (word!("until"), &[(&["up"], Side::Until), (&["not"], Side::Since), (&[], Side::Until)]),
    (word!("as"), &[(&["early", "as"], Side::Since), (&["late", "as"], Side::Until)]),
    (word!("to"), &[(&["prior"], Side::Before), (&["up"], Side::Until), (&["through"], Side::Until)]),
    (word!("including"), &[(&["and", "to", "up"], Side::Until)]),
    (word!("on"), &[(&["starting"], Side::Since), (&["beginning"], Side::Since)]),
    (word!("in"), &[(&["starting"], Side::Since), (&["beginning"], Side::Since)]),
    (word!("from"), &[(&["starting"], Side::Since), (&["beginning"], Side::Since)]),
    (word!("through"), &[(&[], Side::Until)]),
    (word!("since"), &[(&[], Side::Since)]),
    (word!("past"), &[(&[], Side::After)]),
    (word!("beyond"), &[(&[], Side::After)]),
    (word!("till"), &[(&[], Side::Until)]),
    (word!("starting"), &[(&[], Side::Since)]),
    (word!("beginning"), &[(&[], Side::Since)]),
];
