"""The Sphinx configuration. The documentation builds without a network: `sphinx-build -n -W docs OUT`."""

from __future__ import annotations

import enum
import inspect
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.nodes import make_refnode

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

sys.path.insert(0, str(Path(__file__).resolve().parent))

from _state import state_page

import asean_digital

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

project = "asean-digital"
author = "The asean-digital developers"
project_copyright = f"2026, {author}"
release = version = asean_digital.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_class_signature = "mixed"
napoleon_numpy_docstring = False
napoleon_use_rtype = False
add_module_names = False

html_theme = "furo"
html_title = f"asean-digital {release}"
html_show_sphinx = False

# Targets outside the project: their documentation is not asked for, so that a build needs no network.
nitpick_ignore_regex = [
    ("py:.*", r"(abc|collections|contextlib|datetime|decimal|enum|os|pathlib|types|typing)(\..*)?"),
    ("py:.*", r"(attr|attrs|hypothesis|st)(\..*)?"),
    ("py:.*", r"(Any|Callable|Decimal|Iterable|Iterator|Literal|Mapping|PathLike|SearchStrategy|Self|Sequence)"),
    # Inner names that signatures show: type variables, aliases, and what stands for "the packaged data".
    (
        "py:.*",
        r"(asean_digital\..*\.)?(C|R|R_co|T|T_co|RefLike|Until|Language|_Packaged|_Problems|Spec|Rule|Part|Checked|CitedPart|Lasting)",
    ),
    ("py:.*", r"ExceptionGroup(\[.*)?"),
]


def resolve_public_name(app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: nodes.Element) -> nodes.reference | None:
    """A name of the library, wherever it is defined, stands in the reference under its public name."""
    target = node.get("reftarget", "")
    if node.get("refdomain") != "py" or ("." in target and not target.startswith("asean_digital.")):
        return None
    name = target.rpartition(".")[2]
    documented = env.domains.python_domain.objects
    for full in (f"asean_digital.{name}", f"asean_digital.errors.{name}"):
        if full in documented:
            entry = documented[full]
            return make_refnode(app.builder, node["refdoc"], entry.docname, entry.node_id, contnode, full)
    return None


def leave_out_the_signature(
    _app: Sphinx, what: str, name: str, obj: Any, _options: Any, signature: str | None, returns: str | None
) -> tuple[str | None, str | None] | None:
    """Records, parts, rows and vocabularies are described by their fields; a constructor of twenty keywords says no more."""
    if (
        what == "class"
        and ".values." not in getattr(obj, "__module__", "")
        and name.rpartition(".")[2] not in {"Answers", "RecordSet", "Registry"}
    ):
        return "", None
    return (signature, returns) if what != "class" or not issubclass(obj, enum.Enum) else ("", None)


_as_written: dict[str, list[str]] = {}


def before_napoleon(_app: Sphinx, what: str, name: str, obj: Any, _options: Any, lines: list[str]) -> None:
    """Put the words of a closed vocabulary under it: in documents, in English and in Vietnamese."""
    if what in {"attribute", "property"}:
        _as_written[name] = list(lines)
    if what != "class" or not inspect.isclass(obj) or not issubclass(obj, enum.Enum) or not len(obj):
        return
    lines += ["", ".. list-table::", "   :header-rows: 1", ""]
    for row in (("in documents", "English", "Vietnamese"), *((f"``{term.value}``", term.label("en"), term.label("vi")) for term in obj)):
        lines += [f"   {'*' if number == 0 else ' '} - {cell}" for number, cell in enumerate(row)]
    lines.append("")


def after_napoleon(_app: Sphinx, _what: str, name: str, _obj: Any, _options: Any, lines: list[str]) -> None:
    """Put the docstrings of fields back: Napoleon takes the words before a colon in their first line for a type."""
    lines[:] = _as_written.pop(name, lines)


def write_the_state_of_the_data(_app: Sphinx) -> None:
    """Make the page on the state of the data from the data itself."""
    target = Path(__file__).resolve().parent / "explanation" / "state.md"
    text = state_page(asean_digital.load())
    if not target.exists() or target.read_text(encoding="utf-8") != text:
        target.write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Connect the functions of this file."""
    app.connect("builder-inited", write_the_state_of_the_data)
    app.connect("missing-reference", resolve_public_name)
    app.connect("autodoc-process-signature", leave_out_the_signature)
    app.connect("autodoc-process-docstring", before_napoleon, priority=400)
    app.connect("autodoc-process-docstring", after_napoleon, priority=600)
