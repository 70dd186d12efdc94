//! `@generated` by the test `codegen`: a hash of the other files here.

pub(crate) const DIGEST: u64 = 0x2f8a275e3c12dbee;
