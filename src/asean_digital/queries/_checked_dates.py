"""Dates that a text gives, set against the dates of what it names."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

import attrs

from asean_digital.model.meeting import Meeting, MeetingForm
from asean_digital.model.stage import StageForm
from asean_digital.queries._cues import OTHER, STRETCH, Cue, cues
from asean_digital.queries._held import (
    ACCEPTED,
    CLOSED,
    FOUNDED,
    HELD,
    ISSUED,
    JOINED,
    OBSERVED,
    OPENED,
    PERIOD,
    RECEIVED,
    SIGNED,
    Held,
    dated,
)
from asean_digital.queries._verdicts import ClaimSort, Judged, Overlap, Setting, Verdict, judged
from asean_digital.values import OPEN, PartialDate, Period
from asean_digital.values.when import possibly_same

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from asean_digital.model.record import Record
    from asean_digital.queries._passages import Passage
    from asean_digital.queries._verdicts import Claim
    from asean_digital.queries.mentioning import Mention
    from asean_digital.queries.reading import DateInText
    from asean_digital.values import When

_BESIDE = {
    "meeting": (HELD,),
    "plan": (PERIOD, ACCEPTED),
    "programme": (PERIOD,),
    "agreement": (SIGNED, ACCEPTED),
    "declaration": (ACCEPTED, SIGNED, ISSUED),
    "guide": (ACCEPTED, ISSUED),
}
"""What a date says that stands right beside a name, by the kind of what is named."""
_LASTING = {PERIOD, HELD}
_TAKERS = {
    **dict.fromkeys((HELD, OPENED, CLOSED), frozenset({"meeting", "body", "series", "programme"})),
    STRETCH: frozenset({"plan", "programme"}),
    PERIOD: frozenset({"plan", "programme"}),
    FOUNDED: frozenset({"body", "programme", "partnership", "series"}),
    JOINED: frozenset({"party"}),
    OBSERVED: frozenset({"party"}),
    **{form.value: frozenset({"party", "partnership"}) for form in StageForm},
}
"""The kinds that a date may be the date of, by what happened; every other thing is done to instruments."""
_INSTRUMENTS = frozenset({"agreement", "body", "declaration", "guide", "plan", "programme", "topic"})
_NEAREST = 8  # names on which a date is tried, so that a long list of them costs no more than its length
_DATABLE = frozenset({"agreement", "body", "declaration", "guide", "meeting", "partnership", "plan", "programme", "series"})
_UPON = frozenset({ACCEPTED, RECEIVED, ISSUED, SIGNED, FOUNDED})
_OBJECT = re.compile(
    r"(?:[\s,“\"'(]|(?:the|a|an|its|their|new|and|both|of|that|formally|finally|was|were|is|là|on|in|vào|ngày|tháng|năm|văn kiện|bản|các|những|dự thảo|và|cùng|nội dung|toàn văn)(?!\w))*"
)
_BESIDES = re.compile(
    r"(?:before|after|since|ahead of|following|beside|besides|alongside|on the sidelines of|in the run-up to|preparing for"
    r"|trước|sau|bên lề|chuẩn bị cho|cùng dịp|nhân dịp|kể từ) (?:the |of the )?$"
)
_BOUND = re.compile(r"(?:until|till|by|before|after|trước|sau|cho đến)\s+(?:the\s+)?$")
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are|be|got|as|được)(?: \w+){0,2}\s*$|^[\s,(]*$")
_EVENT = re.compile(
    r"\b(?:forum|workshop|conference|meeting|summit|session|seminar|exhibition|ceremony|talks|dialogue|event|webinar|course|training|dinner"
    r"|diễn đàn|hội thảo|phiên|cuộc họp|hội nghị|triển lãm|lễ|tọa đàm|khóa|sự kiện|đối thoại|tiệc|vòng)\b"
)
_FRONTED = re.compile(
    r"(?:^|[,;:(–—]|\b(?:and|và|rồi|rằng|that|khi|when|phải đến|mãi đến|not until)\b)\s*(?:(?:and|và|rồi|then|later|that|sáng|chiều|tối)\s+)?(?:(?:on|in|from|vào|trong|từ|between|during|since|by)\s+)?(?:the|các|hai|ba|ngày)?\s*$"
)
_LINK = re.compile(r"[\s,(–—-]*(?:of|on|in|from|dated|for|held|vào|từ|trong|năm|diễn ra|các|:)?[\s(]*")
_STRETCH = re.compile(r"giai đoạn|thời kỳ|(?:the )?period|(?:the )?years|(?:các )?năm")
_NEAR_STRETCH = re.compile(
    r"[\s,(]*(?:(?:cho|trong|của|for|in|over|during|là|is|was|thuộc|(?:was|is|were|đã được|được) \w+(?: \w+)? (?:for|cho)|covers|covering|spans|áp dụng cho|được thực hiện trong|thực hiện trong) ?(?:the |các )?)?[\s(]*"
)
_SOURCE = re.compile(r",|theo|according|said|cho biết")
_THAT = re.compile(r",? (?:that|when|khi|mà|ghi dấu|marked|saw) ")
_RELATIVE = re.compile(r",? (?:which|that|who)\b")
_APART = re.compile(r";|, (?:and|but|còn|nhưng) |,? (?:while|whereas|trong khi) ")
_BREAK = re.compile(
    r";|,? (?:while|whereas|but|after|before|following|followed by|trong khi|sau khi|trước khi|tiếp theo|tiếp nối|còn|nhưng) "
)


@attrs.frozen
class _Tie:
    """A way in which a date may belong to a name: what it would say, and whether nothing else is as near."""

    mention: Mention
    senses: tuple[str, ...]
    strong: bool


def check_dates(passage: Passage, setting: Setting) -> Iterator[Claim]:
    """The dates of a passage that say when something named there was, will be or lasts."""
    facts = setting.registry.derived(dated)
    named = [row for row in passage.mentions if any(ref.kind in _DATABLE or ref.text in facts for ref in _refs(row))]
    rows = [row for row in passage.dates if not any(each.start < row.end and row.start < each.end for each in passage.mentions)]
    if not named or not rows:
        return
    found = [cue for cue in cues(passage.lower, passage.start) if not any(each.start < cue.end and cue.start < each.end for each in named)]
    for number, row in enumerate(rows):
        before = rows[number - 1].end if number else passage.start
        after = rows[number + 1].start if number + 1 < len(rows) else passage.end
        near = sorted(sorted(named, key=partial(_apart, row))[:_NEAREST], key=lambda mention: mention.start)
        ties = _ties(row, passage, near, [cue for cue in found if before <= cue.start < after], (before, after))
        yield _checked(row, ties, near, facts, setting)


def _apart(row: DateInText, mention: Mention) -> int:
    """How many characters stand between a date and a name."""
    return max(row.start - mention.end, mention.start - row.end, 0)


def _refs(mention: Mention) -> tuple[Any, ...]:
    return (mention.ref,) if mention.ref is not None else mention.candidates


def _ties(row: DateInText, passage: Passage, named: Sequence[Mention], found: Sequence[Cue], bounds: tuple[int, int]) -> Iterator[_Tie]:
    """The ways in which a date may belong to names, the likeliest first."""
    beside = False
    for mention in named:
        gap = passage.between(mention.end, row.start) if mention.end <= row.start else None
        if gap is not None and len(gap) < 25 and _LINK.fullmatch(gap):
            beside = True
            yield _Tie(mention, _BESIDE.get(mention.kind or "", ()), strong="," not in gap or mention.kind == "meeting")
    if isinstance(row.when, Period) and row.when.precision == "year":
        yield from _by_cue(row, Cue(row.start, row.start, (PERIOD, STRETCH)), passage, named, first=True)
    left = [cue for cue in found if cue.end <= row.start and not _APART.search(passage.between(cue.end, row.start))]
    right = [cue for cue in found if cue.start >= row.end and not _APART.search(passage.between(row.end, cue.start))]
    fronted = (
        _FRONTED.search(passage.between(bounds[0], row.start)) is not None or _THAT.match(passage.between(row.end, bounds[1])) is not None
    )
    nearest = [*left[-1:], *right[:1]]
    if fronted and right:
        nearest = [*right[:1], *left[-1:]]
    for number, cue in enumerate(nearest):
        if OTHER in cue.senses:
            return
        likeliest = number == 0
        if cue.start >= row.end and not fronted and not beside:
            likeliest = False  # a date amid a sentence belongs to what is before it
        bounded = _BOUND.search(passage.between(bounds[0], row.start)) is not None
        yield from _by_cue(row, cue, passage, named, first=likeliest and not bounded)


def _by_cue(row: DateInText, cue: Cue, passage: Passage, named: Sequence[Mention], *, first: bool) -> Iterator[_Tie]:
    """The names that may be the subject or object of a cue, the nearest first."""
    start, end = min(row.start, cue.start), max(row.end, cue.end)

    def distance(mention: Mention) -> tuple[int, int, int]:
        inner = 0 if mention.start < end and mention.end > start else min(abs(start - mention.end), abs(mention.start - end))
        broken = passage.between(mention.end, start) if mention.end <= start else passage.between(end, mention.start)
        return (
            1 if inner and _BREAK.search(broken) else 0,
            inner + 40 * len(_SOURCE.findall(broken)) if inner else 0,
            _apart(row, mention),
        )

    nearest = True
    for mention in sorted(named, key=distance):
        if any(ref.kind in _takers(cue) for ref in _refs(mention)):
            yield _Tie(mention, cue.senses, strong=first and nearest and distance(mention)[0] == 0 and _fits(mention, cue, row, passage))
            nearest = False


def _takers(cue: Cue) -> frozenset[str]:
    return frozenset().union(*(_TAKERS.get(sense, _INSTRUMENTS) for sense in cue.senses))


def _fits(mention: Mention, cue: Cue, row: DateInText, passage: Passage) -> bool:
    """Whether the words between a name, a verb and a date leave no doubt that they belong together."""
    before = mention.end <= cue.start
    if STRETCH in cue.senses:  # a noun, which ties nothing by itself
        start, end = min(cue.start, row.start), max(cue.end, row.end)
        gap = passage.between(mention.end, start) if before else passage.between(end, mention.start)
        return _NEAR_STRETCH.fullmatch(gap) is not None
    if not before and _UPON.intersection(cue.senses):
        return _OBJECT.fullmatch(_without_names(cue.end, mention.start, passage)) is not None
    if before and _UPON.intersection(cue.senses):
        gap = passage.between(mention.end, cue.start)
        amid = mention.end <= row.start < cue.start and len(passage.between(mention.end, row.start)) > 8
        longest = 20 if mention.kind in {"body", "programme"} else 60
        return _PASSIVE.search(gap) is not None and not amid and len(gap) <= longest
    if HELD in cue.senses or OPENED in cue.senses or CLOSED in cue.senses:
        gaps = [_without_names(mention.end, cue.start, passage) if before else _without_names(cue.end, mention.start, passage)]
        gaps.append(_without_names(cue.end, row.start, passage) if cue.end <= row.start else _without_names(row.end, cue.start, passage))
        aside = _BESIDES.search(passage.between(max(passage.start, mention.start - 30), mention.start)) is not None
        told = _RELATIVE.match(passage.between(mention.end, cue.start)) is not None if before else False
        return (told or not aside) and not any(_EVENT.search(gap) for gap in gaps)
    return True


def _without_names(start: int, end: int, passage: Passage) -> str:
    """The words from one offset to another, but for the names and dates among them."""
    taken = sorted(
        (row.start, row.end) for rows in (passage.mentions, passage.dates) for row in rows if row.start < end and start < row.end
    )
    rest, at = [], start
    for first, last in taken:
        rest.append(passage.between(at, max(at, first)))
        at = max(at, last)
    return " ".join([*rest, passage.between(at, end)])


def _checked(
    row: DateInText, ties: Iterable[_Tie], named: Sequence[Mention], facts: dict[str, tuple[Held, ...]], setting: Setting
) -> Claim:
    """The claim of a date, by the best of its ties: one that agrees, else what the likeliest one says."""
    sort, start, end = ClaimSort.DATE, row.start, row.end
    if row.when is None:
        return setting.claim(start, end, sort, Verdict.NOT_CHECKED, None, record=named[0].ref if len(named) == 1 else None, why=row.why)
    first: Judged | None = None
    partly: Judged | None = None
    unclear: Mention | None = None
    likeliest: Mention | None = None
    for tie in ties:
        likeliest = likeliest or tie.mention
        if tie.mention.ref is None:
            unclear = unclear or (tie.mention if tie.strong else None)
            continue
        best = _best(row.when, tie.senses, facts.get(tie.mention.ref.text, ()))
        if best is None:
            continue
        if best.verdict is Verdict.AGREES:
            return _claim(row, best, setting)
        if best.verdict is Verdict.PARTLY and tie.strong:
            partly = partly or best
        if first is None and tie.strong and unclear is None:
            first = best
    chosen = first if first is not None and first.verdict is Verdict.PARTLY else partly or first
    if chosen is not None:
        return _claim(row, chosen, setting)
    if unclear is not None:
        return setting.claim(start, end, sort, Verdict.NOT_CHECKED, row.when, why=setting.several(unclear.text, unclear.candidates))
    return setting.claim(start, end, sort, Verdict.NOT_RECORDED, row.when, record=(likeliest or named[0]).ref)


def _claim(row: DateInText, best: Judged, setting: Setting) -> Claim:
    why = _sibling(row.when, best.held.record, setting) if best.verdict is Verdict.DIFFERS and row.when is not None else ""
    return setting.claim(
        row.start, row.end, ClaimSort.DATE, best.verdict, row.when, best.held, overlap=best.overlap, reading=best.reading, why=why
    )


def _sibling(when: When, meeting: Record, setting: Setting) -> str:
    """Which other meeting of its series the record puts on a date, as a sentence: the ordinal may be what is meant otherwise."""
    if isinstance(meeting, Meeting) and meeting.form is MeetingForm.OPENING and meeting.part_of is not None:
        meeting = setting.registry[meeting.part_of]
    if not isinstance(meeting, Meeting) or meeting.series is None:
        return ""
    of_series = [each for each in setting.registry.of(Meeting) if each.series == meeting.series and each.id != meeting.id]
    found = [each for each in of_series if any(held and possibly_same(held, when) for held in (each.when, each.when_overall))]
    if len(found) != 1:
        return ""
    name = found[0].name_in(setting.lang) or found[0].name
    return setting.say(f"the record puts {name} at that time", f"bản ghi đặt {name} vào thời gian đó")


_ORDER = (Verdict.AGREES, Verdict.PARTLY, Verdict.DIFFERS)


def _best(said: When, senses: Sequence[str], held: Sequence[Held]) -> Judged | None:
    """What the values of these senses say of a date: the one that agrees most."""
    if isinstance(said, Period) and said.end is not OPEN and said.precision == "year":
        senses = [sense for sense in senses if sense == PERIOD]  # years together are no day on which something happened
    elif not isinstance(said, Period):
        senses = [sense for sense in senses if sense != PERIOD]  # nor is one moment the length of a plan
    rows = [judged(each, partial(_relation_in, said, each.sense)) for each in held if each.sense in senses]
    if not rows and (OPENED in senses or CLOSED in senses):
        rows = [judged(each, lambda value: _edge(said, value, OPENED in senses)) for each in held if each.sense == HELD]
    rows.sort(key=lambda each: (_ORDER.index(each.verdict), each.reading is None))
    return rows[0] if rows else None


def _relation_in(said: When, sense: str, held: When) -> Overlap | bool:
    return relation(said, held, sense)


def relation(said: When, held: When, sense: str = HELD) -> Overlap | bool:
    """Whether a date is the one that is held, or lies inside it, or is wider."""
    if isinstance(said, Period) and said.end is OPEN and isinstance(held, PartialDate) and sense not in _LASTING:
        said = said.start
    if said == held or (said.latest is not None and (said.earliest, said.latest) == (held.earliest, held.latest)):
        return True
    if not possibly_same(said, held):
        return False
    if isinstance(said, Period) and isinstance(held, Period) and sense == PERIOD and said.precision == held.precision:
        return False  # the years of a plan are given as a whole
    if said.earliest >= held.earliest and (held.latest is None or (said.latest is not None and said.latest <= held.latest)):
        return Overlap.INSIDE
    if said.earliest <= held.earliest and (said.latest is None or (held.latest is not None and said.latest >= held.latest)):
        return Overlap.WIDER
    return False


def _edge(said: When, held: When, first: bool) -> Overlap | bool:
    """Whether a date is the first or the last day of a stretch, or lies in it."""
    day = held.earliest if first else held.latest
    if day is not None and said.earliest == day == said.latest:
        return True
    return relation(said, held) and Overlap.INSIDE
