"""Writes a page for each notebook of `examples/`: its text, its cells and the outputs that are kept with it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FENCE = "`" * 5  # longer than any in an output


def notebook_pages(examples: Path) -> Iterator[tuple[str, str]]:
    """Each notebook as Markdown, with the name of the page."""
    for path in sorted(examples.glob("*.ipynb")):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        blocks = [block for cell in cells for block in _blocks(cell)]
        blocks.insert(1, f"`examples/{path.name}`")
        yield path.stem, "\n\n".join(blocks) + "\n"


def _blocks(cell: dict[str, Any]) -> Iterator[str]:
    text = "".join(cell["source"])
    if cell["cell_type"] == "markdown":
        heading, *rest = text.split("\n\n", 1) if text.startswith("# ") else ("", text)
        yield from (re.sub(r"\]\(([\w-]+)\.ipynb\)", r"](\1.md)", part) for part in (heading, *rest) if part)
        return
    yield _fenced("py", text)
    for output in cell["outputs"]:
        if output["output_type"] == "stream":
            yield _fenced("{code-block} text\n:class: output", "".join(output["text"]))
        elif "text/html" in output["data"]:
            yield _fenced("{raw} html", "".join(output["data"]["text/html"]))
        else:
            yield _fenced("{code-block} text\n:class: output", "".join(output["data"]["text/plain"]))


def _fenced(what: str, text: str) -> str:
    return f"{_FENCE}{what}\n{text.rstrip()}\n{_FENCE}"
