"""Type checkers know what the package is."""

import subprocess
import sys
from pathlib import Path

TYPED = Path(__file__).with_name("typed.py")


def check(*command: str | Path) -> None:
    done = subprocess.run([sys.executable, "-m", *command], capture_output=True, text=True, cwd=TYPED.parent)
    assert done.returncode == 0, done.stdout + done.stderr


def test_mypy(tmp_path: Path) -> None:
    settings = tmp_path / "mypy.ini"
    settings.write_text(
        "[mypy]\nstrict = True\n[mypy-pandas.*,pyarrow.*]\nignore_missing_imports = True\n", encoding="utf-8"
    )
    check("mypy", "--config-file", settings, TYPED)


def test_basedpyright(tmp_path: Path) -> None:
    settings = tmp_path / "pyrightconfig.json"
    settings.write_text(
        '{"typeCheckingMode": "strict", "reportMissingTypeStubs": false, "reportUnknownMemberType": false, '
        f'"reportUnknownArgumentType": false, "include": ["{TYPED.as_posix()}"]}}',
        encoding="utf-8",
    )
    check("basedpyright", "--project", settings, "--pythonpath", sys.executable)
