"""The picture of a lineage: documents over time, those that follow each other in one band, arrows from the earlier to the later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from asean_digital.exports._drawing import (
    BLUE,
    FAINT,
    GREEN,
    INK,
    PAPER,
    PURPLE,
    VERMILION,
    Sources,
    checked,
    empty,
    finished,
    fitted,
    milliseconds,
    tooltips,
    width_of,
    word,
)
from asean_digital.exports._time_axis import Axis, Stretch, stretch
from asean_digital.model.wording import WordingStatus
from asean_digital.queries.acts import acts_on
from asean_digital.queries.certainty import only_announced
from asean_digital.queries.relating import moment_of
from asean_digital.queries.showing import text_of
from asean_digital.values import Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from types import ModuleType

    import altair

    from asean_digital.exports._lineage import Step
    from asean_digital.model.record import Record
    from asean_digital.registry import Registry
    from asean_digital.values import Ref, When
    from asean_digital.values.term import Language

WIDTH = 900
_UNDATED = 170
_LABEL, _SIZE, _LINE = 260, 10.5, 13
_BAR, _GAP = 9, 9
_EPOCH = 719163  # where nothing is dated, any year will do
_NEAR = 24  # lines that turn this close to each other need tracks of their own
_CONTINUES = ("supersedes", "updates")
_SORTS = {"period": "#a6cbe3", "acceptance": "#f2c14e", "announced": PAPER, "undated": "#d9d9d9"}
_STYLES: dict[str, tuple[str, list[float]]] = {
    "supersedes": (INK, [1, 0]),
    "updates": (VERMILION, [1, 0]),
    "implements": (GREEN, [6, 2]),
    "builds_on": (BLUE, [3, 2]),
    "aligned_with": (PURPLE, [1.5, 2]),
}


@attrs.define(eq=False)
class _Node:
    """A document: when it was, its label, and where it stands in pixels."""

    record: Record
    when: When | None
    label: list[str]
    left: float
    right: float
    y: float = 0

    @property
    def end(self) -> float:
        """The right end of bar and label."""
        return max(self.right, self.left + max(width_of(line, _SIZE) for line in self.label))

    @property
    def height(self) -> float:
        return len(self.label) * _LINE + _BAR + _GAP


def _short(record: Record, registry: Registry, lang: Language) -> str:
    """The name by which a document is known: its acronym where there is one."""
    acronyms = [wording for wording in record.names if wording.status is WordingStatus.ACRONYM]
    own = [wording.text for wording in acronyms if wording.lang.partition("-")[0] == lang]
    return (own or [wording.text for wording in acronyms] or [text_of(record.ref, registry, lang)])[0]


def _nodes(steps: Sequence[Step], axis: Axis, registry: Registry, lang: Language) -> dict[Ref[Any], _Node]:
    found: dict[Ref[Any], _Node] = {}
    for ref in dict.fromkeys(ref for step in steps for ref in (step.earlier, step.later)):
        record = registry[ref]
        when = moment_of(record, registry)
        left, right = float(-_UNDATED), float(-_UNDATED)
        if when is not None:
            at = stretch(when)
            open_end = isinstance(when, Period) and when.is_open
            left, right = axis.x(axis.within(at.start)), axis.width if open_end else axis.x(axis.within(at.end))
        found[ref] = _Node(record, when, fitted(_short(record, registry, lang), _LABEL, _SIZE), left, max(right, left + 5))
    return found


def _time(node: _Node) -> tuple[float, float, str]:
    return node.left, node.right, node.record.id


def _continued(nodes: Iterable[Ref[Any]], steps: Sequence[Step]) -> dict[Ref[Any], Ref[Any]]:
    """For each document the first of those that continue each other, of which it is one."""
    before = {ref: ref for ref in nodes}

    def first(ref: Ref[Any]) -> Ref[Any]:
        while before[ref] != ref:
            ref = before[ref]
        return ref

    for step in steps:
        if step.relation in _CONTINUES:
            before[first(step.later)] = first(step.earlier)
    return {ref: first(ref) for ref in before}


def _bands(nodes: dict[Ref[Any], _Node], steps: Sequence[Step]) -> list[list[_Node]]:
    """The documents in bands: those that continue each other in one; a band is followed by those that are joined with it."""
    heads = _continued(nodes, steps)
    members: dict[Ref[Any], list[_Node]] = {}
    for ref, head in heads.items():
        members.setdefault(head, []).append(nodes[ref])
    joined: dict[Ref[Any], set[Ref[Any]]] = {each: set() for each in members}
    for step in steps:
        joined[heads[step.earlier]].add(heads[step.later])
        joined[heads[step.later]].add(heads[step.earlier])

    def first(ref: Ref[Any]) -> tuple[float, float, str]:
        return min(map(_time, members[ref]))

    pending = sorted(members, key=lambda each: (-len(joined[each]), -len(members[each]), first(each)), reverse=True)
    order: dict[Ref[Any], None] = {}
    while pending:
        each = pending.pop()
        if each not in order:
            order[each] = None
            pending += sorted(joined[each] - set(order), key=lambda other: (len(joined[other]), first(other)), reverse=True)
    return [sorted(members[ref], key=_time) for ref in order]


def _place(bands: Iterable[Sequence[_Node]]) -> float:
    """Give each document its height, in as few lanes of its band as the labels need; the whole height."""
    top = 4.0
    for band in bands:
        lanes: list[list[_Node]] = []
        for node in band:
            lane = next((each for each in lanes if each[-1].end + 24 <= node.left), None)
            if lane is None:
                lanes.append([node])
            else:
                lane.append(node)
        for lane in lanes:
            tall = max(node.height for node in lane)
            for node in lane:
                node.y = top + tall - _GAP - _BAR / 2
            top += tall
        top += 5
    return top


def _tracks(steps: Sequence[Step], nodes: dict[Ref[Any], _Node]) -> list[int]:
    """For each step how far before the later document its line turns, so that no two lines that mean different things run on each other.

    Lines of one relation from one document, or to one document, share a track.
    """
    shared: dict[tuple[str, Ref[Any], bool], list[int]] = {}
    for number, step in enumerate(steps):
        out = sum(each.earlier == step.earlier and each.relation == step.relation for each in steps)
        into = sum(each.later == step.later and each.relation == step.relation for each in steps)
        key = (step.relation, step.earlier, True) if out >= into else (step.relation, step.later, False)
        shared.setdefault(key, []).append(number)
    tracks = [0] * len(steps)
    taken: list[tuple[int, float, float, set[float]]] = []
    for numbers in shared.values():
        ends = [nodes[ref].y for number in numbers for ref in (steps[number].earlier, steps[number].later)]
        turns = {nodes[steps[number].later].left for number in numbers}
        track = 0
        while any(
            track == other and min(ends) <= high and low <= max(ends) and any(abs(one - two) < _NEAR for one in turns for two in at)
            for other, low, high, at in taken
        ):
            track += 1
        taken.append((track, min(ends), max(ends), turns))
        for number in numbers:
            tracks[number] = track
    return tracks


def _path(earlier: _Node, later: _Node, track: int) -> list[tuple[float, float]]:
    """The corners of the line from the earlier to the later document."""
    turn = later.left - 8 - 5 * track
    start = min(max(turn, earlier.left), earlier.right)
    return [(start, earlier.y), (turn, earlier.y), (turn, later.y), (later.left - 2, later.y)]


def _lines(steps: Sequence[Step], nodes: dict[Ref[Any], _Node], axis: Axis, lang: Language) -> Iterator[dict[str, Any]]:
    for number, (step, track) in enumerate(zip(steps, _tracks(steps, nodes), strict=True)):
        for order, (x, y) in enumerate(_path(nodes[step.earlier], nodes[step.later], track)):
            yield {"line": number, "order": order, "x": milliseconds(axis.day(x)), "y": y, "relation": word(step.relation, lang)}


def _places(record: Record, registry: Registry) -> Iterator[tuple[Record, str]]:
    """Where the date of a document stands: in its own field, else in the act that accepted it."""
    if record.moment is not None:
        yield from ((record, name) for name in record.TIME if getattr(record, name) is not None)
        return
    for row in acts_on(record.ref, registry):
        if row.act.verb.is_acceptance:
            yield registry[row.record], f"{'outcomes' if row.meeting else 'acts'}/{row.act.key}"


def _sort(node: _Node, registry: Registry) -> str:
    """How a document is dated: not at all, only announced or after the data was last checked, by its period, by its adoption."""
    if node.when is None:
        return "undated"
    late = registry.as_of is not None and node.when.earliest > registry.as_of.latest
    fields = [name for name in node.record.TIME if getattr(node.record, name) is not None]
    if late or any(only_announced(node.record, name) for name in fields):
        return "announced"
    return "period" if isinstance(node.record.moment, Period) else "acceptance"


def draw(alt: ModuleType, steps: Sequence[Step], title: str, lang: Language, registry: Registry) -> altair.LayerChart:
    """The chart of a lineage."""
    if not steps:
        return empty(alt, title, (checked(registry, lang),), lang)
    whens = [moment_of(registry[ref], registry) for step in steps for ref in (step.earlier, step.later)]
    dated = [stretch(when) for when in whens if when]
    axis = Axis.of(dated or [Stretch(_EPOCH, _EPOCH + 365, coarse=False)], None, None, WIDTH)
    before = _UNDATED + 20 if None in whens else 0
    nodes = _nodes(steps, axis, registry, lang)
    after = max(0.0, max(node.end for node in nodes.values()) - WIDTH)
    height = _place(_bands(nodes, steps))
    scale = alt.Scale(domain=[0, height], reverse=True, nice=False, zero=False)
    y = alt.Y("y:Q", scale=scale, axis=None)
    x = axis.channel(alt, lang, before=before, after=after, labelled=bool(dated))
    bound = axis.channel(alt, lang, before=before, after=after, labelled=bool(dated), bound=True)
    corners = list(_lines(steps, nodes, axis, lang))
    sources = Sources(lang, registry)
    boxes = [
        {
            "x": milliseconds(axis.day(node.left)),
            "x2": milliseconds(axis.day(node.right)),
            "y": node.y - _BAR / 2,
            "y2": node.y + _BAR / 2,
            "sort": word(_sort(node, registry), lang),
            "document": text_of(node.record.ref, registry, lang),
            "when": node.when.label(lang) if node.when else word("undated", lang),
            "sources": sources.names(_places(node.record, registry)),
        }
        for node in nodes.values()
    ]
    arrows = [
        {
            "x": milliseconds(axis.day(nodes[step.later].left - 4)),
            "y": nodes[step.later].y,
            "ink": _STYLES[step.relation][0],
            "relation": word(step.relation, lang),
            "earlier": text_of(step.earlier, registry, lang),
            "later": text_of(step.later, registry, lang),
            "sources": sources.names([(registry[step.later], step.relation)]),
        }
        for step in steps
    ]

    def data(values: list[dict[str, Any]]) -> altair.Chart:
        chart: altair.Chart = alt.Chart(alt.InlineData(values=values))
        return chart

    relations = [name for name in _STYLES if any(step.relation == name for step in steps)]
    names = [word(name, lang) for name in relations]
    legend = alt.Legend(title=word("relation", lang), orient="top", symbolType="stroke", symbolSize=300, direction="horizontal", columns=3)
    colour = alt.Scale(domain=names, range=[_STYLES[name][0] for name in relations])
    dash = alt.Scale(domain=names, range=[_STYLES[name][1] for name in relations])
    lines = (
        data(corners)
        .mark_line(strokeWidth=1.4, strokeJoin="round", opacity=0.9)
        .encode(
            x=bound,
            y=y,
            detail="line:N",
            order="order:Q",
            stroke=alt.Stroke("relation:N", scale=colour, legend=legend),
            strokeDash=alt.StrokeDash("relation:N", scale=dash, legend=legend),
        )
    )
    sorts = [name for name in _SORTS if any(box["sort"] == word(name, lang) for box in boxes)]
    kinds = alt.Scale(domain=[word(name, lang) for name in sorts], range=[_SORTS[name] for name in sorts])
    fill = alt.Fill("sort:N", scale=kinds, legend=alt.Legend(title=word("document", lang), orient="top", symbolType="square"))
    layers: list[Any] = [lines]
    for name in sorts:
        bars = data([box for box in boxes if box["sort"] == word(name, lang)])
        edge = [3, 2] if name == "announced" else [1, 0]  # no channel can dash the edge of a rectangle
        layers.append(
            bars.mark_rect(cornerRadius=2, stroke=INK, strokeWidth=1, strokeDash=edge).encode(
                x=x,
                x2="x2:T",
                y=y,
                y2="y2:Q",
                fill=fill,
                description=alt.Description("document:N"),
                tooltip=tooltips(alt, ("document", "when", "sources"), lang),
            )
        )
    labels = [
        {"x": milliseconds(axis.day(node.left)), "y": node.y - _BAR / 2 - 7 - _LINE * (len(node.label) - 1), "label": node.label}
        for node in nodes.values()
    ]
    text = data(labels).mark_text(align="left", baseline="middle", fontSize=_SIZE, lineHeight=_LINE, color=INK)
    halo = data(labels).mark_text(
        align="left", baseline="middle", fontSize=_SIZE, lineHeight=_LINE, color=PAPER, stroke=PAPER, strokeWidth=4, strokeJoin="round"
    )
    layers += [each.encode(x=x, y=y, text="label:N") for each in (halo, text)]
    layers.append(
        data(arrows)
        .mark_point(shape="triangle-right", size=55, opacity=1, filled=True, stroke=PAPER, strokeWidth=0.6)
        .encode(
            x=x,
            y=y,
            fill=alt.Fill("ink:N", scale=None),
            description=alt.Description("relation:N"),
            tooltip=tooltips(alt, ("later", "relation", "earlier", "sources"), lang),
        )
    )
    if before:
        head = data([{"x": milliseconds(axis.day(-_UNDATED)), "text": word("undated", lang)}])
        layers.append(head.mark_text(align="left", fontSize=11, color=FAINT).encode(x=x, y=alt.value(-10), text="text:N"))
    notes = (word("arrow_note", lang), checked(registry, lang))
    return finished(alt, layers, title, notes, lang, width=WIDTH + before + after, height=height)
