"""The notebooks run from top to bottom, and are kept without output."""

from pathlib import Path

import nbclient
import nbformat
import pytest

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
# What jupyter_client says of its own working.
@pytest.mark.filterwarnings("ignore")
def test_it_runs(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert all(not cell.get("outputs") and not cell.get("execution_count") for cell in notebook.cells)
    nbclient.NotebookClient(notebook, timeout=300, kernel_name="python3").execute()
    shown = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    assert all(output.get("name") != "stderr" for output in shown)
    html = [output["data"]["text/html"] for output in shown if "text/html" in output.get("data", {})]
    assert any('class="nutgraf' in page for page in html)
