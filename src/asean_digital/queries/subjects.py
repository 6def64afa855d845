"""Topics as they are asked for: by any name, alone or with all that are narrower; and where a record names them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from asean_digital.errors import InvalidQuery
from asean_digital.model._spec import specs
from asean_digital.model.act import Act
from asean_digital.model.topic import Topic
from asean_digital.queries.asking import one_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from asean_digital.model.record import Record
    from asean_digital.queries.finding import RefLike
    from asean_digital.registry import Registry
    from asean_digital.values import Ref


@attrs.frozen(kw_only=True)
class TopicMatch:
    """A place in a record that names a topic asked for, or a narrower one."""

    path: str
    """Where the topic stands: ``topics``, or the part that names it."""
    topic: Ref[Topic]
    """The topic that stands there."""
    asked: Ref[Topic]
    """The topic asked for."""

    @property
    def narrower(self) -> bool:
        """Whether it is a narrower topic than the one asked for."""
        return self.topic != self.asked


def topics_named(names: Iterable[RefLike], registry: Registry) -> tuple[Ref[Topic], ...]:
    """The topics of these ids, slugs or names, each once.

    Raises:
        RecordNotFound, AmbiguousName: when a topic is none or several.
        InvalidQuery: when no topic is asked for.

    """
    found: tuple[Ref[Any], ...] = tuple(dict.fromkeys(one_of("topic", name, registry).ref for name in names))
    if not found:
        msg = "at least one topic must be asked for; name it like 'AI', or see asean_digital.topics"
        raise InvalidQuery(msg)
    return found


def with_narrower(topics: Iterable[Ref[Topic]], registry: Registry) -> dict[Ref[Topic], Ref[Topic]]:
    """The topics and all that are narrower, each with the topic asked for: itself, else the nearest that is wider."""
    asked = set(topics)
    found: dict[Ref[Topic], Ref[Topic]] = {}
    for topic in registry.of(Topic):
        wider: Topic | None = topic
        while wider is not None and wider.ref not in asked:
            wider = registry.get(wider.broader) if wider.broader else None
        if wider is not None:
            found[topic.ref] = wider.ref
    return found


def wanted_topics(names: Iterable[RefLike], registry: Registry, *, narrower: bool) -> Mapping[Ref[Topic], Ref[Topic]]:
    """The topics that answer a question, each with the topic asked for."""
    asked = topics_named(names, registry)
    return with_narrower(asked, registry) if narrower else {topic: topic for topic in asked}


def topics_of_act(act: Act, registry: Registry) -> tuple[Ref[Topic], ...]:
    """The topics of an act: its own, and those of the record that it is upon."""
    target = registry.get(act.target) if act.target else None
    upon: tuple[Ref[Topic], ...] = () if target is None else (target.ref,) if isinstance(target, Topic) else target.topics
    return tuple(dict.fromkeys((*act.topics, *upon)))


def matches(record: Record, wanted: Mapping[Ref[Topic], Ref[Topic]], registry: Registry) -> Iterator[TopicMatch]:
    """Every place of a record that names a wanted topic: its own topics first, then its parts in field order."""
    for path, topic in _places(record, registry):
        if topic in wanted:
            yield TopicMatch(path=path, topic=topic, asked=wanted[topic])


def _places(record: Record, registry: Registry) -> Iterator[tuple[str, Ref[Topic]]]:
    for topic in record.topics:
        yield "topics", topic
    for name, spec in specs(type(record)).items():
        if spec.is_part and "topics" in specs(spec.types[0]):
            for part in getattr(record, name):
                for topic in topics_of_act(part, registry) if isinstance(part, Act) else part.topics:
                    yield f"{name}/{part.key}", topic


def names_of(topics: Iterable[Ref[Topic]], registry: Registry) -> str:
    """The names of topics for a message."""
    return " or ".join(registry[topic].name for topic in topics)
