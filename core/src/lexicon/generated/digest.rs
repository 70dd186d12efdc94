//! `@generated` by the test `codegen`: a hash of the other files here.

pub(crate) const DIGEST: u64 = 0x2042a17182e0dec1;
