"""The picture of a matrix: one mark a partner and topic, told apart by shape as well as by colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from asean_digital.exports._drawing import (
    BLUE,
    GRID,
    INK,
    PAPER,
    VERMILION,
    Sources,
    checked,
    empty,
    finished,
    listed,
    tooltips,
    width_of,
    word,
)
from asean_digital.queries.matrices import Named
from asean_digital.queries.partners import named_in
from asean_digital.queries.showing import text_of
from asean_digital.queries.subjects import with_narrower

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    import altair

    from asean_digital.model.record import Record
    from asean_digital.queries.matrices import Matrix, MatrixCell
    from asean_digital.registry import Registry
    from asean_digital.values import Ref

_STEP = 26
_LONGEST = 110
_SHAPES = {
    "named": "circle",
    "narrower": "circle",
    "not_named": "M-0.8,-0.8L0.8,0.8M0.8,-0.8L-0.8,0.8",
    "areas_not_seen": "M-0.5,-0.45C-0.5,-1.2,0.6,-1.2,0.55,-0.5C0.5,-0.1,0,-0.05,0,0.4M-0.05,0.85L0.05,0.85",
    "not_seen": "M-0.55,0L0.55,0",
}
_STROKES = {"named": BLUE, "narrower": BLUE, "not_named": VERMILION, "areas_not_seen": "#6a6a6a", "not_seen": "#8a8a8a"}
_FILLS = {name: BLUE if name == "named" else "transparent" for name in _SHAPES}


def _answer(cell: MatrixCell) -> str:
    return "narrower" if cell.narrower else cell.named.value


def _head(matrix: Matrix, number: int, registry: Registry) -> str:
    name = text_of(matrix.partners[number], registry, matrix.lang)
    return name if width_of(name) <= _LONGEST else matrix.partner_names[number]


def _places(cell: MatrixCell, registry: Registry) -> Iterator[tuple[Record, str]]:
    """Where the plans name the topic; where they do not, what says whom the plans are of and what they hold."""
    wanted = with_narrower((cell.topic,), registry)
    plans = [registry[plan] for plan in cell.plans]
    found = [(plan, path) for plan in plans for path, part in named_in(plan) if wanted.keys() & set(part.topics)]
    yield from found or [(plan, name) for plan in plans for name in ("partners", "period", "priorities")]


def draw(alt: ModuleType, matrix: Matrix, registry: Registry) -> altair.LayerChart:
    """The chart of a matrix."""
    lang = matrix.lang
    title = word("matrix", lang).format(matrix.year)
    notes = (word("silence", lang), checked(registry, lang))
    if not matrix.cells:
        return empty(alt, title, notes[1:], lang)
    answers = dict(zip(_SHAPES, ("named", "narrower", "not_named", "areas_not_seen", "not_seen"), strict=True))
    labels = {name: word("narrower", lang) if name == "narrower" else Named(name).label(lang) for name in answers}
    heads = _heads(matrix, registry)
    order = _columns(matrix)
    sources = Sources(lang, registry)
    rows = [
        {
            "x": heads[cell.partner],
            "y": topic,
            "answer": labels[_answer(cell)],
            "said": f"{heads[cell.partner]}, {topic}: {labels[_answer(cell)]}",
            "partner": text_of(cell.partner, registry, lang),
            "topic": topic,
            "words": listed((wording.text for wording in cell.words), lang),
            "plans": listed((text_of(plan, registry, lang) for plan in cell.plans), lang),
            "sources": sources.names(_places(cell, registry)),
        }
        for topic, cells in _named_rows(matrix)
        for cell in cells
    ]
    scale = {"domain": list(labels.values())}
    legend = alt.Legend(title=word("answer", lang), orient="bottom", direction="horizontal", columns=3, offset=14)
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        x=alt.X(
            "x:N",
            sort=[heads[partner] for partner in order],
            scale=alt.Scale(paddingInner=0, paddingOuter=0),
            axis=alt.Axis(
                orient="top", title=None, labelAngle=-45, labelAlign="left", labelColor=INK, ticks=False, domain=False, labelPadding=6
            ),
        ),
        y=alt.Y(
            "y:N",
            sort=[topic for topic, _ in _named_rows(matrix)],
            scale=alt.Scale(paddingInner=0, paddingOuter=0),
            axis=alt.Axis(title=None, labelColor=INK, ticks=False, domain=False, labelPadding=8),
        ),
        tooltip=tooltips(alt, ("partner", "topic", "answer", "words", "plans", "sources"), lang),
    )
    unseen = labels["not_seen"]
    grounds = base.mark_rect(stroke=GRID, strokeWidth=1, aria=False).encode(
        fill=alt.condition(alt.datum.answer == unseen, alt.value("#f1f1f1"), alt.value(PAPER))
    )
    marks = base.mark_point(size=95, strokeWidth=2, strokeCap="round", opacity=1).encode(
        shape=alt.Shape("answer:N", scale=alt.Scale(**scale, range=list(_SHAPES.values())), legend=legend),
        stroke=alt.Stroke("answer:N", scale=alt.Scale(**scale, range=list(_STROKES.values())), legend=legend),
        fill=alt.Fill("answer:N", scale=alt.Scale(**scale, range=list(_FILLS.values())), legend=legend),
        description=alt.Description("said:N"),
    )
    size = (_STEP + 6) * len(matrix.partners), _STEP * len(matrix.topics)
    return finished(alt, [grounds, marks], title, notes, lang, width=size[0], height=size[1])


def _unlike(names: list[tuple[Ref[Any], str]]) -> dict[Any, str]:
    """Names that tell rows or columns apart: those of the same name get their slug as well."""
    every = [name for _, name in names]
    return {ref: f"{name} ({ref.slug})" if every.count(name) > 1 else name for ref, name in names}


def _heads(matrix: Matrix, registry: Registry) -> dict[Ref[Any], str]:
    return _unlike([(partner, _head(matrix, number, registry)) for number, partner in enumerate(matrix.partners)])


def _named_rows(matrix: Matrix) -> list[tuple[str, tuple[MatrixCell, ...]]]:
    names = _unlike(list(zip(matrix.topics, matrix.topic_names, strict=True)))
    return [(names[topic], cells) for topic, (_, cells) in zip(matrix.topics, matrix.rows(), strict=True)]


def _columns(matrix: Matrix) -> list[Ref[Any]]:
    """The partners whose plans name most topics first, then those whose plans were seen, then the others; else in order of id."""

    def known(partner: Ref[Any]) -> tuple[int, int, int]:
        answers = [_answer(cell) for cell in matrix.cells if cell.partner == partner]
        return -answers.count("named") - answers.count("narrower"), answers.count("not_seen"), -answers.count("not_named")

    return sorted(matrix.partners, key=known)
