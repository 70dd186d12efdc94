//! What the grammar offers at a cue; weights choose.

mod content;
mod source;

pub(super) use content::{Group, Side, ends, latest_end, left_end, lefts, starts};
pub(super) use source::{Position, Source, sources};
