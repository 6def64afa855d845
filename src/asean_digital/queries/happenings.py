"""`timeline`: what happened, and what was only announced, in order of time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from asean_digital.errors import InvalidQuery, RecordNotFound
from asean_digital.model.topic import Topic
from asean_digital.model.wording import Wording, best
from asean_digital.queries._dated import Dated, Happens, Standing, dated
from asean_digital.queries._registry import registry_or_packaged
from asean_digital.queries.asking import after_the_record, as_bound, one_of
from asean_digital.queries.finding import RefLike, find
from asean_digital.queries.relating import as_kinds
from asean_digital.queries.showing import text_of
from asean_digital.queries.subjects import with_narrower
from asean_digital.sets import Answers
from asean_digital.values import Period
from asean_digital.values.term import language

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable

    from asean_digital.model.record import Record
    from asean_digital.registry import Registry
    from asean_digital.values import PartialDate, Ref, When

_WHY = {
    Standing.EXPECTED: "it is only expected",
    Standing.NOTHING_SEEN: "it was announced, and nothing was seen since",
    Standing.CANCELLED: "it was cancelled",
}


@attrs.frozen(kw_only=True)
class Happening:
    """Something that happened on a day or days, or was announced for them."""

    when: When
    """When, as exactly as it is known and no more."""
    happens: Happens
    """What sort of thing: a meeting, an act, a beginning or end ..."""
    standing: Standing
    """Whether it happened, was announced, or was cancelled."""
    record: Ref[Record]
    """The record on which it stands."""
    path: str
    """Where it stands there; `evidence` takes it."""
    target: Ref[Record] | None
    """For an act: the record that it is upon."""
    text: str
    """The same for readers, in the language asked for."""
    certain: bool
    """Whether it surely lies within the days asked for, happened, and is not after the data was last checked."""
    why: str
    """Why it is not certain; empty when it is."""

    @property
    def expected(self) -> bool:
        """Whether it is not known to have happened."""
        return self.standing is not Standing.HAPPENED


def timeline(
    since: datetime.date | PartialDate | str | None = None,
    until: datetime.date | PartialDate | str | None = None,
    kinds: str | Iterable[str] | None = None,
    about: RefLike | None = None,
    party: RefLike | None = None,
    *,
    expected: bool = True,
    lang: str = "en",
    registry: Registry | None = None,
) -> Answers[Happening]:
    """What happened between two days, and what was announced for them, in order of time.

    Meetings, acts upon documents and other records, acts with a day of their own, beginnings and ends of plans, programmes,
    memberships and partnerships, foundings, signatures (once, as the act of a meeting where there is one), and numbers with their date. What has no date is not there; what a meeting
    did in words only, on no day that is named, is asked of `outcomes`.

    Example:
        >>> import asean_digital as ad
        >>> for row in ad.timeline("2025-10-26", "2025-10-26", party="timor-leste", kinds="party"):
        ...     print(row.when.label("en"), "|", row.text)
        26 October 2025 | signed: Timor-Leste, Declaration on the Admission of Timor-Leste into ASEAN (47th ASEAN Summit)
        26 October 2025 | begins: Timor-Leste, member, Association of Southeast Asian Nations
        26 October 2025 | ends: Timor-Leste, observer, Association of Southeast Asian Nations
        >>> row = ad.timeline("2027", kinds="meeting")[0]
        >>> row.record.slug, row.standing.label("en"), row.certain
        ('adgmin-7', 'expected', False)

    Args:
        since: the first day, as a date or ISO text; ``"2026"`` and ``"2026-01"`` stand for their first day. None: from the beginning.
        until: the last day; ``"2026"`` and ``"2026-01"`` stand for their last day. None: without end.
        kinds: the kind, or kinds, of what happened: of the record that an act is upon, else of the record itself; None for all.
        about: a topic, with all that are narrower, or a record that it concerns; by reference, id, slug or name.
        party: a country, partner or organisation that has part in it, in whatever way the record names.
        expected: whether what was announced, planned or cancelled is there too; its `standing` says which.
        lang: the language of `text`, English or Vietnamese.
        registry: the records; None for the packaged data.

    Returns:
        One row a happening. What is known to the month or year is there when it may lie within the days asked for; when that is
        not sure, `certain` is False and `why` says so. Order: earliest day, latest day, then what is known better, kind, record,
        place. An empty answer has a `reason`.

    Raises:
        InvalidValue: when a day is none.
        InvalidQuery: when since is after until, or a kind or language is none.
        RecordNotFound, AmbiguousName: when a record is none or several.

    """
    registry = registry_or_packaged(registry)
    lang = language(lang)
    first, last = as_bound(since, "since"), as_bound(until, "until")
    if first and last and first.earliest > last.latest:
        msg = f"since must not be after until, not {first} and {last}; swap the two"
        raise InvalidQuery(msg)
    chosen = as_kinds(kinds)
    asked = [_concerned(about, registry)] if about is not None else []
    if party is not None:
        whom = one_of("party", party, registry).id
        asked.append(lambda each: whom in each.concerns)
    rows = []
    for each in dated(registry):
        lies = _within(each.when, first, last)
        if (
            lies is not False
            and (expected or each.standing is Standing.HAPPENED)
            and (chosen is None or (each.target or each.record.ref).kind in chosen)
            and all(answers(each) for answers in asked)
        ):
            rows.append(_row(each, registry, lang, sure=lies is True))
    return Answers(rows, reason="" if rows else _why_none(first, last))


def _end(when: When) -> datetime.date:
    """The last day on which it is placed; what has no known end is placed at its beginning."""
    return when.latest or (when.start.latest if isinstance(when, Period) else when.earliest)


def _within(when: When, first: PartialDate | None, last: PartialDate | None) -> bool | None:
    """Whether something lies within two days; None where it may."""
    if (first and _end(when) < first.earliest) or (last and when.earliest > last.latest):
        return False
    inside = (first is None or when.earliest >= first.earliest) and (last is None or _end(when) <= last.latest)
    return True if inside else None


def subject_of(about: RefLike, registry: Registry) -> Record:
    """The topic of a name, else the record of it: "AI" is a topic before it is anything else.

    Raises:
        RecordNotFound, AmbiguousName: when there is none, or several.

    """
    try:
        return find(about, "topic", registry)
    except RecordNotFound:
        return find(about, registry=registry)


def _concerned(about: RefLike, registry: Registry) -> Callable[[Dated], bool]:
    """What an answer must satisfy to be about a topic, or a record."""
    record = subject_of(about, registry)
    if isinstance(record, Topic):
        topics = with_narrower((record.ref,), registry)
        return lambda each: any(topic in topics for topic in each.topics)
    ref = record.id
    return lambda each: ref in each.concerns


def _row(each: Dated, registry: Registry, lang: str, *, sure: bool) -> Happening:
    reasons = [
        "" if sure else f"{each.when} may lie outside the days asked for",
        _WHY.get(each.standing, ""),
        after_the_record(_end(each.when), registry),
    ]
    why = "; ".join(filter(None, reasons))
    ref: Ref[Any] = each.record.ref
    return Happening(
        when=each.when,
        happens=each.happens,
        standing=each.standing,
        record=ref,
        path=each.path,
        target=each.target,
        text=_text(each, registry, lang),
        certain=not why,
        why=why,
    )


def _text(each: Dated, registry: Registry, lang: str) -> str:
    name = text_of(each.record.ref, registry, lang)
    if each.happens is Happens.MEETING:
        return ", ".join((name, *_worded(each.said, lang)))
    if each.happens is Happens.ACT:
        what = (text_of(each.target, registry, lang) if each.target else "", *_worded(each.said.words, lang))
        return f"{each.said.verb.label(lang)}: {', '.join(filter(None, what))} ({name})"
    said = text_of(each.said, registry, lang)
    if each.happens is Happens.NUMBER:
        return ": ".join(filter(None, (name, said)))
    return f"{each.happens.label(lang)}: {name}{f', {said}' if said and said not in name else ''}"


def _worded(words: tuple[Wording, ...], lang: str) -> tuple[str, ...]:
    return ((best(words, lang) or words[0]).text,) if words else ()


def _why_none(first: PartialDate | None, last: PartialDate | None) -> str:
    span = " and ".join(filter(None, (f"from {first} on" if first else "", f"until {last}" if last else "")))
    return f"nothing dated{f' {span}' if span else ''} that answers is recorded"
