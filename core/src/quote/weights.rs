//! The models that choose among the candidates.

use crate::model::{Model, Weights};

/// Whether a word of the lexicon reports where it stands.
pub(super) static CUE: Model = Model::new("quote-cue", include_bytes!("../../data/weights/quote-cue.bin"));
/// Which noun phrase speaks.
pub(super) static SOURCE: Model =
    Model::new("quote-source", include_bytes!("../../data/weights/quote-source.bin"));
/// On which side of the cue the content stands.
pub(super) static SIDE: Model = Model::new("quote-side", include_bytes!("../../data/weights/quote-side.bin"));
/// Where content behind the cue begins.
pub(super) static START: Model =
    Model::new("quote-start", include_bytes!("../../data/weights/quote-start.bin"));
/// Where content behind the cue ends.
pub(super) static END: Model = Model::new("quote-end", include_bytes!("../../data/weights/quote-end.bin"));
/// Where content before the cue begins.
pub(super) static LEFT: Model = Model::new("quote-left", include_bytes!("../../data/weights/quote-left.bin"));

/// How many quotes are right at each product of the choices; see [`super::confidence`].
pub(super) static CONFIDENCE: Model =
    Model::new("quote-confidence", include_bytes!("../../data/weights/quote-confidence.bin"));

/// The weights of all of them, fetched once for an article.
#[derive(Clone, Copy, Debug)]
pub(super) struct All {
    pub(super) cue: Weights<'static>,
    pub(super) source: Weights<'static>,
    pub(super) side: Weights<'static>,
    pub(super) start: Weights<'static>,
    pub(super) end: Weights<'static>,
    pub(super) left: Weights<'static>,
}

impl All {
    pub(super) fn fetch() -> Self {
        Self {
            cue: CUE.weights(),
            source: SOURCE.weights(),
            side: SIDE.weights(),
            start: START.weights(),
            end: END.weights(),
            left: LEFT.weights(),
        }
    }
}
