"""Partners against topics in one year: named, not named, and what was not seen, which is no answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from asean_digital.model.party import Party
from asean_digital.model.plan import Plan
from asean_digital.model.wording import Wording, WordingStatus
from asean_digital.queries._registry import registry_or_packaged
from asean_digital.queries.asking import after_the_record, as_year, as_years
from asean_digital.queries.certainty import only_announced
from asean_digital.queries.partners import areas, named_in, partner_plans, partners_in
from asean_digital.queries.showing import text_of
from asean_digital.queries.subjects import topics_named, with_narrower
from asean_digital.sets import Answers
from asean_digital.values import Ref, Term
from asean_digital.values.term import Language, language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from asean_digital.model.act import Act
    from asean_digital.model.item import Item
    from asean_digital.model.topic import Topic
    from asean_digital.queries.finding import RefLike
    from asean_digital.registry import Registry


class Named(Term):
    """Whether a partner's plans of a year name a topic. Silence is never a no."""

    NAMED = "named", "named", "có nêu"
    NOT_NAMED = "not_named", "not named", "không nêu"
    AREAS_NOT_SEEN = "areas_not_seen", "plan seen, not all of its areas", "đã thấy kế hoạch, chưa thấy đủ các lĩnh vực"
    NOT_SEEN = "not_seen", "no plan seen", "chưa thấy kế hoạch"


class Seen(Term):
    """How much of a partner's plans of a year was seen."""

    WHOLE = "whole", "all areas known", "biết đủ các lĩnh vực"
    PART = "part", "some areas seen", "đã thấy một số lĩnh vực"
    AREAS_NOT_SEEN = "areas_not_seen", "plan seen, areas not", "đã thấy kế hoạch, chưa thấy lĩnh vực"
    NOT_SEEN = "not_seen", "no plan seen", "chưa thấy kế hoạch"


_NARROWER = {"en": "only a narrower topic named", "vi": "chỉ nêu chủ đề hẹp hơn"}
_MARKS = {Named.NAMED: "●", Named.NOT_NAMED: "✗", Named.AREAS_NOT_SEEN: "?", Named.NOT_SEEN: "-"}


@attrs.frozen(kw_only=True)
class MatrixCell:
    """Whether one partner's plans of the year name one topic."""

    partner: Ref[Party]
    """The partner."""
    topic: Ref[Topic]
    """The topic."""
    named: Named
    """Named, not named, or not seen."""
    narrower: bool
    """Whether only a narrower topic is named."""
    words: tuple[Wording, ...] = attrs.field(repr=lambda words: repr(" / ".join(wording.text for wording in words)))
    """The source's phrases that name it."""
    plans: tuple[Ref[Plan], ...]
    """The partner's plans of that year that were seen."""

    @property
    def mark(self) -> str:
        """One character: ``●`` named, ``○`` a narrower topic named, ``✗`` not named, ``?`` not all areas seen, ``-`` no plan seen."""
        return "○" if self.narrower else _MARKS[self.named]


@attrs.frozen(kw_only=True, repr=False)
class Matrix:
    """Partners against topics in one year; shows itself as a table of marks."""

    year: int
    """The calendar year."""
    partners: tuple[Ref[Party], ...]
    """The columns, by id."""
    topics: tuple[Ref[Topic], ...]
    """The rows: those asked for, else those named by the most partners first."""
    partner_names: tuple[str, ...]
    """What stands over the columns: the code or acronym of a partner, else its name."""
    topic_names: tuple[str, ...]
    """The names of the topics in the language asked for."""
    cells: Answers[MatrixCell]
    """Every cell, row by row."""
    lang: Language
    """The language of names and legend."""
    why: str
    """Why more may come to be known: the year is after the data was last checked; empty where it is not."""

    def cell(self, partner: Ref[Party] | str, topic: Ref[Topic] | str) -> MatrixCell | None:
        """The cell of a partner and topic, each by reference, id or slug; None where there is none.

        Args:
            partner: the partner.
            topic: the topic.

        """
        asked = {"party": str(partner), "topic": str(topic)}
        for each in self.cells:
            if asked["party"] in {each.partner.text, each.partner.slug} and asked["topic"] in {each.topic.text, each.topic.slug}:
                return each
        return None

    def rows(self) -> Iterator[tuple[str, tuple[MatrixCell, ...]]]:
        """The rows: the name of the topic, and its cells in the order of the columns."""
        width = len(self.partners)
        for number, name in enumerate(self.topic_names):
            yield name, tuple(self.cells[number * width : (number + 1) * width])

    def to_dicts(self) -> list[dict[str, Any]]:
        """The cells as dicts of JSON types; needs no extra."""
        return self.cells.to_dicts()

    def __iter__(self) -> Iterator[MatrixCell]:
        return iter(self.cells)

    def __len__(self) -> int:
        return len(self.cells)

    def __repr__(self) -> str:
        head = f"<Matrix {self.year}: {len(self.topics)} topics, {len(self.partners)} partners"
        if not self.cells:
            return f"{head} ({'; '.join(filter(None, (self.cells.reason, self.why)))})>"
        left = max(map(len, self.topic_names))
        widths = [len(name) for name in self.partner_names]
        lines = [head, "  ".join((" " * left, *self.partner_names)).rstrip()]
        for name, cells in self.rows():
            marks = (cell.mark.ljust(width) for cell, width in zip(cells, widths, strict=True))
            lines.append("  ".join((name.ljust(left), *marks)).rstrip())
        lines.append(", ".join(f"{mark} {label}" for mark, label in legend(self.lang).items()))
        lines += [self.why] if self.why else []
        return "\n".join(lines) + ">"

    def _repr_html_(self) -> str:
        from asean_digital.exports.card import of_matrix  # noqa: PLC0415  upwards: only a notebook asks for it

        return of_matrix(self)


def legend(lang: Language) -> dict[str, str]:
    """What each mark of a matrix means."""
    meanings = {"●": Named.NAMED.label(lang), "○": _NARROWER[lang]}
    return meanings | {_MARKS[each]: each.label(lang) for each in tuple(Named)[1:]}


@attrs.frozen(kw_only=True)
class PlanCoverage:
    """What was seen of a partner's plans of one year."""

    partner: Ref[Party]
    """The partner."""
    year: int
    """The calendar year."""
    plans: tuple[Ref[Plan], ...]
    """Its plans of that year."""
    areas: int
    """How many priority areas were seen."""
    seen: Seen
    """All areas, some, none, or no plan at all."""
    why: str
    """What else to know: a period only announced or of unknown end, or a year after the data was last checked."""


def _column(party: Party, lang: str) -> str:
    acronym = next((wording.text for wording in party.names if wording.status is WordingStatus.ACRONYM), None)
    return party.alpha2 or acronym or party.name_in(lang) or party.name


def _plans_by_partner(year: int, registry: Registry) -> dict[Ref[Party], list[Plan]]:
    found: dict[Ref[Party], list[Plan]] = {partner: [] for partner in partners_in(year, registry)}
    for partner, plan in partner_plans(year, registry):
        found.setdefault(partner, []).append(plan)
    return dict(sorted(found.items(), key=lambda pair: pair[0].text))


def matrix(year: int, topics: Iterable[RefLike] | None = None, *, lang: str = "en", registry: Registry | None = None) -> Matrix:
    """Which partners' plans of a year name which topics, and where that was not seen.

    "Not named" is said only where the list of priority areas of all the partner's plans of that year is known whole, and nothing
    else that was seen of them names it.

    Example:
        >>> import asean_digital as ad
        >>> found = ad.matrix(2026, ["AI", "quantum"])
        >>> [found.cell(partner, "artificial-intelligence").mark for partner in ("japan", "european-union", "china", "canada")]
        ['●', '○', '?', '-']
        >>> found.cell("japan", "quantum").named.label("en")
        'not named'

    Args:
        year: the calendar year.
        topics: the topics, by reference, id, slug or name; None for those that some partner's plan of the year names.
        lang: the language of names and legend, English or Vietnamese.
        registry: the records; None for the packaged data.

    Returns:
        The matrix, with one cell a topic and partner; without cells where no partner's plan of the year names any topic.

    Raises:
        RecordNotFound, AmbiguousName: when a topic is none or several.
        InvalidQuery: when the year or language is none.

    """
    registry = registry_or_packaged(registry)
    as_year(year)
    lang = language(lang)
    plans = _plans_by_partner(year, registry)
    chosen = topics_named(topics, registry) if topics is not None else _most_named(plans)
    named = {partner: [part for plan in of_it for _, part in named_in(plan)] for partner, of_it in plans.items()}
    cells = []
    for topic in chosen:
        wanted = with_narrower((topic,), registry)
        cells += [
            _cell(partner, of_it, topic, [part for part in named[partner] if wanted.keys() & set(part.topics)])
            for partner, of_it in plans.items()
        ]
    return Matrix(
        year=year,
        partners=tuple(plans),
        topics=chosen,
        partner_names=tuple(_column(registry[partner], lang) for partner in plans),
        topic_names=tuple(text_of(topic, registry, lang) for topic in chosen),
        cells=Answers(cells, reason="" if cells else f"nothing that a partner's plan of {year} names was seen"),
        lang=lang,
        why=after_the_record(as_year(year).earliest, registry),
    )


def _most_named(plans: dict[Ref[Party], list[Plan]]) -> tuple[Ref[Topic], ...]:
    count: dict[Ref[Topic], int] = {}
    for of_it in plans.values():
        for topic in {topic for plan in of_it for _, part in named_in(plan) for topic in part.topics}:
            count[topic] = count.get(topic, 0) + 1
    return tuple(sorted(count, key=lambda topic: (-count[topic], topic.text)))


def _cell(partner: Ref[Party], plans: list[Plan], topic: Ref[Topic], named: list[Item | Act]) -> MatrixCell:
    by_itself = [part for part in named if topic in part.topics]
    if named:
        answer = Named.NAMED
    elif not plans:
        answer = Named.NOT_SEEN
    else:
        answer = Named.NOT_NAMED if all("priorities" in plan.complete for plan in plans) else Named.AREAS_NOT_SEEN
    return MatrixCell(
        partner=partner,
        topic=topic,
        named=answer,
        narrower=bool(named) and not by_itself,
        words=tuple(wording for part in by_itself or named for wording in part.words),
        plans=tuple(plan.ref for plan in plans),
    )


def plan_coverage(years: int | Iterable[int], registry: Registry | None = None) -> Answers[PlanCoverage]:
    """What was seen of the plans of each partner outside ASEAN in each year: all areas, some, none, or no plan.

    Example:
        >>> import asean_digital as ad
        >>> {row.partner.slug: row.seen.label("en") for row in ad.plan_coverage(2026)}["japan"]
        'all areas known'

    Args:
        years: a calendar year, or several.
        registry: the records; None for the packaged data.

    Returns:
        One row a year and partner, by year and id; empty with a reason where no partner is recorded.

    Raises:
        InvalidQuery: when a year is none.

    """
    registry = registry_or_packaged(registry)
    rows = []
    for year in as_years(years) or ():
        late = after_the_record(as_year(year).earliest, registry)
        for partner, plans in _plans_by_partner(year, registry).items():
            count = sum(len(areas(plan)) for plan in plans)
            whole = all("priorities" in plan.complete for plan in plans)
            notes = [f"the period of {plan.name} was only announced" for plan in plans if only_announced(plan, "period")]
            notes += [
                f"the end of {plan.name} is not known" for plan in plans if plan.period and plan.period.overlaps(as_year(year)) is None
            ]
            rows.append(
                PlanCoverage(
                    partner=partner,
                    year=year,
                    plans=tuple(plan.ref for plan in plans),
                    areas=count,
                    seen=Seen.NOT_SEEN if not plans else Seen.WHOLE if whole else Seen.PART if count else Seen.AREAS_NOT_SEEN,
                    why="; ".join(filter(None, (*notes, late))),
                )
            )
    return Answers(rows, reason="" if rows else "no partner outside ASEAN is recorded")
