"""Build the wheel and the source distribution, and run the tests with each in an empty environment.

`make wheel` runs it. It needs maturin on the path and, for the source distribution, Rust.
"""

import subprocess
import sys
import tarfile
import tempfile
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "target" / "wheels"

# A wheel larger than this, in bytes, has something in it that should not be there.
MOST = 3 << 20


def run(*command: str | Path, cwd: Path = ROOT) -> None:
    """Run a command; the script ends where it fails."""
    subprocess.run(command, cwd=cwd, check=True)


def build() -> tuple[Path, Path]:
    """Make both files, without what was there before."""
    for old in OUT.glob("nutgraf-*"):
        old.unlink()
    manifest = ("--manifest-path", "python/Cargo.toml", "--out", OUT)
    run("maturin", "build", "--quiet", "--release", *manifest)
    run("maturin", "sdist", *manifest)
    (wheel,) = OUT.glob("nutgraf-*.whl")
    (source,) = OUT.glob("nutgraf-*.tar.gz")
    return wheel, source


def check(wheel: Path, source: Path) -> None:
    """Look into both files."""
    size = wheel.stat().st_size
    if size > MOST:
        raise SystemExit(f"{wheel.name} has {size:,} bytes, more than {MOST:,}")
    if "-abi3-" not in wheel.name:
        raise SystemExit(f"{wheel.name} is not for the stable ABI")
    inside = zipfile.ZipFile(wheel).namelist()
    for name in ("nutgraf/py.typed", "nutgraf/_native.pyi"):
        if name not in inside:
            raise SystemExit(f"{wheel.name} lacks {name}")
    with tarfile.open(source) as archive:
        names = archive.getnames()
    for name in ("LICENSE-MIT", "LICENSE-APACHE", "README.md"):
        if not any(path.endswith(f"/{name}") for path in names):
            raise SystemExit(f"{source.name} lacks {name}")
    print(f"{wheel.name}: {size:,} bytes; {source.name}: {source.stat().st_size:,} bytes", flush=True)


def trial(package: Path) -> None:
    """Install a file alone, then pytest, and run the tests outside of the repository."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        venv.create(home / "env", with_pip=True)
        python = home / "env" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
        pip = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        run(*pip, package)
        run(python, "-c", "import nutgraf; assert nutgraf.parse('Costs rose.').blocks", cwd=home)
        requirement = next(
            line
            for line in (ROOT / "python" / "requirements-dev.txt").read_text(encoding="utf-8").splitlines()
            if line.startswith("pytest")
        )
        run(*pip, requirement)
        tests = ROOT / "python" / "tests"
        settings = ROOT / "python" / "pyproject.toml"
        run(
            python,
            "-m",
            "pytest",
            "-c",
            settings,
            "--rootdir",
            tests,
            "-p",
            "no:cacheprovider",
            tests,
            cwd=home,
        )


if __name__ == "__main__":
    files = build()
    check(*files)
    for file in files:
        print(f"{file.name} in an empty environment:", flush=True)
        trial(file)
