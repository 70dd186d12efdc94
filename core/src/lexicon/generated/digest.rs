//! `@generated` by the test `codegen`: a hash of the other files here.

pub(crate) const DIGEST: u64 = 0x82fa28cfb66b7780;
