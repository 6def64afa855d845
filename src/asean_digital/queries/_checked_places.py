"""Cities and countries that a text gives for a meeting, set against where the record puts it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from asean_digital.model.meeting import Meeting
from asean_digital.queries._cues import cues
from asean_digital.queries._held import HELD, OPENED, held_at
from asean_digital.queries._spelling import lower
from asean_digital.queries._verdicts import ClaimSort, Judged, Setting, Verdict, judged
from asean_digital.queries.statements import statements
from asean_digital.values._fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from asean_digital.queries._passages import Passage
    from asean_digital.queries._verdicts import Claim
    from asean_digital.queries.mentioning import Mention
    from asean_digital.registry import Registry

_PREPOSITION = r"(?:\b(?:in|at|tại|ở)\s+(?:the\s+)?(?:(?:thành phố|thủ đô|tp\.?|city of|capital(?: city)? of|capital,?)\s+)?)"
_COUNTRY = re.compile(rf"{_PREPOSITION}$")
_BEHIND = re.compile(r"\s?[(,]\s*")
_BETWEEN = re.compile(r"[;:]|\b(?:and|và|while|which|where|nơi|trong khi|sau khi|after|before|following)\b")
_SELF = re.compile(r"[\s,()]*")


def _places(registry: Registry) -> re.Pattern[str]:
    """The pattern that finds the cities that meetings and capitals have, after a preposition of place."""
    cities = {wording.text for meeting in registry.of(Meeting) for wording in meeting.city}
    cities |= {wording.text for party in registry.parties for wording in party.capital}
    words = sorted({lower(city) for city in cities if len(city) > 2}, key=lambda city: (-len(city), city))
    return re.compile(rf"{_PREPOSITION}({'|'.join(map(re.escape, words)) or '(?!)'})(?!\w)")


def check_places(passage: Passage, setting: Setting) -> Iterator[Claim]:
    """The cities and countries that a passage gives for a meeting."""
    meetings = [row for row in passage.mentions if row.kind == "meeting" and row.ref is not None]
    if not meetings:
        return
    pattern = setting.registry.derived(_places)
    verbs = [cue for cue in cues(passage.lower, passage.start) if HELD in cue.senses or OPENED in cue.senses]
    found = [(passage.start + match.start(1), passage.start + match.end(1), "city") for match in pattern.finditer(passage.lower)]
    found = [
        row for row in found if not any(each.start < row[1] and row[0] < each.end and each.kind != "party" for each in passage.mentions)
    ]
    for row in passage.mentions:
        if row.kind == "party" and row.ref is not None:
            behind = any(
                _BEHIND.fullmatch(passage.between(end, row.start)) for _, end, field in found if end <= row.start and field == "city"
            )
            if behind or _COUNTRY.search(passage.between(max(passage.start, row.start - 30), row.start)):
                found.append((row.start, row.end, "country"))
    for start, end, field in found:
        before = [row for row in meetings if row.end <= start]
        owner = before[-1] if before else meetings[0]
        claim = _claim(start, end, field, owner, passage, setting)
        if claim is None:
            continue
        judge, said = claim
        if judge.verdict is Verdict.DIFFERS and not (
            len(meetings) == 1 and _is_tied(start, end, owner, passage, [cue.start for cue in verbs])
        ):
            continue
        yield setting.claim(start, end, ClaimSort.PLACE, judge.verdict, said, judge.held, reading=judge.reading)


def _is_tied(start: int, end: int, owner: Mention, passage: Passage, verbs: list[int]) -> bool:
    """Whether a place stands with the name of the meeting, or with the verb of its being held, and with nothing else."""
    first, last = (owner.end, start) if owner.end <= start else (end, owner.start)
    gap = passage.between(first, last)
    inner = [row for row in passage.mentions if first <= row.start < last and row.kind != "party"]
    dates = sum(row.end - row.start for row in passage.dates if first <= row.start < last)
    if inner or _BETWEEN.search(gap) or len(gap) - dates > 60:
        return False
    return _SELF.fullmatch(gap[: max(0, len(gap) - 4)]) is not None or any(first <= verb < last for verb in verbs)


def _claim(start: int, end: int, field: str, owner: Mention, passage: Passage, setting: Setting) -> tuple[Judged, str] | None:
    """What the record of a meeting says of a place; None where it has none, or where a country is only beside another one."""
    meeting: Meeting = setting.registry[owner.ref]  # type: ignore[index]  # one meeting is named: see check_places
    by_path = {statement.path: statement for statement in statements(meeting)}
    said = passage.text[start - passage.start : end - passage.start]
    if field == "country":
        ref = next(row.ref for row in passage.mentions if row.start == start)
        held = held_at(meeting, "country", HELD, by_path)
        return (judged(held, lambda value: value == ref), said) if held is not None else None
    cities = [held for wording in meeting.city if (held := held_at(meeting, f"city/{wording.key}", HELD, by_path)) is not None]
    if not cities:
        return None
    rows = [judged(held, lambda value: _same(said, getattr(value, "text", str(value)))) for held in cities]
    same = [row for row in rows if row.verdict is Verdict.AGREES]
    return (same or rows)[0], said


def _same(said: str, held: str) -> bool:
    """Whether two names of a city are one: without marks, blanks, and what stands beside it."""
    one, other = sorted((f"{fold(text)}," for text in (said, held)), key=len)
    return one.replace(" ", "") == other.replace(" ", "") or other.startswith((one, f"{one[:-1]} "))
