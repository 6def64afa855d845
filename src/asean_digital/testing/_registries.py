"""Strategies of registries: records among which every reference resolves and every law holds."""

# ruff: noqa: D417  Hypothesis itself passes `draw`; no caller gives it

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
from hypothesis import strategies as st

from asean_digital.laws import broken_laws
from asean_digital.model import KINDS, kind_class
from asean_digital.model._spec import specs
from asean_digital.model.topic import Topic
from asean_digital.model.wording import Wording
from asean_digital.registry import Registry
from asean_digital.testing._model import Maker
from asean_digital.testing._values import partial_dates
from asean_digital.values import Ref

if TYPE_CHECKING:
    from collections.abc import Iterable

    from asean_digital.model.record import Record

_STEMS = ("alpha", "beta", "gamma", "delta")


@st.composite
def registries(draw: st.DrawFn, /, *, kinds: Iterable[str] = tuple(KINDS), size: int = 10) -> Registry:
    """Registries in which every reference resolves and every law holds.

    Example:
        >>> from hypothesis import given
        >>> @given(registries(kinds=("meeting", "series"), size=4))
        ... def test_meetings_are_in_order_of_time(registry):
        ...     moments = [meeting.moment.sort_key for meeting in registry.meetings if meeting.moment]
        ...     assert moments == sorted(moments)

    Args:
        kinds: the kinds of records; a source and a party, on which others rest, come with them.
        size: how many records there are at most, beside that source and that party.

    """
    count = draw(st.integers(0, size))
    chosen = ["party", "source", *draw(st.lists(st.sampled_from(sorted(kinds)), min_size=count, max_size=count))]
    targets = {
        kind: tuple(Ref[Any](f"{kind}:{_STEMS[number % len(_STEMS)]}-{kind}-{number}") for number in range(chosen.count(kind)))
        for kind in KINDS
    }
    parts = Maker(draw, targets)
    found: dict[str, Record] = {}
    for kind, refs in targets.items():
        for number, ref in enumerate(refs):
            # A record's own references point at earlier records of its kind alone, so that no chain of them comes back.
            own = Maker(draw, {**targets, kind: refs[:number]})
            found[ref.text] = parts.record(kind_class(kind), {"slug": ref.slug}, own)
    _relate(found)
    _keep_laws(found)
    as_of = draw(st.none() | partial_dates(min_year=2019, max_year=2031, precisions=("day",)))
    return Registry(found.values(), data_version=draw(st.sampled_from((None, "2026.1.16"))), as_of=as_of)


def _relate(found: dict[str, Record]) -> None:
    """Make the relation of topics symmetric."""
    for text, topic in list(found.items()):
        for ref in topic.related if isinstance(topic, Topic) else ():
            other = found[ref.text]
            assert isinstance(other, Topic)
            gaps = tuple(gap for gap in other.gaps if gap.path != "related")
            found[ref.text] = attrs.evolve(other, related=(*other.related, Ref(text)), gaps=gaps)


def _keep_laws(found: dict[str, Record]) -> None:
    """Take out of the records what breaks a law, until nothing does."""
    while problems := list(broken_laws(found)):
        for problem in problems:
            found[problem.record] = _without(found[problem.record], problem.path)


def _without(record: Record, path: str) -> Record:
    """The record without what stands at a path, and without the changes for it; a name gets another text instead."""
    head, _, key = path.partition("/")
    held = getattr(record, head)
    if head == "names":
        changes: dict[str, Any] = {head: tuple(_renamed(wording) if wording.key == key else wording for wording in held)}
        return attrs.evolve(record, **changes)
    spec = specs(type(record))[head]
    key = key.partition("/")[0]
    gone = f"{head}/{key}" if spec.is_part else head

    def stays(path: str) -> bool:
        return path != gone and not path.startswith(f"{gone}/")

    rest = tuple(part for part in held if part.key != key) if spec.is_part else () if spec.many else None
    citations = (attrs.evolve(each, supports=tuple(filter(stays, each.supports))) for each in record.citations)
    changes = {
        "citations": tuple(dict.fromkeys(citation for citation in citations if citation.supports)),
        "disputes": tuple(dispute for dispute in record.disputes if stays(dispute.path)),
        "gaps": tuple(gap for gap in record.gaps if stays(gap.path)),
    }
    return attrs.evolve(record, **(changes | {head: rest}))


def _renamed(wording: Wording) -> Wording:
    return attrs.evolve(wording, text=f"{wording.text} again")
