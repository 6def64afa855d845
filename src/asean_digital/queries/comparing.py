"""`compare`: two plans side by side, by topic or by words; what is kept, gone, new, or cannot be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from asean_digital.errors import InvalidQuery, shown
from asean_digital.model.item import Item, ItemStage
from asean_digital.model.plan import Plan
from asean_digital.queries._registry import registry_or_packaged
from asean_digital.queries.asking import one_of
from asean_digital.queries.subjects import with_narrower
from asean_digital.sets import Answers
from asean_digital.values import Term
from asean_digital.values._fold import fold

if TYPE_CHECKING:
    from asean_digital.model.topic import Topic
    from asean_digital.queries.finding import RefLike
    from asean_digital.registry import Registry
    from asean_digital.values import Ref

_LISTS = ("priorities", "components")
_UNPROVED = "it was only announced or stands in a draft"


class Continuity(Term):
    """What became of an area from the first plan to the second."""

    KEPT = "kept", "in both", "có trong cả hai"
    GONE = "gone", "in the first only", "chỉ có trong kế hoạch thứ nhất"
    NEW = "new", "in the second only", "chỉ có trong kế hoạch thứ hai"
    UNKNOWN = "unknown", "cannot be told", "chưa thể kết luận"


def _phrases(items: tuple[Item, ...]) -> str:
    return repr([" / ".join(wording.text for wording in item.words) or item.key for item in items])


@attrs.frozen(kw_only=True)
class Compared:
    """A topic, or an area in words, in two plans."""

    topic: Ref[Topic] | None
    """The topic; None where words are compared, or an area is mapped to no topic."""
    continuity: Continuity
    """Kept, gone, new, or unknown."""
    first: tuple[Item, ...] = attrs.field(repr=_phrases)
    """The areas and components of the first plan."""
    second: tuple[Item, ...] = attrs.field(repr=_phrases)
    """Those of the second."""
    alike: tuple[Item, ...] = attrs.field(repr=_phrases)
    """What the silent plan has nearby: by topic, on a wider or narrower one; by words, on the same topic in other words."""
    why: str
    """Why it cannot be told; empty where it can."""


def compare(plan_a: RefLike, plan_b: RefLike, *, by: str | None = None, registry: Registry | None = None) -> Answers[Compared]:
    """Two plans side by side: what both have, what one has alone, and what cannot be told since a list is not known whole.

    Two plans with a common partner are compared by their words; others, such as masterplans, by topic.

    Example:
        >>> import asean_digital as ad
        >>> for row in ad.compare("japan-work-plan-2025", "japan-work-plan-2026")[1:4]:
        ...     print(row.continuity.label("en"), [str(item.words[0]) for item in row.first])
        in both ['cybersecurity capacity building']
        in the first only ['AI policy coordination (R&D, AI safety evaluation, interoperability)']
        in the first only ['data governance / DFFT work package proposed by the Digital Agency']

    Args:
        plan_a: the first plan, by reference, id, slug or name.
        plan_b: the second.
        by: ``"words"`` or ``"topic"``; None chooses as said above.
        registry: the records; None for the packaged data.

    Returns:
        One row a topic or an area in words, priority areas and components, in the order of the first plan, then what the second has
        alone. "Gone" and "new" are said only where nothing seen of the silent plan names it, and the list in which the other one
        has it is known whole there. What was only announced, or stands in a draft, is shown and proves nothing. An empty answer has
        a `reason`.

    Raises:
        RecordNotFound, AmbiguousName: when a plan is none or several.
        InvalidQuery: when `by` is none of the two, or a record is no plan.

    """
    registry = registry_or_packaged(registry)
    first, second = (one_of("plan", name, registry) for name in (plan_a, plan_b))
    assert isinstance(first, Plan)
    assert isinstance(second, Plan)
    if by not in {None, "words", "topic"}:
        msg = f"by must be 'words', 'topic' or None, not {shown(by)}"
        raise InvalidQuery(msg)
    in_words = by == "words" or (by is None and bool(set(first.partners) & set(second.partners)))
    sides = _Sides(first, second, registry)
    rows = sides.by_words() if in_words else sides.by_topic()
    return Answers(rows, reason="" if rows else f"no area or component of {first.slug} or {second.slug} is recorded")


def _proves(item: Item) -> bool:
    """Whether an area stands in the plan itself: not only announced, and not of a draft."""
    return not item.expected and item.stage is not ItemStage.DRAFT


def _not_whole(items: tuple[Item, ...], plan: Plan, silent: Plan) -> str:
    """Why the silence of a plan on what the other one has in certain lists is no answer; empty where it is one."""
    lists = [
        name for name in _LISTS if any(item in items and _proves(item) for item in getattr(plan, name)) and name not in silent.complete
    ]
    return f"not all {' and '.join(lists)} of {silent.slug} are known" if lists else ""


def _words(item: Item) -> frozenset[str]:
    """What an area is known by: its words, else the records that it names, else its key."""
    return frozenset([fold(wording.text) for wording in item.words] or [ref.text for ref in item.refs] or [item.key])


class _Sides:
    """The two plans with the lists that are compared."""

    def __init__(self, first: Plan, second: Plan, registry: Registry) -> None:
        self.first, self.second = first, second
        self.items: tuple[tuple[Item, ...], ...] = tuple((*plan.priorities, *plan.components) for plan in (first, second))
        topics = {topic for items in self.items for item in items for topic in item.topics}
        self.below = {topic: frozenset(with_narrower((topic,), registry)) for topic in topics}

    def row(self, topic: Ref[Topic] | None, first: tuple[Item, ...], second: tuple[Item, ...], alike: tuple[Item, ...] = ()) -> Compared:
        in_first, in_second = (any(map(_proves, items)) for items in (first, second))
        if in_first and in_second:
            continuity, why = Continuity.KEPT, ""
        elif not in_first and not in_second:
            continuity, why = Continuity.UNKNOWN, _UNPROVED
        elif in_first:
            why = f"in {self.second.slug}, {_UNPROVED}" if second else _not_whole(first, self.first, self.second)
            continuity = Continuity.UNKNOWN if why else Continuity.GONE
        else:
            why = f"in {self.first.slug}, {_UNPROVED}" if first else _not_whole(second, self.second, self.first)
            continuity = Continuity.UNKNOWN if why else Continuity.NEW
        return Compared(topic=topic, continuity=continuity, first=first, second=second, alike=alike, why=why)

    def by_topic(self) -> list[Compared]:
        rows = []
        for topic in dict.fromkeys(topic for items in self.items for item in items for topic in item.topics):
            first, second = (tuple(item for item in items if topic in item.topics) for items in self.items)
            near = () if first and second else self.near(topic, self.items[1] if first else self.items[0])
            rows.append(self.row(topic, first, second, near))
        for number, items in enumerate(self.items):
            rest = tuple(item for item in items if not item.topics)
            if rest:
                why = f"these of {(self.first, self.second)[number].slug} are mapped to no topic"
                none: tuple[Item, ...] = ()
                first, second = (none, rest) if number else (rest, none)
                rows.append(Compared(topic=None, continuity=Continuity.UNKNOWN, first=first, second=second, alike=(), why=why))
        return rows

    def near(self, topic: Ref[Topic], items: tuple[Item, ...]) -> tuple[Item, ...]:
        """The items on a wider or narrower topic."""
        return tuple(item for item in items if any(each in self.below[topic] or topic in self.below[each] for each in item.topics))

    def by_words(self) -> list[Compared]:
        rows, taken = [], set()
        first_items, second_items = self.items
        for item in first_items:
            same = tuple(other for other in second_items if _words(other) & _words(item))
            taken |= {id(other) for other in same}
            rows.append(self.row(None, (item,), same, () if same else _on_same_topic(item, second_items)))
        rows += [self.row(None, (), (item,), _on_same_topic(item, first_items)) for item in second_items if id(item) not in taken]
        return rows


def _on_same_topic(item: Item, others: tuple[Item, ...]) -> tuple[Item, ...]:
    return tuple(other for other in others if set(other.topics) & set(item.topics))
