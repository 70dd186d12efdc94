//! `@generated` by the test `codegen`: a hash of the other files here.

pub(crate) const DIGEST: u64 = 0xfb30d863fbd72e36;
