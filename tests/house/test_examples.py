"""The notebooks of `examples/`: each runs without an error, and what is committed is what it gives."""

import importlib.util
import json
import unicodedata
from pathlib import Path

import jupytext
import pytest
from nbclient.exceptions import CellExecutionError

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
REMEDY = "run `python examples/build.py` and look at what changed"


def _module(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


build = _module(EXAMPLES / "build.py")


def names(path):
    return path.stem


@pytest.fixture(autouse=True)
def quiet_folders(tmp_path, monkeypatch):
    """Jupyter and IPython read no settings of the user and write none."""
    for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))


def test_every_notebook_has_its_text_and_every_text_its_notebook():
    assert [path.stem for path in build.TEXTS] == sorted(path.stem for path in EXAMPLES.glob("*.ipynb"))
    assert len(build.TEXTS) >= 4


@pytest.mark.parametrize("text", build.TEXTS, ids=names)
def test_text_and_notebook_say_the_same(text):
    notebook = jupytext.read(text.with_suffix(".ipynb"))
    source = jupytext.read(text)
    assert [(cell.cell_type, cell.source) for cell in notebook.cells] == [(cell.cell_type, cell.source) for cell in source.cells], REMEDY
    notebook.metadata = {}
    assert jupytext.writes(notebook, fmt={"extension": ".md", "notebook_metadata_filter": "-all"}) == text.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", build.TEXTS, ids=names)
def test_it_runs_and_its_outputs_are_the_committed_ones(text, tmp_path):
    committed = text.with_suffix(".ipynb").read_text(encoding="utf-8")
    made = build.written(build.executed(text, str(tmp_path)))
    for one, two in zip(json.loads(made)["cells"], json.loads(committed)["cells"], strict=True):
        assert one == two, REMEDY
    assert made == committed, REMEDY


def test_a_cell_that_fails_stops_the_run(tmp_path):
    text = tmp_path / "broken.md"
    text.write_text("```python\nimport asean_digitl\n```\n", encoding="utf-8")
    with pytest.raises(CellExecutionError, match="asean_digitl"):
        build.executed(text, str(tmp_path))


@pytest.mark.parametrize("text", build.TEXTS, ids=names)
def test_it_is_small_and_no_cell_is_silent_about_an_error(text):
    notebook = text.with_suffix(".ipynb")
    written = notebook.read_text(encoding="utf-8")
    assert len(written.encode()) < 200_000
    assert unicodedata.is_normalized("NFC", written)
    cells = [cell for cell in json.loads(written)["cells"] if cell["cell_type"] == "code"]
    outputs = [output for cell in cells for output in cell["outputs"]]
    assert [output for output in outputs if output["output_type"] == "error" or output.get("name") == "stderr"] == []
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))


def test_the_documentation_shows_every_cell_and_every_output():
    pages = dict(_module(ROOT / "docs" / "_notebooks.py").notebook_pages(EXAMPLES))
    assert [text.stem for text in build.TEXTS] == sorted(pages)
    for text in build.TEXTS:
        page, notebook = pages[text.stem], text.with_suffix(".ipynb")
        assert ".ipynb)" not in page, "links lead from page to page"
        for cell in jupytext.read(notebook).cells:
            if cell.cell_type == "code":
                assert cell.source in page
            for output in cell.get("outputs", ()):
                said = output.get("text") or output["data"].get("text/html") or output["data"]["text/plain"]
                assert said.rstrip() in page


def test_the_readme_names_every_notebook_and_the_command_of_the_top_readme():
    said = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert [text.stem for text in build.TEXTS if f"({text.stem}.ipynb)" not in said] == []
    (command,) = [line for line in said.splitlines() if line.startswith("    python3 ")]
    assert command in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert command.endswith(f"examples/{build.TEXTS[0].stem}.ipynb")
