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

from _notebooks import notebook_pages
from _pictures import draw_pictures
from _records import index_pages, record_pages
from _roles import record_role
from _search import document_entries, index, record_entry
from _state import state_page

import asean_digital

if TYPE_CHECKING:
    from collections.abc import Iterator

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
html_favicon = "_static/icon.svg"
html_static_path = ["_static"]
html_css_files = ["records.css"]
templates_path = ["_templates"]

# Targets outside the project: their documentation is not asked for, so that a build needs no network.
nitpick_ignore_regex = [
    ("py:.*", r"(abc|collections|contextlib|datetime|decimal|enum|os|pathlib|types|typing)(\..*)?"),
    ("py:.*", r"(altair|attr|attrs|hypothesis|st)(\..*)?"),
    ("py:.*", r"(Any|Callable|Decimal|Iterable|Iterator|Literal|Mapping|Path|PathLike|SearchStrategy|Self|Sequence)"),
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


def write_what_the_data_say(_app: Sphinx) -> None:
    """Make the page on the state of the data and the indexes of records from the data itself, and the pages of notebooks."""
    here = Path(__file__).resolve().parent
    registry = asean_digital.load()
    (here / "records").mkdir(exist_ok=True)
    (here / "notebooks").mkdir(exist_ok=True)
    pages = {f"records/{name}.md": text for name, text in index_pages(registry)}
    pages |= {f"notebooks/{name}.md": text for name, text in notebook_pages(here.parent / "examples")}
    for name, text in {"explanation/state.md": state_page(registry), **pages}.items():
        target = here / name
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            target.write_text(text, encoding="utf-8")


def make_the_pages_of_records(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Give Sphinx a page for every record, and write the index of the search."""
    registry = asean_digital.load()
    seen: dict[str, list[tuple[str, str]]] = {}
    for name, context in record_pages(registry):
        kind, _, slug = name.removeprefix("records/").removesuffix(".vi").partition("/")
        seen.setdefault(f"{kind}:{slug}", []).append((name, context.pop("words")))
        yield name, {"toctree": _navigation(app, name), "metatags": "", **context}, "page.html"
    entries = [
        record_entry(record, tuple(name for name, _ in seen[record.id]), " ".join(words for _, words in seen[record.id]))
        for record in registry
    ]
    Path(app.outdir, "search-data.js").write_text(index((*entries, *document_entries(app.env))), encoding="utf-8")


_navigations: dict[str, str] = {}


def _navigation(app: Sphinx, name: str) -> Any:
    """The navigation of a page of a record: it is the same for all pages of a folder, and costs more than the page."""

    def toctree(**options: Any) -> str:
        folder = name.rpartition("/")[0]
        if folder not in _navigations:
            _navigations[folder] = app.builder._get_local_toctree(name, **options)  # noqa: SLF001  what Sphinx gives its own pages
        return _navigations[folder]

    return toctree


def show_the_contents(_app: Sphinx, name: str, _template: str, context: dict[str, Any], _doctree: object) -> None:
    """Pages of records have contents of their own; a page in Vietnamese says so."""
    if name.count("/") == 2 and name.startswith("records/"):
        context["furo_hide_toc"] = "toc" not in context
    if name in {"tieng-viet", "notebooks/4-adgmin-6-ai-quyet-dinh-gi"}:
        context["language"] = "vi"


def draw_the_plots(_app: Sphinx) -> None:
    """Draw the pictures of plots from the data itself."""
    draw_pictures()


def setup(app: Sphinx) -> None:
    """Connect the functions of this file."""
    app.add_role("record", record_role)
    app.add_role("record-vi", record_role)
    app.connect("builder-inited", draw_the_plots)
    app.connect("builder-inited", write_what_the_data_say)
    app.connect("html-collect-pages", make_the_pages_of_records)
    app.connect("html-page-context", show_the_contents, priority=900)
    app.connect("missing-reference", resolve_public_name)
    app.connect("autodoc-process-signature", leave_out_the_signature)
    app.connect("autodoc-process-docstring", before_napoleon, priority=400)
    app.connect("autodoc-process-docstring", after_napoleon, priority=600)
