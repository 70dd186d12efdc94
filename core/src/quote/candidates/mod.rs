//! What the grammar offers at a cue; weights choose.

mod content;
mod source;

pub(super) use content::{Group, Side, ends, left_end, lefts, next_speaks, starts};
pub(super) use source::{Position, Source, sources};
