"""What ASEAN's partners and its own plans set as priorities: in the source's words, by topic, and what was not seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from asean_digital.model.item import ItemStage
from asean_digital.model.membership import MemberRole
from asean_digital.model.partnership import Partnership
from asean_digital.model.party import Party
from asean_digital.model.plan import Plan
from asean_digital.model.wording import Wording, best
from asean_digital.queries._registry import registry_or_packaged
from asean_digital.queries.acts import Outcome, acts_on
from asean_digital.queries.asking import after_the_record, as_year, as_years, one_of
from asean_digital.queries.days import ASEAN
from asean_digital.queries.subjects import names_of, wanted_topics
from asean_digital.sets import Answers, in_time

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Mapping

    from asean_digital.model.act import Act, Verb
    from asean_digital.model.item import Item
    from asean_digital.model.topic import Topic
    from asean_digital.queries.finding import RefLike
    from asean_digital.registry import Registry
    from asean_digital.values import Ref


def _said(words: tuple[Wording, ...]) -> str:
    return repr(" / ".join(wording.text for wording in words))


def _verbs(received: tuple[Outcome, ...]) -> str:
    return repr(", ".join(row.act.verb.value for row in received))


@attrs.frozen(kw_only=True)
class NamedArea:
    """An area that a plan names: in the source's words, with the topics that we map it to and how the plan was received."""

    partner: Ref[Party] | None
    """The partner; None for a plan of ASEAN's own."""
    plan: Ref[Plan]
    """The plan that names it."""
    path: str
    """Where it stands in the plan; `evidence` takes it."""
    words: tuple[Wording, ...] = attrs.field(repr=_said)
    """The source's phrase, and its English or Vietnamese."""
    topics: tuple[Ref[Topic], ...]
    """The topics that we map it to."""
    asked: Ref[Topic] | None
    """The topic asked for; None where none was."""
    topic: Ref[Topic] | None
    """The topic of the area that answers: the one asked for, or a narrower one; None where none was asked for."""
    narrower: bool
    """Whether it answers by a narrower topic."""
    verb: Verb | None
    """How the plan was received: the verb by which it was adopted, else the first on record; None where no act is."""
    received: tuple[Outcome, ...] = attrs.field(repr=_verbs)
    """Every act upon the plan, with its verb, meeting and day."""
    expected: bool
    """Whether it was only announced."""

    def phrase(self, lang: str = "en") -> str:
        """The words in a language, a BCP 47 tag; in another where there are none in that one.

        Args:
            lang: the language.

        """
        wording = best(self.words, lang) or (self.words[0] if self.words else None)
        return wording.text if wording else ""


def outside(party: Ref[Party], day: datetime.date | None, registry: Registry) -> bool:
    """Whether a party is no member of ASEAN on a day; with no day, whether it never was one."""
    record = registry[party]
    standings = [each for each in record.memberships if each.organisation == ASEAN and each.role is MemberRole.MEMBER]
    return party != ASEAN and not any(day is None or each.possibly_on(day) for each in standings)


def plans_of(year: int | None, registry: Registry) -> list[Plan]:
    """The plans whose period has a day of the year, or may have one where its end is not known; all, where no year is given."""
    if year is None:
        return list(registry.of(Plan))
    whole = as_year(year)
    return [plan for plan in registry.of(Plan) if plan.period and plan.period.overlaps(whole) is not False]


def partner_plans(year: int | None, registry: Registry) -> Iterator[tuple[Ref[Party], Plan]]:
    """The partners outside ASEAN with their plans, in the order of the plans."""
    for plan in plans_of(year, registry):
        for partner in plan.partners:
            if outside(partner, plan.period.earliest if plan.period else None, registry):
                yield partner, plan


def partners_in(year: int, registry: Registry) -> tuple[Ref[Party], ...]:
    """The partners outside ASEAN in a year, by id: those with a partnership, and those with a plan of whatever year."""
    first = as_year(year).earliest
    known = {each.partner for each in registry.of(Partnership)} | {partner for partner, _ in partner_plans(None, registry)}
    return tuple(sorted((partner for partner in known if outside(partner, first, registry)), key=str))


def areas(plan: Plan) -> list[Item]:
    """The priority areas of a plan, without what was only announced."""
    return [item for item in plan.priorities if not item.expected]


def named_in(plan: Plan) -> list[tuple[str, Item | Act]]:
    """All that a plan names, with paths: priority areas, components and commitments, without what was only announced or is of a draft."""
    return [
        (f"{name}/{part.key}", part)
        for name in ("priorities", "components", "provisions")
        for part in getattr(plan, name)
        if not part.expected and getattr(part, "stage", None) is not ItemStage.DRAFT
    ]


def _rows(
    partner: Ref[Party] | None,
    plan: Plan,
    parts: Iterable[tuple[str, Item | Act]],
    wanted: Mapping[Ref[Topic], Ref[Topic]] | None,
    registry: Registry,
) -> Iterator[NamedArea]:
    received = tuple(acts_on(plan.ref, registry))
    accepting = [row for row in received if row.act.verb.is_acceptance]
    verb = (accepting or received)[0].act.verb if received else None
    for path, item in parts:
        for asked, topic in [(None, None)] if wanted is None else _answers(item.topics, wanted):
            yield NamedArea(
                partner=partner,
                plan=plan.ref,
                path=path,
                words=item.words,
                topics=item.topics,
                asked=asked,
                topic=topic,
                narrower=topic != asked,
                verb=verb,
                received=received,
                expected=item.expected,
            )


def _answers(topics: tuple[Ref[Topic], ...], wanted: Mapping[Ref[Topic], Ref[Topic]]) -> list[tuple[Ref[Topic], Ref[Topic]]]:
    """Each topic asked for with the topic of an area that answers: itself, else the first that is narrower."""
    found: dict[Ref[Topic], Ref[Topic]] = {}
    for topic in topics:
        asked = wanted.get(topic)
        if asked is not None:
            found[asked] = topic if topic == asked else found.get(asked, topic)
    return list(found.items())


def partners_naming(
    *topics: RefLike, year: int | None = None, narrower: bool = False, registry: Registry | None = None
) -> Answers[NamedArea]:
    """The partners outside ASEAN whose plans name a topic: as a priority area, a component or a commitment, in the source's words.

    A partner that is not there has not said no: see `matrix` for what was not seen.

    Example:
        >>> import asean_digital as ad
        >>> for row in ad.partners_naming("AI governance and ethics", "open source", year=2026):
        ...     print(row.partner.slug, "|", row.phrase(), "|", row.verb.value)
        china | open source | adopted
        european-union | AI governance | welcomed
        japan | Hiroshima AI Process Friends Group in-person meeting; LLM development and human resources | approved
        >>> row = next(row for row in ad.partners_naming("AI", year=2026, narrower=True) if row.narrower)
        >>> row.partner.slug, row.topic.slug
        ('european-union', 'ai-governance')

    Args:
        topics: the topics, one or several, by reference, id, slug or name.
        year: a calendar year that the plan's period has days of, or may have where its end is not known; None for all plans.
        narrower: whether narrower topics answer too; the rows say by which they do.
        registry: the records; None for the packaged data.

    Returns:
        One row a partner, area and topic asked for, in order of plan, priority areas first; what was only announced, or stands
        in a draft, is not among them. An empty answer has a `reason`: no plan of that year was seen, or its areas were not, or
        none names it.

    Raises:
        RecordNotFound, AmbiguousName: when a topic is none or several.
        InvalidQuery: when no topic is asked for, or the year is none.

    """
    registry = registry_or_packaged(registry)
    wanted = wanted_topics(topics, registry, narrower=narrower)
    plans = list(partner_plans(year, registry))
    rows = [row for partner, plan in plans for row in _rows(partner, plan, named_in(plan), wanted, registry)]
    return Answers(rows, reason="" if rows else _why_none([plan for _, plan in plans], wanted, year, "", registry))


def _why_none(
    plans: Iterable[Plan],
    wanted: Mapping[Ref[Topic], Ref[Topic]] | None,
    years: int | tuple[int, ...] | None,
    with_whom: str,
    registry: Registry,
) -> str:
    asked = () if years is None else (years,) if isinstance(years, int) else years
    when = (" of " + ", ".join(map(str, asked)) if asked else "") + with_whom
    late = after_the_record(as_year(asked[-1]).earliest, registry) if asked else ""
    return "; ".join(filter(None, (_what_was_seen(list(dict.fromkeys(plans)), wanted, when, registry), late)))


def _what_was_seen(plans: list[Plan], wanted: Mapping[Ref[Topic], Ref[Topic]] | None, when: str, registry: Registry) -> str:
    seen = [plan for plan in plans if areas(plan)]
    if not plans:
        return f"no plan{when} was seen"
    if not seen:
        return f"of the plans{when} that were seen, {', '.join(plan.slug for plan in plans)}, no priority area was seen"
    assert wanted is not None  # with no topic asked for, every area is an answer
    names = names_of(dict.fromkeys(wanted.values()), registry)
    whole = sum("priorities" in plan.complete for plan in plans)
    return (
        f"nothing seen in plans{when} is mapped to {names}; {len(plans)} plan(s) seen, {len(seen)} with priority areas, "
        f"{whole} with a list known whole: silence in the others is no answer"
    )


def priorities(
    years: int | Iterable[int] | None = None,
    partner: RefLike | None = None,
    topic: RefLike | None = None,
    *,
    narrower: bool = False,
    registry: Registry | None = None,
) -> Answers[NamedArea]:
    """The priority areas of plans, in the source's words.

    Example:
        >>> import asean_digital as ad
        >>> [row.phrase("vi") for row in ad.priorities(2026, partner="japan")][:2]
        ['trí tuệ nhân tạo và chính sách số', 'an ninh mạng']

    Args:
        years: a calendar year or several that the plan's period has days of; None for all plans, those without a known period too.
        partner: a partner, by reference, id, slug or name; None for all plans, ASEAN's own too.
        topic: a topic, by reference, id, slug or name.
        narrower: whether narrower topics answer too; the rows say by which they do.
        registry: the records; None for the packaged data.

    Returns:
        One row a plan, partner and area, in order of time and area; what was only announced has `expected` True. An empty answer
        has a `reason`.

    Raises:
        RecordNotFound, AmbiguousName: when the partner or topic is none or several.
        InvalidQuery: when a year is none, or the partner or topic is a record of another kind.

    """
    registry = registry_or_packaged(registry)
    asked = as_years(years)
    whom = one_of("party", partner, registry).ref if partner is not None else None
    wanted = wanted_topics((topic,), registry, narrower=narrower) if topic is not None else None
    found = {plan.slug: plan for year in asked or (None,) for plan in plans_of(year, registry)}
    plans = [plan for plan in sorted(found.values(), key=in_time) if whom is None or whom in plan.partners]
    rows: list[NamedArea] = []
    for plan in plans:
        for each in plan.partners or (None,):
            if whom in {None, each}:
                rows += _rows(each, plan, [(f"priorities/{item.key}", item) for item in plan.priorities], wanted, registry)
    with_whom = f" with {registry[whom].name}" if whom else ""
    return Answers(rows, reason="" if rows else _why_none(plans, wanted, asked, with_whom, registry))
