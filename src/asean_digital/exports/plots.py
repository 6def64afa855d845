"""Pictures of the answers: a timeline, partners against topics, the lineage of documents; and how to keep them.

All of it needs the extra ``plots``: ``pip install 'asean-digital[plots]'``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from asean_digital.exports import _drawn_lineage, _drawn_matrix, _drawn_timeline
from asean_digital.exports._drawing import library, span, titled
from asean_digital.exports._lineage import lineage
from asean_digital.queries._registry import registry_or_packaged
from asean_digital.queries.asking import as_bound, one_of
from asean_digital.queries.happenings import subject_of, timeline
from asean_digital.queries.matrices import matrix
from asean_digital.queries.relating import as_kinds
from asean_digital.queries.showing import text_of
from asean_digital.values.term import language

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    import altair

    from asean_digital.queries.finding import RefLike
    from asean_digital.registry import Registry
    from asean_digital.values import PartialDate


def plot_timeline(
    since: datetime.date | PartialDate | str | None = None,
    until: datetime.date | PartialDate | str | None = None,
    kinds: str | Iterable[str] | None = None,
    about: RefLike | None = None,
    party: RefLike | None = None,
    *,
    expected: bool = True,
    lang: str = "en",
    registry: Registry | None = None,
) -> altair.LayerChart:
    """Draw what happened between two days, and what was announced for them: a row a record, under the heading of its kind.

    Several days, and the period of a plan, are a bar; a date that is known to the month or year only is a hollow mark on a pale
    stretch as long as that; what was announced or planned is hollow and dashed. Beside an act stand its verbs. The tooltip has
    the words, the date and the sources.

    Example:
        >>> import asean_digital as ad
        >>> chart = ad.plot_timeline("2026-01-12", "2026-01-16", kinds="meeting", party="japan")
        >>> chart.title.text
        ['What happened, and what was announced: Japan, 12 January 2026 to 16 January 2026']

    Args:
        since: as for `timeline`.
        until: as for `timeline`.
        kinds: as for `timeline`.
        about: as for `timeline`.
        party: as for `timeline`.
        expected: as for `timeline`.
        lang: the language of title, labels and tooltips, English or Vietnamese.
        registry: the records; None for the packaged data.

    Returns:
        The chart; where nothing answers, one that says so.

    Raises:
        MissingExtra: when Altair is not installed.
        InvalidValue: when a day is none.
        InvalidQuery: when since is after until, or a kind or language is none.
        RecordNotFound, AmbiguousName: when a record is none or several.

    """
    alt = library("plot_timeline")
    registry, lang = registry_or_packaged(registry), language(lang)
    found = timeline(since, until, kinds, about, party, expected=expected, lang=lang, registry=registry)
    first, last = as_bound(since, "since"), as_bound(until, "until")
    names = [text_of(subject_of(about, registry).ref, registry, lang)] if about is not None else []
    names += [text_of(one_of("party", party, registry).ref, registry, lang)] if party is not None else []
    title = titled("timeline", [*names, span(first, last, lang)], lang)
    bounds = first.earliest if first else None, last.latest if last else None
    return _drawn_timeline.draw(alt, list(found), title, bounds, lang, registry)


def plot_matrix(
    year: int, topics: Iterable[RefLike] | None = None, *, lang: str = "en", registry: Registry | None = None
) -> altair.LayerChart:
    """Draw which partners' plans of a year name which topics, and where that was not seen: each answer has a mark of its own.

    The partners whose plans name most stand first, those of whom no plan was seen last, on grey. The tooltip has the source's
    phrases, the plans and the sources.

    Example:
        >>> import asean_digital as ad
        >>> ad.plot_matrix(2026, ["AI", "quantum"], lang="vi").title.text
        ['Các kế hoạch năm 2026 của đối tác nêu những gì']

    Args:
        year: as for `matrix`.
        topics: as for `matrix`.
        lang: the language of title, labels and tooltips, English or Vietnamese.
        registry: the records; None for the packaged data.

    Returns:
        The chart; where no plan of the year names a topic, one that says so.

    Raises:
        MissingExtra: when Altair is not installed.
        RecordNotFound, AmbiguousName: when a topic is none or several.
        InvalidQuery: when the year or language is none.

    """
    alt = library("plot_matrix")
    registry = registry_or_packaged(registry)
    return _drawn_matrix.draw(alt, matrix(year, topics, lang=lang, registry=registry), registry)


def plot_lineage(
    about: RefLike | None = None, kinds: str | Iterable[str] | None = None, *, lang: str = "en", registry: Registry | None = None
) -> altair.LayerChart:
    """Draw over time which document follows, updates, carries out, builds on, or is in line with which.

    An arrow leads from the earlier document to the one that goes back to it. A plan is as long as its period; a document without
    one stands where it was adopted or signed; one of unknown date stands before the axis. What was only announced is hollow.

    Example:
        >>> import asean_digital as ad
        >>> ad.plot_lineage("ADM 2030").title.text
        ['How documents build on each other: ASEAN Digital Masterplan 2030']

    Args:
        about: a document: it, all that it goes back to and all that goes back to it; or a topic, with all that are narrower: the
            documents on it, and those that they are joined with. By reference, id, slug or name; None for all.
        kinds: the kind or kinds of both documents of a step; None for all.
        lang: the language of title, labels and tooltips, English or Vietnamese.
        registry: the records; None for the packaged data.

    Returns:
        The chart; where no document names another, one that says so.

    Raises:
        MissingExtra: when Altair is not installed.
        RecordNotFound, AmbiguousName: when a record is none or several.
        InvalidQuery: when the record is neither a document nor a topic, or a kind or language is none.

    """
    alt = library("plot_lineage")
    registry, lang = registry_or_packaged(registry), language(lang)
    steps = lineage(about, as_kinds(kinds), registry)
    names = [text_of(subject_of(about, registry).ref, registry, lang)] if about is not None else []
    return _drawn_lineage.draw(alt, steps, titled("lineage", names, lang), lang, registry)
