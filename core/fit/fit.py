"""Fit the weights of models to the candidates that the example `fit` wrote.

    fit.py CANDIDATES.txt --output FOLDER [--without-fold K] [--penalty 1.0]

A line of CANDIDATES is `model fold group label feature …`: candidates of one group exclude each other, and exactly
one is right; the group `-` is a case by itself. For each model the log-likelihood with a penalty on the squares of
the weights is maximised (L-BFGS, from zero, so that the same input gives the same weights), the weights are rounded
to eight bits and written to FOLDER/MODEL.bin: a byte that says the scale, three of zero, a signed byte a slot.
`--without-fold` leaves a fifth of the documents out, for cross-validation. Needs numpy and scipy: pip install numpy
scipy.
"""

import argparse
from collections import defaultdict
from pathlib import Path

import numpy as np
from scipy import optimize, sparse

# How many weights a model has, as `core/src/model/mod.rs` reads them.
SLOTS = 1 << 15
SEVEN_BITS = 127


class Cases:
    """The candidates of one model as a sparse matrix, a row a candidate, sorted by group."""

    def __init__(self) -> None:
        """An empty matrix."""
        self.columns: list[np.ndarray] = []
        self.labels: list[int] = []
        self.groups: list[int] = []
        self.single = False

    def add(self, group: str, label: str, features: list[str]) -> None:
        """One more candidate."""
        self.columns.append(np.array(features, dtype=np.uint64).astype(np.int64) % SLOTS)
        self.labels.append(int(label))
        self.single = group == "-"
        self.groups.append(len(self.groups) if self.single else int(group))

    def matrix(self) -> sparse.csr_matrix:
        """What was added, a row a candidate."""
        pointers = np.concatenate([[0], np.cumsum([len(row) for row in self.columns])])
        indices = np.concatenate(self.columns)
        values = np.ones(len(indices))
        rows = sparse.csr_matrix((values, indices, pointers), shape=(len(self.columns), SLOTS))
        rows.sum_duplicates()
        return rows


def fit(cases: Cases, penalty: float) -> np.ndarray:
    """The weights that make the right candidates likely."""
    rows = cases.matrix()
    right = np.array(cases.labels, dtype=float)
    starts = np.flatnonzero(np.diff(np.array(cases.groups), prepend=-1))
    sizes = np.diff(np.append(starts, len(right)))

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = rows @ weights
        if cases.single:
            share = 1 / (1 + np.exp(-scores))
            value = np.sum(np.logaddexp(0, scores) - right * scores)
        else:
            top = np.repeat(np.maximum.reduceat(scores, starts), sizes)
            raised = np.exp(scores - top)
            total = np.repeat(np.add.reduceat(raised, starts), sizes)
            share = raised / total
            value = -np.sum(right * (scores - top - np.log(total)))
        slope = rows.T @ (share - right)
        return value + penalty / 2 * weights @ weights, slope + penalty * weights

    start = np.zeros(rows.shape[1])
    return optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300}).x


def packed(weights: np.ndarray) -> bytes:
    """The file of a model: the finest scale at which the largest weight fits."""
    largest = max(np.abs(weights).max(), 1e-6)
    shift = int(np.clip(np.floor(np.log2(SEVEN_BITS / largest)), 0, 7))
    rounded = np.clip(np.round(weights * 2**shift), -SEVEN_BITS, SEVEN_BITS).astype(np.int8)
    return bytes([shift, 0, 0, 0]) + rounded.tobytes()


def read(path: Path, without: int | None) -> dict[str, Cases]:
    """The cases of each model, without those of a fold, and without groups that have no right candidate."""
    models: dict[str, Cases] = defaultdict(Cases)
    pending: dict[str, list[tuple[str, str, list[str]]]] = defaultdict(list)

    def close(model: str) -> None:
        if any(label == "1" for _, label, _ in pending[model]):
            for row in pending[model]:
                models[model].add(*row)
        pending[model].clear()

    with path.open(encoding="ascii") as lines:
        for line in lines:
            model, fold, group, label, *features = line.split()
            if without is not None and int(fold) == without:
                continue
            if group == "-":
                models[model].add(group, label, features)
                continue
            if pending[model] and pending[model][0][0] != group:
                close(model)
            pending[model].append((group, label, features))
    for model in list(pending):
        close(model)
    return models


def main() -> None:
    """Command line entry."""
    parser = argparse.ArgumentParser(description="Fit the weights of models")
    parser.add_argument("candidates", type=Path)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--without-fold", type=int)
    parser.add_argument("--penalty", type=float, default=1.0)
    args = parser.parse_args()
    args.output.mkdir(parents=True, exist_ok=True)
    for model, cases in sorted(read(args.candidates, args.without_fold).items()):
        weights = fit(cases, args.penalty)
        (args.output / f"{model}.bin").write_bytes(packed(weights))
        used = int(np.count_nonzero(np.abs(weights) > np.abs(weights).max() / SEVEN_BITS / 2))
        print(f"{model}: {len(cases.labels)} candidates, {used} weights")


if __name__ == "__main__":
    main()
