# What users and CI run. `make test` is everything; the others are its parts. It needs Rust, Python 3.11 or later and make;
# what else it uses goes into .venv. CARGO_TARGET_DIR, PIP_INDEX_URL and the like are respected.

PYTHON ?= python3
VENV := $(CURDIR)/.venv
TOOLS := $(VENV)/.tools
FULL := $(VENV)/.full
ENGINES := $(VENV)/.engines

.PHONY: test format clippy rust-test rust-check doc fuzz-smoke build stubs lint python-test test-full test-engines \
	wheel package test-hostile deny tables bench-check bench-count compare
# Each part waits for the one before: the last line is the count of the Python tests, and cargo builds one thing at a time.
.NOTPARALLEL:

test: format clippy rust-check rust-test doc fuzz-smoke build stubs lint python-test

format:
	cargo fmt --all --check

clippy:
	cargo clippy --quiet --workspace --all-targets --all-features -- --deny warnings

## The bare crate, as those who use no feature get it.
rust-check:
	cargo clippy --quiet --package nutgraf --no-default-features -- --deny warnings

## Unit, integration and documentation tests.
rust-test:
	cargo test --quiet --package nutgraf --all-features

doc:
	RUSTDOCFLAGS="--deny warnings" cargo doc --quiet --package nutgraf --all-features --no-deps

## Every fuzz target for a while, a minute in all, on the toolchain at hand.
fuzz-smoke:
	cargo run --quiet --release --manifest-path fuzz/Cargo.toml --bin smoke -- 60

## Hostile texts of fifty million bytes each.
test-hostile:
	NUTGRAF_HOSTILE_BYTES=50000000 cargo test --release --package nutgraf --features invariants,serde --test hostile

## Bans, licences and sources of what is depended on; needs cargo-deny. Advisories need a network.
deny:
	cargo deny check bans licenses sources
	cargo deny --manifest-path fuzz/Cargo.toml check licenses sources

$(TOOLS): python/requirements-dev.txt
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --requirement python/requirements-dev.txt
	touch $(TOOLS)

## The Python package, editable, in .venv.
build: $(TOOLS)
	VIRTUAL_ENV=$(VENV) $(VENV)/bin/maturin develop --quiet --manifest-path python/Cargo.toml

stubs: $(TOOLS)
	cd python && $(VENV)/bin/mypy
	cd python && $(VENV)/bin/python -m mypy.stubtest nutgraf._native --mypy-config-file pyproject.toml

lint: $(TOOLS)
	$(VENV)/bin/ruff check --quiet python benches core/fit
	$(VENV)/bin/ruff format --quiet --check python benches core/fit

python-test: $(TOOLS)
	cd python && $(VENV)/bin/python -m pytest

$(FULL): python/requirements-full.txt $(TOOLS)
	$(VENV)/bin/python -m pip install --quiet --requirement python/requirements-full.txt
	touch $(FULL)

## What takes other libraries: pandas, Polars, pyarrow, DuckDB, Altair, spaCy, notebooks, type checkers; and memory, measured.
test-full: $(FULL)
	VIRTUAL_ENV=$(VENV) $(VENV)/bin/maturin develop --quiet --profile quick --manifest-path python/Cargo.toml
	cd python && PYTHONPATH=tests $(VENV)/bin/python -m pytest tests/full

$(ENGINES): python/requirements-engines.txt $(TOOLS)
	$(VENV)/bin/python -m pip install --quiet --requirement python/requirements-engines.txt
	touch $(ENGINES)

## Spark, Ray, Dask and datasets, each with workers of its own on this machine; Spark needs Java 17 or later. What the engines
## warn of is not ours.
test-engines: $(ENGINES)
	VIRTUAL_ENV=$(VENV) $(VENV)/bin/maturin develop --quiet --profile quick --manifest-path python/Cargo.toml
	cd python && PYTHONPATH=tests $(VENV)/bin/python -m pytest -W ignore tests/engines

## The wheel of this machine and the source distribution in target/wheels, each tried in an empty environment.
wheel: $(TOOLS)
	PATH="$(VENV)/bin:$$PATH" $(PYTHON) python/release.py

## Whether the crate can be published: what is in it, and that it builds from that alone.
package:
	cargo package --quiet --package nutgraf
	cargo publish --quiet --dry-run --package nutgraf

## Compiles core/data/ to core/src/lexicon/generated/. It needs no working library, so that a change of the
## tables' shape can be made in one go.
tables:
	mkdir -p target
	cd core && CARGO_MANIFEST_DIR=$$PWD rustc --edition 2024 --test -A warnings -o ../target/codegen tests/codegen/main.rs
	cd core && NUTGRAF_CODEGEN=write ../target/codegen -q

## Fails when a stage costs more instructions a byte than benches/instructions.tsv keeps; it needs valgrind.
bench-check:
	$(PYTHON) benches/instructions.py --check

## Tools that people use today beside nutgraf, in one run: the table of the README. They are large; it takes minutes.
compare: $(TOOLS)
	$(PYTHON) -m venv target/compare
	target/compare/bin/python -m pip install --quiet --requirement benches/requirements.txt
	VIRTUAL_ENV=$(CURDIR)/target/compare $(VENV)/bin/maturin develop --quiet --release --manifest-path python/Cargo.toml
	target/compare/bin/python benches/compare.py

## Keeps the counts of now.
bench-count:
	$(PYTHON) benches/instructions.py --write
