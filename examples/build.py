"""Run each text of this folder as a notebook, and write it with its outputs beside the text: `python examples/build.py`.

Needs the dependency group `tests`. The same texts and the same data give the same bytes.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import jupytext
import nbformat
from nbclient import NotebookClient

if TYPE_CHECKING:
    from nbformat import NotebookNode

HERE = Path(__file__).resolve().parent
TEXTS = sorted(path for path in HERE.glob("*.md") if path.name != "README.md")
RICH = ("text/html", "text/markdown", "image/svg+xml")


def executed(text: Path, folder: str) -> NotebookNode:
    """The notebook of a text, run in a folder; the first cell that fails stops it with an error."""
    book = jupytext.read(text)
    for number, cell in enumerate(book.cells, 1):
        cell.id = f"cell-{number}"  # otherwise drawn at random
    client = NotebookClient(
        book, timeout=120, kernel_name="python3", resources={"metadata": {"path": folder}}
    )
    client.extra_arguments = ["--log-level=40"]
    client.record_timing = False
    client.coalesce_streams = True  # what is printed comes in pieces that hang on timing
    client.execute(
        env={**os.environ, "PYTHONPATH": str(HERE.parent / "src")}
    )  # the library of this checkout
    for cell in book.cells:
        cell.metadata = {}
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            # The plain form is for those who cannot see the rich one.
            if any(form in data for form in RICH):
                data.pop("text/plain", None)
    book.metadata = {
        "kernelspec": {
            "display_name": "Python 3 (ipykernel)",
            "language": "python",
            "name": "python3",
        },
        "language_info": {"name": "python"},
    }
    return book


def written(book: NotebookNode) -> str:
    """The file of a notebook."""
    return nbformat.writes(book, version=4).rstrip("\n") + "\n"


def main() -> None:
    """Write the notebooks whose outputs have changed."""
    for text in TEXTS:
        target = text.with_suffix(".ipynb")
        with tempfile.TemporaryDirectory() as folder:
            new = written(executed(text, folder))
        same = target.exists() and target.read_text(encoding="utf-8") == new
        if not same:
            target.write_text(new, encoding="utf-8")
        print(
            f"{target.name}: {'as it was' if same else 'written'}, {len(new.encode()) // 1000} kB"
        )


if __name__ == "__main__":
    main()
