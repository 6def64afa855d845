"""The picture of a timeline: a row a record, under the heading of its kind, with everything that happened to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import attrs

from asean_digital.exports._drawing import (
    BLUE,
    FAINT,
    GRID,
    INK,
    LINE,
    ORANGE,
    PAPER,
    VERMILION,
    Sources,
    checked,
    empty,
    finished,
    fitted,
    listed,
    milliseconds,
    tooltips,
    width_of,
    word,
)
from asean_digital.exports._labels import KIND_LABELS, say
from asean_digital.exports._time_axis import Axis, Stretch, stretch
from asean_digital.model import KINDS
from asean_digital.model.record import locate
from asean_digital.queries._dated import Happens, Standing, standing_of
from asean_digital.queries.certainty import only_announced
from asean_digital.queries.showing import text_of
from asean_digital.values import PartialDate, Ref, Term

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Sequence
    from types import ModuleType

    import altair

    from asean_digital.queries.happenings import Happening
    from asean_digital.registry import Registry
    from asean_digital.values import Period
    from asean_digital.values.term import Language

WIDTH = 760
_LABELS = 340
_MARK = 9  # from the middle of a mark to where something else may stand
_LANE, _PAD, _HEAD = 16, 6, 30
_SHAPES = {
    Happens.MEETING: "circle",
    Happens.ACT: "diamond",
    Happens.BEGAN: "triangle-right",
    Happens.ENDED: "triangle-left",
    Happens.ESTABLISHED: "square",
    Happens.SIGNED: "cross",
    Happens.IN_FORCE: "triangle-up",
    Happens.NUMBER: "M-1,-0.4H1V0.4H-1Z",
}
_COLOURS = {
    Standing.HAPPENED: BLUE,
    Standing.EXPECTED: VERMILION,
    Standing.NOTHING_SEEN: ORANGE,
    Standing.CANCELLED: FAINT,
}
_DASHES = {Standing.HAPPENED: [1, 0], Standing.EXPECTED: [3, 2], Standing.NOTHING_SEEN: [2, 2], Standing.CANCELLED: [5, 3]}
_SPAN, _COARSE = "#8fb8d4", "#dfe6ea"


@attrs.define
class _Mark:
    """What stands at one place of a row: happenings of one sort on one date."""

    at: Stretch
    rows: list[Happening]
    said: str = ""
    lane: int = 0

    @property
    def first(self) -> Happening:
        return self.rows[0]


@attrs.define
class _Row:
    """A record and its marks."""

    subject: Ref[Any]
    marks: list[_Mark]
    label: list[str] = attrs.Factory(list)
    top: float = 0
    height: float = 0

    def of_period(self) -> list[_Mark]:
        """The beginning and end of its own period, as far as they are there."""
        return [mark for mark in self.marks if mark.first.path == "period" and mark.first.record == self.subject]

    def middle(self, mark: _Mark) -> float:
        lanes = max(each.lane for each in self.marks) + 1
        return self.top + self.height / 2 + (mark.lane - (lanes - 1) / 2) * _LANE


def _subject(row: Happening) -> Ref[Any]:
    return row.target or row.record


def _rows(happenings: Iterable[Happening]) -> list[_Row]:
    """The rows in order of kind, then of time."""
    found: dict[Ref[Any], dict[tuple[Any, ...], _Mark]] = {}
    for each in happenings:
        marks = found.setdefault(_subject(each), {})
        marks.setdefault((each.when, each.happens, each.standing), _Mark(stretch(each.when), [])).rows.append(each)
    kinds = list(KINDS)
    rows = [_Row(subject, list(marks.values())) for subject, marks in found.items()]
    return sorted(rows, key=lambda row: kinds.index(row.subject.kind))  # stable: within a kind by their first date


def _verbs(mark: _Mark, registry: Registry, lang: Language) -> str:
    """What is written beside an act: its verbs, in the words of the sources."""
    if mark.first.happens is not Happens.ACT:
        return ""
    verbs = [getattr(locate(registry[each.record], each.path), "verb", None) for each in mark.rows]
    return ", ".join(dict.fromkeys(verb.label(lang) for verb in verbs if isinstance(verb, Term)))


def _label(row: _Row, registry: Registry, lang: Language) -> str:
    if all(mark.first.happens is Happens.NUMBER for mark in row.marks):
        return row.marks[0].first.text
    return text_of(row.subject, registry, lang)


def _place(rows: list[_Row], axis: Axis, registry: Registry, lang: Language) -> tuple[list[dict[str, Any]], float]:
    """Give each row its place and each mark its lane; the headings, and the whole height."""
    heads = []
    top, kind = 0.0, ""
    for row in rows:
        if row.subject.kind != kind:
            kind = row.subject.kind
            heads.append({"y": top + _HEAD - 9, "text": say(KIND_LABELS, kind, lang)})
            top += _HEAD
        row.label = fitted(_label(row, registry, lang), _LABELS)
        period = row.of_period()
        taken = [float("inf")] if period else []  # the first lane is that of the period, where there is one
        for mark in row.marks:
            if mark not in period:
                mark.said = _verbs(mark, registry, lang)
                left, right = _extent(mark, axis)
                mark.lane = next((lane for lane, end in enumerate(taken) if end <= left), len(taken))
                taken[mark.lane : mark.lane + 1] = [right]
        row.top, row.height = top, max(LINE * len(row.label), _LANE * len(taken)) + _PAD
        top += row.height
    return heads, top


def _words_at(mark: _Mark, axis: Axis) -> tuple[float, bool]:
    """Where the words of a mark stand, in pixels, and whether before it, because there is no room behind."""
    middle = axis.x(axis.within(mark.at.middle))
    behind = max(middle + _MARK, axis.x(axis.within(mark.at.end)) + 3)
    if behind + width_of(mark.said, 10) <= axis.width:
        return behind, False
    before = min(middle - _MARK, axis.x(axis.within(mark.at.start)) - 3)
    return (before, True) if before > width_of(mark.said, 10) else (middle + _MARK, False)


def _extent(mark: _Mark, axis: Axis) -> tuple[float, float]:
    middle = axis.x(axis.within(mark.at.middle))
    left, right = min(middle - _MARK, axis.x(axis.within(mark.at.start))), max(middle + _MARK, axis.x(axis.within(mark.at.end)))
    if not mark.said:
        return left, right
    at, before = _words_at(mark, axis)
    words = width_of(mark.said, 10) + 6
    return (min(left, at - words), right) if before else (left, max(right, at + words))


def _bars(rows: list[_Row], axis: Axis, registry: Registry, lang: Language) -> Iterator[dict[str, Any]]:
    """Stretches: of several days, of a day that is not known, and of the whole period of a plan or programme."""
    for row in rows:
        for mark in row.marks:
            start, end = axis.within(mark.at.start), axis.within(mark.at.end)
            if axis.x(end) - axis.x(start) > 2 * _MARK - 4 and (mark.at.coarse or mark.at.end - mark.at.start > 1):
                sort = word("coarse" if mark.at.coarse else "span", lang)
                middle = row.middle(mark)
                yield _bar(start, end, middle, 12 if mark.at.coarse else 7, sort, mark.first.standing, lang)
        ends = row.of_period()
        period = getattr(registry[row.subject], "period", None)
        if ends and period:
            whole = stretch(period)
            start, end = axis.within(whole.start), axis.last if period.is_open else axis.within(whole.end)
            yield _bar(start, end, row.middle(ends[0]), 4, word("span", lang), _standing(row.subject, period, registry), lang)


def _standing(subject: Ref[Any], period: Period, registry: Registry) -> Standing:
    """Whether a period is under way or only announced: that it will end is no news."""
    start = period.earliest
    first = PartialDate(start.year, start.month, start.day)
    return standing_of(first, registry, announced=only_announced(registry[subject], "period"))


def _bar(start: float, end: float, middle: float, thick: float, sort: str, standing: Standing, lang: Language) -> dict[str, Any]:
    return {
        "x": milliseconds(start),
        "x2": milliseconds(end),
        "y": middle - thick / 2,
        "y2": middle + thick / 2,
        "dates": sort,
        "standing": standing.label(lang),
    }


def _points(rows: list[_Row], axis: Axis, registry: Registry, lang: Language) -> Iterator[dict[str, Any]]:
    sources = Sources(lang, registry)
    for row in rows:
        for mark in row.marks:
            first = mark.first
            at, before = _words_at(mark, axis)
            yield {
                "x": milliseconds(axis.within(mark.at.middle)),
                "y": row.middle(mark),
                "happens": first.happens.label(lang),
                "standing": first.standing.label(lang),
                "ground": PAPER if mark.at.coarse or first.standing is not Standing.HAPPENED else BLUE,
                "said": mark.said,
                "at": milliseconds(axis.day(at)),
                "before": before,
                "who": text_of(row.subject, registry, lang),
                "what": listed((each.text for each in mark.rows), lang),
                "when": first.when.label(lang),
                "sources": sources.names((registry[each.record], each.path) for each in mark.rows),
            }


def draw(
    alt: ModuleType,
    happenings: Sequence[Happening],
    title: str,
    bounds: tuple[datetime.date | None, datetime.date | None],
    lang: Language,
    registry: Registry,
) -> altair.LayerChart:
    """The chart of a timeline."""
    if not happenings:
        return empty(alt, title, (checked(registry, lang),), lang)
    rows = _rows(happenings)
    axis = Axis.of((mark.at for row in rows for mark in row.marks), *bounds, WIDTH)
    heads, height = _place(rows, axis, registry, lang)
    bars = list(_bars(rows, axis, registry, lang))
    points = list(_points(rows, axis, registry, lang))
    y_scale = alt.Scale(domain=[0, height], reverse=True, nice=False, zero=False)
    y = alt.Y("y:Q", scale=y_scale, axis=None)
    x = axis.channel(alt, lang)

    def data(values: list[dict[str, Any]]) -> altair.Chart:
        chart: altair.Chart = alt.Chart(alt.InlineData(values=values))
        return chart

    left, right = milliseconds(axis.first), milliseconds(axis.last)
    bands = [
        {
            "x": left,
            "x2": right,
            "y": row.top,
            "y2": row.top + row.height,
            "odd": number % 2 == 1,
            "label": row.label,
            "mid": row.top + (row.height - LINE * (len(row.label) - 1)) / 2,
        }
        for number, row in enumerate(rows)
    ]
    ground = (
        data(bands)
        .mark_rect(fill=INK, aria=False)
        .encode(
            x=x,
            x2="x2:T",
            y=y,
            y2="y2:Q",
            fillOpacity=alt.condition("datum.odd", alt.value(0.035), alt.value(0)),
        )
    )
    labels = (
        data(bands)
        .mark_text(align="right", baseline="middle", fontSize=11, lineHeight=LINE, color=INK, dx=-10)
        .encode(x=alt.value(0), y=alt.Y("mid:Q", scale=y_scale, axis=None), text="label:N")
    )
    headings = (
        data(heads)
        .mark_text(align="right", baseline="middle", fontSize=12, fontWeight="bold", color=INK, dx=-10)
        .encode(x=alt.value(0), y=y, text="text:N")
    )
    rules = data([{"x": left, "x2": right, "y": each["y"] + 9} for each in heads]).mark_rule(color=GRID).encode(x=x, x2="x2:T", y=y)
    layers: list[Any] = [ground, rules, headings, labels]
    standings = [each for each in Standing if any(mark["standing"] == each.label(lang) for mark in (*points, *bars))]
    dash = alt.Scale(domain=[each.label(lang) for each in standings], range=[_DASHES[each] for each in standings])
    colour = alt.Scale(domain=[each.label(lang) for each in standings], range=[_COLOURS[each] for each in standings])
    legend = alt.Legend(title=word("standing", lang), orient="top", direction="vertical", symbolType="circle", symbolFillColor=PAPER)
    if bars:
        sorts = [name for name in ("span", "coarse") if any(bar["dates"] == word(name, lang) for bar in bars)]
        fills = {"span": _SPAN, "coarse": _COARSE}
        fill = alt.Fill(
            "dates:N",
            scale=alt.Scale(domain=[word(name, lang) for name in sorts], range=[fills[name] for name in sorts]),
            legend=alt.Legend(title=word("dates", lang), orient="top", direction="vertical", symbolType="square"),
        )
        for each in standings:  # a channel cannot dash the edge of a rectangle, so that each standing is a layer of its own
            of_it = [bar for bar in bars if bar["standing"] == each.label(lang)]
            full = 1 if each is Standing.HAPPENED else 0.25
            mark = data(of_it).mark_rect(
                aria=False, strokeWidth=1.2, cornerRadius=2, stroke=_COLOURS[each], strokeDash=_DASHES[each], fillOpacity=full
            )
            if of_it:
                layers.append(mark.encode(x=x, x2="x2:T", y=y, y2="y2:Q", fill=fill))
    happens = [each for each in Happens if any(point["happens"] == each.label(lang) for point in points)]
    sides: tuple[tuple[bool, Literal["left", "right"]], ...] = ((False, "left"), (True, "right"))
    for before, align in sides:
        spoken = [
            {"x": point["at"], "y": point["y"], "said": point["said"]} for point in points if point["said"] and point["before"] is before
        ]
        if spoken:
            words = data(spoken).mark_text(align=align, baseline="middle", fontSize=10, color=FAINT)
            layers.append(words.encode(x=x, y=y, text="said:N"))
    layers.append(
        data(points)
        .mark_point(size=70, strokeWidth=1.6, opacity=1)
        .encode(
            x=axis.channel(alt, lang, bound=True),
            y=y,
            shape=alt.Shape(
                "happens:N",
                scale=alt.Scale(domain=[each.label(lang) for each in happens], range=[_SHAPES[each] for each in happens]),
                legend=alt.Legend(
                    title=word("happens", lang),
                    orient="top",
                    direction="horizontal",
                    columns=2,
                    symbolFillColor=BLUE,
                    symbolStrokeColor=BLUE,
                ),
            ),
            stroke=alt.Stroke("standing:N", scale=colour, legend=legend),
            strokeDash=alt.StrokeDash("standing:N", scale=dash, legend=legend),
            fill=alt.Fill("ground:N", scale=None),
            description=alt.Description("what:N"),
            tooltip=tooltips(alt, ("who", "what", "when", "standing", "sources"), lang),
        )
    )
    note = word("coarse_note", lang) if any(mark.at.coarse for row in rows for mark in row.marks) else ""
    return finished(alt, layers, title, (note, checked(registry, lang)), lang, width=WIDTH, height=height)
