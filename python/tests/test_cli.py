"""`python -m nutgraf`, as a user runs it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import nutgraf
import pytest
from complete import JSON, TEXT
from conftest import ARTICLES
from nutgraf._report import report

FERRY = next(path for path in ARTICLES if path.stem == "wire-ferry")


def run(
    *arguments: str | Path, given: bytes = b"", **environment: str
) -> "subprocess.CompletedProcess[bytes]":
    """Run the command line with a console that knows nothing but ASCII."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "nutgraf", *arguments],
        input=given,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", **environment},
    )


def lines(*records: Any) -> bytes:
    return b"".join(json.dumps(record, ensure_ascii=False).encode() + b"\n" for record in records)


def test_report_of_a_file() -> None:
    done = run(FERRY, "--published", "2025-05-11")
    assert (done.returncode, done.stderr) == (0, b"")
    article = nutgraf.parse(FERRY.read_bytes().decode(), published="2025-05-11")
    assert done.stdout.decode() == report(article) + "\n"


def test_report_shows_everything(complete: nutgraf.Article) -> None:
    start, end = complete.diagnostics[0].span
    assert report(complete).splitlines() == [
        "𝄞 Tunnel “will cost” more 🚇",
        "by Zoë Müller, Ann Lee · PORT ELLERY (PA) · updated 2025-05-10T09:40",
        "",
        "Sections",
        "  (opening)                                                           1 block",
        "  Costs                                                               2 blocks",
        "",
        "Quotes (3)",
        "  Speaker                 Cue             Words",
        "  Dana Whitfield          told            We asked 🙂 too late. It shows.",
        "  Dana Whitfield          said            Costs rose more than 40 percent, and …",
        "  unknown                                 will cost",
        "",
        "Claims (2)",
        "  Who                 What                      Value            Unit",
        "  Dana Whitfield      Costs                     > up 40          percent",
        "  the article                                   15 to 20",
        "",
        "This quotation mark opens a quotation that its paragraph does not close:",
        f"characters {start}..{end}",
    ]


def test_report_fits_a_terminal(text: str) -> None:
    for changed in (text, text.replace("a", "漢"), text.replace("e", "e\u0301"), text.replace(" ", "_")):
        for line in report(nutgraf.parse(changed)).splitlines():
            assert len(line.replace("漢", "漢漢").replace("\u0301", "")) <= 80


def test_report_does_not_steer_the_terminal(complete: nutgraf.Article) -> None:
    text = TEXT.replace("Dana", "\x1b[3m").replace("Costs", "\u202eC\x00\x9bs")
    steering = nutgraf.Article.from_json(
        text, JSON.replace("Dana", "\\u001b[3m").replace("Costs", "\\u202eC\\u0000\\u009bs")
    )
    assert not {"\x1b", "\x00", "\x9b", "\u202e"} & set(report(steering))
    assert "\x1b[1m" in report(complete, colour=True)
    assert "\x1b" not in report(complete)


def test_json_of_a_file() -> None:
    done = run(FERRY, "--json", "--published", "2025-05-11")
    assert (done.returncode, done.stderr) == (0, b"")
    article = nutgraf.parse(FERRY.read_bytes().decode(), published="2025-05-11")
    assert done.stdout.decode() == article.to_json() + "\n"


def test_json_of_several_files(tmp_path: Path) -> None:
    other = tmp_path / "crlf.txt"
    other.write_bytes("\ufeff“Costs rose,” she said.\r\n\r\n𝄞 It is late.\r".encode())
    done = run("--json", FERRY, other)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [article.pop("id") for article in found] == [str(FERRY), str(other)]
    assert found[1] == nutgraf.parse(other.read_bytes().decode()).to_dict()


def test_standard_input() -> None:
    done = run("-", "--json", given=FERRY.read_bytes())
    assert json.loads(done.stdout) == nutgraf.parse(FERRY.read_bytes().decode()).to_dict()


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    bad = tmp_path / "latin.txt"
    bad.write_bytes("Café".encode("latin-1"))
    done = run("--json", tmp_path / "none.txt", tmp_path, bad, FERRY)
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        f"nutgraf: {tmp_path / 'none.txt'}: No such file or directory",
        f"nutgraf: {tmp_path}: Is a directory",
        f"nutgraf: {bad}: not UTF-8: byte 3 is 0xe9",
    ]
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "give one FILE or more, or --jsonl"),
        (["--jsonl", "x.txt"], "give one FILE or more, or --jsonl"),
        (["--jsonl", "--json"], "leave --json out"),
        (
            ["--published", "May", "x.txt"],
            'Expected a date as YYYY-MM-DD that the calendar has, found "May".',
        ),
        (
            ["--jsonl", "--only", "quotes,names"],
            "Expected a stage (layout, sentences, quotes, claims, dates)",
        ),
        (["--nonsense"], "unrecognized arguments"),
    ],
)
def test_usage(arguments: list[str], message: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert message in " ".join(done.stderr.decode().split())


def test_version() -> None:
    assert run("--version").stdout.decode() == f"nutgraf {nutgraf.__version__}\n"


def test_json_lines() -> None:
    text = "\ufeffThe council voted on Friday, 𝄞 it said.\r\nCosts \0 rose."
    records: list[dict[str, Any]] = [
        {"id": "a", "text": text},
        {"id": 7, "text": text, "published": "2025-05-11"},
        {"id": None, "text": "", "published": None},
        {"text": text, "more": [1, {"deep": True}]},
        {"id": {"set": "é"}, "text": "“"},
    ]
    done = run("--jsonl", given=lines(*records))
    assert (done.returncode, done.stderr) == (0, b"")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert all(next(iter(article)) == "id" for article in found)
    assert [article.pop("id") for article in found] == ["a", 7, None, None, {"set": "é"}]
    parsed = [nutgraf.parse(record["text"], published=record.get("published")) for record in records]
    assert found == [article.to_dict() for article in parsed]


def test_json_lines_with_a_moment_and_a_byte_order_mark() -> None:
    text = "It opens on Monday."
    moments = ("2025-05-11", "2025-05-11T10:00:00Z", "2025-05-11 10:00")
    done = run("--jsonl", given=b"\xef\xbb\xbf" + lines(*({"text": text, "published": at} for at in moments)))
    assert (done.returncode, done.stderr) == (0, b"")
    assert [json.loads(line)["dates"][0]["date"] for line in done.stdout.splitlines()] == ["2025-05-12"] * 3
    assert run("--jsonl", given=b"\xef\xbb\xbf").returncode == 0
    assert "first ten characters" in " ".join(run("--help").stdout.decode().split())


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are text elsewhere")
def test_a_name_that_is_no_utf_8(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_bytes(FERRY.read_bytes())
    done = run(path, FERRY)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "caf\ufffd.txt" in done.stdout.decode().splitlines()[0]
    found = [json.loads(line) for line in run("--json", path, FERRY).stdout.splitlines()]
    assert found[0]["id"] == str(tmp_path / "caf\ufffd.txt")
    path.write_bytes(b"\xff")
    done = run(path)
    assert (done.returncode, b"not UTF-8" in done.stderr, b"Traceback" in done.stderr) == (1, True, False)


def test_json_lines_of_some_stages() -> None:
    text = "Menu\n\nThe council voted on Friday."
    done = run("--jsonl", "--only", "sentences,dates", given=lines({"id": 1, "text": text}))
    found = json.loads(done.stdout)
    assert found.pop("id") == 1
    assert found == nutgraf.parse(text, only=["sentences", "dates"]).to_dict()
    assert found["blocks"] == []


def test_json_lines_that_are_bad() -> None:
    good = b'{"id": "good", "text": "Costs rose."}\n'
    bad = {
        b"{": "not JSON: Expecting property name enclosed in double quotes at column 2",
        b'{"id": 1}': 'expected an object with a string "text"',
        b'["text"]': 'expected an object with a string "text"',
        b'{"id": 1, "text": null}': 'expected an object with a string "text"',
        b'{"id": NaN, "text": ""}': "not JSON: NaN",
        b'{"id": 1, "text": "\xff"}': "not UTF-8: byte 19 is 0xff",
        b'{"id": 1, "text": "\\ud800"}': "'utf-8' codec can't encode character '\\ud800' in position 0: "
        "surrogates not allowed",
        b'{"id": 1, "text": "", "published": "May"}': "Expected a date as YYYY-MM-DD that the calendar has, "
        'found "May".',
        b'{"id": 1, "text": "", "published": 1}': "Expected published as a datetime.date or a string as "
        "YYYY-MM-DD, found int.",
        b"[" * 100_000: "nested too deep",
    }
    done = run("--jsonl", given=b"".join(line + b"\n" + good for line in bad) + b"\n \n" + good.rstrip())
    assert done.returncode == 1
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["good"] * (len(bad) + 1)
    expected = [f"nutgraf: line {2 * i + 1}: {message}" for i, message in enumerate(bad.values())]
    assert done.stderr.decode().splitlines() == expected


PEAK = """
from pathlib import Path
from nutgraf._cli import main
assert main(["--jsonl"]) == 0
status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
Path("peak").write_text(status["VmHWM"].split()[0])
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak of memory is read from Linux")
def test_json_lines_need_little_memory(tmp_path: Path) -> None:
    record = lines({"id": "x" * 50_000, "text": "Costs rose."})
    peaks = []
    for count in (10, 1000):
        with (tmp_path / "in.jsonl").open("wb") as articles:
            articles.writelines([record] * count)
        with (tmp_path / "in.jsonl").open("rb") as articles, (tmp_path / "out.jsonl").open("wb") as found:
            subprocess.run(
                [sys.executable, "-c", PEAK], stdin=articles, stdout=found, cwd=tmp_path, check=True
            )
        peaks.append(int((tmp_path / "peak").read_text()))
    assert (tmp_path / "out.jsonl").stat().st_size > 50_000_000
    assert peaks[1] - peaks[0] < 2000


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
def test_a_closed_pipe_is_quiet() -> None:
    command = [sys.executable, "-m", "nutgraf", "--jsonl"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        try:
            process.stdin.write(lines({"id": 1, "text": "Costs rose."}) * 10_000)
            process.stdin.close()
        except BrokenPipeError:
            pass
        assert process.wait() != 0
        assert process.stderr.read() == b""


def test_colour_is_for_terminals_only() -> None:
    pty = pytest.importorskip("pty")
    for environment, coloured in (({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, False)):
        leader, follower = pty.openpty()
        clean = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
        process = subprocess.Popen(
            [sys.executable, "-m", "nutgraf", FERRY], stdout=follower, env={**clean, **environment}
        )
        os.close(follower)
        shown = b""
        while True:
            try:
                piece = os.read(leader, 4096)
            except OSError:  # what Linux says at the end
                break
            if not piece:
                break
            shown += piece
        os.close(leader)
        assert process.wait() == 0
        assert (b"\x1b[1m" in shown) == coloured
