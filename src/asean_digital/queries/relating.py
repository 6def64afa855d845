"""`about`: every record on a subject, across kinds, with the place that names it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from asean_digital.errors import InvalidQuery, shown
from asean_digital.model import KINDS
from asean_digital.model.declaration import INSTRUMENTS
from asean_digital.model.topic import Topic
from asean_digital.queries._registry import registry_or_packaged
from asean_digital.queries.acts import acts_on
from asean_digital.queries.subjects import TopicMatch, matches, names_of, wanted_topics
from asean_digital.sets import Answers
from asean_digital.values import Ref

if TYPE_CHECKING:
    from collections.abc import Iterable

    from asean_digital.model.record import Record
    from asean_digital.queries.finding import RefLike
    from asean_digital.registry import Registry
    from asean_digital.values import When

_UNDATED = (10_000_000, 10_000_000, 3, 2, "")


@attrs.frozen(kw_only=True)
class OnTopic:
    """A record on a subject."""

    record: Ref[Record]
    """The record."""
    when: When | None
    """When it was, is or will be; of an instrument without a date of its own, when it was adopted; None where that is not known."""
    matches: tuple[TopicMatch, ...]
    """Every place that names the subject, its own topics first."""
    narrower: bool
    """Whether it answers by narrower topics alone."""

    @property
    def paths(self) -> tuple[str, ...]:
        """The places that name the subject, each once."""
        return tuple(dict.fromkeys(match.path for match in self.matches))


def as_kinds(kinds: str | Iterable[str] | None) -> frozenset[str] | None:
    """The kinds asked for; None for all.

    Raises:
        InvalidQuery: when one is none.

    """
    if kinds is None:
        return None
    asked = [kinds] if isinstance(kinds, str) else list(kinds)
    unknown = [kind for kind in asked if kind not in KINDS]
    if unknown or not asked:
        msg = f"kinds must be among {', '.join(KINDS)}, not {shown(unknown[0] if unknown else kinds)}"
        raise InvalidQuery(msg)
    return frozenset(asked)


def moment_of(record: Record, registry: Registry) -> When | None:
    """When a record was: by its own date, else, of an instrument, by the act that first accepted it, the best known day before others."""
    if record.moment or record.KIND not in INSTRUMENTS:
        return record.moment
    accepted = [row.when for row in acts_on(record.ref, registry) if row.act.verb.is_acceptance and row.when]
    return min(accepted, key=lambda when: (when.latest or when.earliest, -when.earliest.toordinal(), when.sort_key), default=None)


def about(
    topic: RefLike,
    *more: RefLike,
    kinds: str | Iterable[str] | None = None,
    narrower: bool = True,
    registry: Registry | None = None,
) -> Answers[OnTopic]:
    """Every record on a subject, across kinds, dated, with the places that name it.

    Example:
        >>> import asean_digital as ad
        >>> for row in ad.about("submarine cables", kinds=("guide", "body")):
        ...     print(row.record, row.when, row.paths[0])
        guide:submarine-cable-guidelines-2026 2026-01-16 topics
        body:wg-sc None topics
        guide:submarine-cable-guidelines-2019 None topics

    Args:
        topic: a topic, by reference, id, slug or name.
        more: further topics; a record on any of them is there.
        kinds: one kind of records or several, such as ``"plan"``; None for all.
        narrower: whether narrower topics answer too; the rows say by which they do.
        registry: the records; None for the packaged data.

    Returns:
        One row a record, in order of time, undated ones last; topics themselves are not among them. An empty answer has a
        `reason`.

    Raises:
        RecordNotFound, AmbiguousName: when a topic is none or several.
        InvalidQuery: when a kind is none.

    """
    registry = registry_or_packaged(registry)
    chosen = as_kinds(kinds)
    wanted = wanted_topics((topic, *more), registry, narrower=narrower)
    rows = []
    for record in registry:
        if isinstance(record, Topic) or (chosen is not None and record.KIND not in chosen):
            continue
        found = tuple(matches(record, wanted, registry))
        if found:
            ref: Ref[Any] = record.ref
            narrow = all(match.narrower for match in found)
            rows.append(OnTopic(record=ref, when=moment_of(record, registry), matches=found, narrower=narrow))
    rows.sort(key=lambda row: (row.when.sort_key if row.when else _UNDATED, row.record.text))
    what = ", ".join(sorted(chosen)) if chosen else "record"
    return Answers(rows, reason="" if rows else f"no {what} is mapped to {names_of(dict.fromkeys(wanted.values()), registry)}")
