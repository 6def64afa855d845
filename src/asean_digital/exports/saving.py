"""Keeps a plot as a picture or as a page, without a network."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from asean_digital.errors import FileProblem, InvalidQuery, MissingExtra, shown
from asean_digital.exports._drawing import FONT, library

if TYPE_CHECKING:
    import os
    from types import ModuleType

    import altair

_FORMS = (".html", ".png", ".svg")
_SCALE = 2
# The policy is what proves that the page asks nobody for anything; Vega makes functions from the expressions of a chart.
_PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data: blob:">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>body {{ margin: 0; background: #fff; color: #1a1a1a; font-family: {font}; }} #plot {{ overflow-x: auto; }} #vg-tooltip-element {{ max-width: 32em; }}</style>
<script>{library}</script>
</head>
<body>
<main id="plot" aria-label="{title}"></main>
<script>vegaEmbed("#plot", {spec}, {{"renderer": "svg", "actions": {{"export": true, "source": false, "compiled": false, "editor": false}}}});</script>
</body>
</html>
"""


def save_plot(chart: altair.TopLevelMixin, path: str | os.PathLike[str]) -> Path:
    """Write a plot as a picture (``.png``, ``.svg``) or as a page with tooltips that needs no network (``.html``).

    The same chart gives the same bytes with the same versions of the libraries and fonts. Needs ``pip install 'asean-digital[plots]'``.

    Example:
        >>> import pathlib, tempfile
        >>> import asean_digital as ad
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = ad.save_plot(ad.plot_matrix(2026, ["AI"]), pathlib.Path(folder, "matrix.svg"))
        ...     print(path.name, path.read_text(encoding="utf-8")[:4])
        matrix.svg <svg

    Args:
        chart: a chart of `plot_timeline`, `plot_matrix` or `plot_lineage`, or any other of Altair.
        path: the file; its ending says the form.

    Returns:
        The path.

    Raises:
        MissingExtra: when Altair or vl-convert is not installed.
        InvalidQuery: when the ending is none of the three.
        FileProblem: when the file cannot be written.

    """
    target = Path(path)
    form = target.suffix.lower()
    if form not in _FORMS:
        msg = f"a plot is saved as {', '.join(_FORMS)}, not {shown(target.name)}; end the name of the file with one of them"
        raise InvalidQuery(msg)
    alt = library("save_plot")
    try:
        import vl_convert  # noqa: PLC0415  an extra
    except ImportError:
        msg = "save_plot needs vl-convert-python; install it with: pip install 'asean-digital[plots]'"
        raise MissingExtra(msg) from None
    spec = chart.to_dict()
    version = ".".join(alt.SCHEMA_VERSION.lstrip("v").split(".")[:2])
    if form == ".png":
        content = vl_convert.vegalite_to_png(spec, vl_version=version, scale=_SCALE)
    else:
        content = (vl_convert.vegalite_to_svg(spec, vl_version=version) if form == ".svg" else _page(vl_convert, spec, version)).encode()
    try:
        target.write_bytes(content)
    except OSError as error:
        msg = f"{target} cannot be written: {error.strerror}"
        raise FileProblem(msg) from error
    return target


def _page(vl_convert: ModuleType, spec: dict[str, Any], version: str) -> str:
    title = spec.get("title", "")
    text = title.get("text", "") if isinstance(title, dict) else title
    said = " ".join(text) if isinstance(text, list) else text
    return _PAGE.format(
        lang=spec.get("usermeta", {}).get("lang", "en"),
        title=html.escape(said),
        font=FONT,
        library=vl_convert.javascript_bundle(vl_version=version),
        # "<" is written as JSON may write it, so that no name can end the script.
        spec=json.dumps(spec, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"),
    )
