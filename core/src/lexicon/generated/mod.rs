//! `@generated` from `core/data/` by the test `codegen`; run it with `NUTGRAF_CODEGEN=write` to renew.

pub(crate) mod digest;
pub(crate) mod tables;
