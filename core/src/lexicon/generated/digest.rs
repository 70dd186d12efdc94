//! `@generated` by the test `codegen`: a hash of the other files here.

pub(crate) const DIGEST: u64 = 0xd400b9a5425af2ec;
