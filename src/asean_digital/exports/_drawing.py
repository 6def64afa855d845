"""What all plots share: the library, fonts and colours, places in time, text that fits, and the sources of a mark."""

from __future__ import annotations

import datetime
import unicodedata
from typing import TYPE_CHECKING, Any

from asean_digital.errors import MissingExtra
from asean_digital.exports._labels import MARKS, say
from asean_digital.exports._plot_labels import PLOTS
from asean_digital.queries.certainty import held_citations
from asean_digital.queries.showing import text_of
from asean_digital.queries.statements import statements

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from types import ModuleType

    import altair

    from asean_digital.model.record import Record
    from asean_digital.model.source import Source
    from asean_digital.registry import Registry
    from asean_digital.values import PartialDate
    from asean_digital.values.term import Language

FONT = "Noto Sans, DejaVu Sans, Segoe UI, Helvetica Neue, Arial, sans-serif"
"""Faces that have every letter of Vietnamese, those of a plain Linux first: an SVG renderer takes the first one that is there."""
INK, FAINT, GRID, PAPER = "#1a1a1a", "#5c5c5c", "#e4e4e4", "#ffffff"
# Of the palette of Okabe and Ito, which readers who see few colours can tell apart.
BLUE, VERMILION, GREEN, PURPLE, ORANGE = "#0072b2", "#d55e00", "#007a5a", "#a8467f", "#b87900"
LINE = 14
"""The height of a line of text of size 11."""
_NARROW, _WIDE = frozenset("ijlftrI.,:;'|()[]! -/’‘"), frozenset("mwMWĐ@%…")
_MOST_SOURCES = 4
_TITLE = 1000
_EPOCH = datetime.date(1970, 1, 1).toordinal()


def library(asked: str) -> ModuleType:
    """Altair.

    Raises:
        MissingExtra: when it is not installed.

    """
    try:
        import altair as alt  # noqa: PLC0415  an extra
    except ImportError:
        msg = f"{asked} needs altair; install it with: pip install 'asean-digital[plots]'"
        raise MissingExtra(msg) from None
    return alt


def word(name: str, lang: Language) -> str:
    """A word of plots."""
    return say(PLOTS, name, lang)


def titled(name: str, subjects: Sequence[str], lang: Language) -> str:
    """A title, with what the plot is of."""
    said = ", ".join(filter(None, subjects))
    return f"{word(name, lang)}: {said}" if said else word(name, lang)


def span(since: PartialDate | None, until: PartialDate | None, lang: Language) -> str:
    """The days asked for, in words."""
    if since and until:
        return since.label(lang) if since == until else word("both", lang).format(since.label(lang), until.label(lang))
    return "".join(word(name, lang).format(day.label(lang)) for name, day in (("since", since), ("until", until)) if day)


def milliseconds(ordinal: float) -> int:
    """A day, counted as `datetime.date.toordinal` does, as Vega counts time."""
    return round((ordinal - _EPOCH) * 86_400_000)


def width_of(text: str, size: float = 11) -> float:
    """About how wide a text is; a little more than it is, so that what is placed by it does not touch."""
    total = 0.0
    for char in unicodedata.normalize("NFC", text):
        plain = unicodedata.normalize("NFD", char)[0]
        total += 0.32 if plain in _NARROW else 0.92 if plain in _WIDE else 0.71 if plain.isupper() else 1.0 if ord(plain) > 0x2E7F else 0.58
    return total * size


def wrapped(text: str, width: float, size: float = 11) -> list[str]:
    """A text in lines of at most a width; a single word that is wider is broken."""
    lines, line = [], ""
    for each in text.split():
        piece = each
        while line == "" and width_of(piece, size) > width and len(piece) > 1:
            cut = max(1, next(n for n in range(len(piece), 0, -1) if n == 1 or width_of(piece[:n], size) <= width))
            lines.append(piece[:cut])
            piece = piece[cut:]
        if line and width_of(f"{line} {piece}", size) > width:
            lines.append(line)
            line = piece
        else:
            line = f"{line} {piece}".strip()
    return [*lines, line] if line or not lines else lines


def fitted(text: str, width: float, size: float = 11, most: int = 3) -> list[str]:
    """A text in at most so many lines; what is left out is marked, and stands whole in the tooltip."""
    lines = wrapped(text, width, size)
    return lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1][:-1].rstrip()}…"]


class Sources:
    """The sources behind places of records, as a tooltip names them."""

    def __init__(self, lang: Language, registry: Registry) -> None:
        self._lang = lang
        self._registry = registry
        self._cited: dict[str, list[tuple[str, tuple[Source, ...]]]] = {}

    def _of(self, record: Record) -> list[tuple[str, tuple[Source, ...]]]:
        if record.id not in self._cited:
            self._cited[record.id] = [
                (each.path, tuple(self._registry[citation.source] for citation in held_citations(record, each)))
                for each in statements(record)
            ]
        return self._cited[record.id]

    def names(self, places: Iterable[tuple[Record, str]]) -> str:
        """The sources of some places, each once: title, publisher and date, the first few."""
        found: dict[str, Source] = {}
        for record, asked in places:
            for path, sources in self._of(record):
                if path == asked or path.startswith(f"{asked}/"):
                    found |= {source.id: source for source in sources}
        named = [self._name(source) for source in found.values()]
        more = say(MARKS, "more", self._lang).format(len(named) - _MOST_SOURCES)
        return "; ".join([*named[:_MOST_SOURCES], more] if len(named) > _MOST_SOURCES else named) or say(MARKS, "none", self._lang)

    def _name(self, source: Source) -> str:
        details = ", ".join(filter(None, (source.publisher, source.published.label(self._lang) if source.published else "")))
        name = text_of(source.ref, self._registry, self._lang)
        return f"{name} ({details})" if details else name


def listed(texts: Iterable[str], lang: Language, most: int = 6) -> str:
    """Texts in one line, the first few and how many more."""
    every = list(dict.fromkeys(texts))
    more = [say(MARKS, "more", lang).format(len(every) - most)] if len(every) > most else []
    return "; ".join(every[:most] + more)


def tooltips(alt: ModuleType, names: Sequence[str], lang: Language) -> list[altair.Tooltip]:
    """The fields of a tooltip with their heads."""
    return [alt.Tooltip(f"{name}:N", title=word(name, lang)) for name in names]


def checked(registry: Registry, lang: Language) -> str:
    """When the data was last checked; empty where that is not said."""
    return f"{word('as_of', lang)}.".format(registry.as_of.label(lang)) if registry.as_of else ""


def finished(
    alt: ModuleType, layers: Sequence[Any], title: str, notes: Sequence[str], lang: Language, *, width: float, height: float
) -> altair.LayerChart:
    """The layers as one chart with title, fonts and plain axes."""
    chart: altair.LayerChart = (
        alt.layer(*layers)
        .properties(
            width=round(width),
            height=round(height),
            background=PAPER,
            padding=16,
            usermeta={"lang": lang},
            title=alt.TitleParams(
                text=wrapped(title, _TITLE, 16), subtitle=[line for note in notes if note for line in wrapped(note, _TITLE, 11)]
            ),
        )
        .configure(font=FONT)
        .configure_title(
            anchor="start", frame="bounds", fontSize=16, subtitleFontSize=11, color=INK, subtitleColor=FAINT, offset=12, subtitlePadding=5
        )
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=FAINT, labelFontSize=11, gridColor=GRID, domainColor="#b0b0b0", tickColor="#b0b0b0", labelLimit=0, titleFontSize=11
        )
        .configure_legend(
            labelColor=INK,
            titleColor=INK,
            labelFontSize=11,
            titleFontSize=11,
            labelLimit=0,
            symbolSize=90,
            symbolStrokeWidth=1.6,
            padding=4,
        )
    )
    return chart


def empty(alt: ModuleType, title: str, notes: Sequence[str], lang: Language) -> altair.LayerChart:
    """A chart that says that there is nothing to show."""
    said = alt.Chart(alt.InlineData(values=[{"text": word("nothing", lang)}]))
    mark = said.mark_text(fontSize=13, color=FAINT, align="left").encode(text="text:N", x=alt.value(0), y=alt.value(20))
    return finished(alt, [mark], title, notes, lang, width=560, height=40)
