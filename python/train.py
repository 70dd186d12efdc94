"""Read the project's articles with an instrumented build, for the compiler to see what is done often.

`maturin build --pgo` runs it. What is seldom asked for (tables, JSON) is in it too, or it would be made small
in place of fast.
"""

from pathlib import Path

import nutgraf

ARTICLES = Path(__file__).resolve().parents[1] / "core" / "tests" / "articles"
ROUNDS = 100


def main() -> None:
    """Read each article alone, then all of them as a batch."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt"))]
    for text in texts:
        article = nutgraf.parse(text)
        article.to_dict()
        article.to_json()
    corpus = nutgraf.parse_many(texts * ROUNDS, threads=1)
    for table in ("blocks", "sentences", "speakers", "quotes", "claims", "dates"):
        getattr(corpus, table).__arrow_c_stream__()


if __name__ == "__main__":
    main()
