# What users and CI run. `make test` is everything; the others are its parts.

.PHONY: tables

## Compiles core/data/ to core/src/lexicon/generated/. It needs no working library, so that a change of the
## tables' shape can be made in one go.
tables:
	cd core && CARGO_MANIFEST_DIR=$$PWD rustc --edition 2024 --test -A warnings -o ../target/codegen tests/codegen/main.rs
	cd core && NUTGRAF_CODEGEN=write ../target/codegen -q
