"""A claim of a text beside what the record holds: the row, the verdict, and how a verdict is reached."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from asean_digital.model.evidence import ReadingRole
from asean_digital.queries.certainty import Certainty, certainty_of
from asean_digital.queries.showing import text_of
from asean_digital.values import Ref, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from asean_digital.model.evidence import Citation, Reading
    from asean_digital.queries._held import Held
    from asean_digital.registry import Registry


class ClaimSort(Term):
    """What a claim says of a thing."""

    DATE = "date", "date", "ngày tháng"
    FIGURE = "figure", "figure", "số liệu"
    PLACE = "place", "place", "địa điểm"
    POST = "post", "post", "chức vụ"
    TITLE = "title", "title", "tên gọi"


class Verdict(Term):
    """How a claim stands to the record; none of them says that the text is wrong."""

    AGREES = "agrees", "agrees", "khớp"
    PARTLY = "partly", "agrees in part", "khớp một phần"
    DIFFERS = "differs", "the record holds another value", "khác giá trị đã ghi"
    NOT_RECORDED = "not_recorded", "not recorded", "chưa được ghi"
    NOT_CHECKED = "not_checked", "not checked", "chưa kiểm tra"


class Overlap(Term):
    """In what way a claim agrees in part."""

    INSIDE = "inside", "inside what the record holds", "nằm trong giá trị đã ghi"
    WIDER = "wider", "wider than what the record holds", "rộng hơn giá trị đã ghi"
    ONE_OF_SEVERAL = "one_of_several", "one of several recorded claims", "một trong các cách nêu đã ghi"
    NEARLY = "nearly", "nearly the words of the record", "gần đúng với lời đã ghi"


@attrs.frozen(kw_only=True)
class Claim:
    """What a text says of a record, set against what the record holds."""

    start: int
    """The offset of the first character of the claim's words, in the text as given."""
    end: int
    """The offset after the last one: ``text[start:end]`` is `text`."""
    text: str
    """The words of the claim."""
    sort: ClaimSort
    """What it says: a date, figure, place, post or title."""
    verdict: Verdict
    """How it stands to the record."""
    overlap: Overlap | None
    """In what way it agrees in part; None for every other verdict."""
    record: Ref[Any] | None
    """The record that it was set against; None where no one record is meant."""
    path: str
    """The path of the value in that record; empty where none is recorded."""
    said: Any
    """What the text says, typed where it could be read."""
    held: Any
    """What the record holds; None where nothing is recorded or the sources are not decided."""
    held_text: str
    """The same for readers."""
    expected: bool
    """Whether what the record holds was only announced."""
    certainty: Certainty | None
    """How sure it is; None where nothing is recorded."""
    sources: tuple[str, ...]
    """The slugs of the sources of what the record holds, sorted."""
    reading: ReadingRole | None
    """The part that what the text says plays in a recorded dispute: a rival or an earlier reading; else None."""
    said_by: tuple[str, ...]
    """The slugs of the sources of that reading, sorted."""
    why: str
    """A sentence on the verdict where it needs one: why a claim was not checked, or what else is recorded; else empty."""


@attrs.frozen
class Setting:
    """What every claim of a text has in common."""

    registry: Registry
    lang: str
    given: Callable[..., int]
    """From an offset of the text in NFC to one of the text as given."""
    text: str

    def claim(
        self,
        start: int,
        end: int,
        sort: ClaimSort,
        verdict: Verdict,
        said: Any,
        held: Held | None = None,
        *,
        record: Ref[Any] | None = None,
        overlap: Overlap | None = None,
        reading: Reading | None = None,
        why: str = "",
    ) -> Claim:
        """A claim at offsets of the normalised text."""
        first, last = self.given(start), self.given(end, last=True)
        return Claim(
            start=first,
            end=last,
            text=self.text[first:last],
            sort=sort,
            verdict=verdict,
            overlap=overlap if verdict is Verdict.PARTLY else None,
            record=held.record.ref if held else record,
            path=held.path if held else "",
            said=said,
            held=held.value if held else None,
            held_text=self._shown(held) if held else "",
            expected=held.expected if held else False,
            certainty=certainty_of(held.citations, self.registry) if held else None,
            sources=_slugs(held.citations) if held else (),
            reading=reading.role if reading else None,
            said_by=_slugs(reading.citations) if reading else (),
            why=why,
        )

    def say(self, english: str, vietnamese: str) -> str:
        """One of two sentences, by the language of the answers."""
        return vietnamese if self.lang == "vi" else english

    def several(self, name: str, refs: Iterable[Ref[Any]]) -> str:
        """Why a name is not checked that several records bear."""
        ids = ", ".join(ref.text for ref in refs)
        return self.say(f"{name!r} names several records: {ids}", f"{name!r} là tên của nhiều bản ghi: {ids}")

    def _shown(self, held: Held) -> str:
        if held.value is not None:
            return text_of(held.value, self.registry, self.lang)
        joined = self.say(" or ", " hoặc ").join(text_of(each.value, self.registry, self.lang) for each in held.readings)
        return f"{joined} ({self.say('undecided', 'chưa ngã ngũ')})"


def _slugs(citations: Iterable[Citation]) -> tuple[str, ...]:
    return tuple(sorted({citation.source.slug for citation in citations}))


@attrs.frozen
class Judged:
    """What one value says of a claim."""

    held: Held
    verdict: Verdict
    overlap: Overlap | None = None
    reading: Reading | None = None


def judged(held: Held, relation: Callable[[Any], Overlap | bool]) -> Judged:
    """The verdict of one value: `relation` says whether a value is what was said, or in what way it is in part."""
    if held.value is not None:
        found = relation(held.value)
        if found is True:
            return Judged(held, Verdict.AGREES)
        earlier = next((each for each in held.readings if relation(each.value) is True), None)
        if isinstance(found, Overlap):
            return Judged(held, Verdict.PARTLY, found, earlier)
        return Judged(held, Verdict.DIFFERS, None, earlier)
    for reading in held.readings:
        if relation(reading.value):
            return Judged(held, Verdict.PARTLY, Overlap.ONE_OF_SEVERAL, reading)
    return Judged(held, Verdict.DIFFERS)
