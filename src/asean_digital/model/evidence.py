"""What stands beside the values: who says so, who says otherwise, and what we looked for and did not find."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from asean_digital.model import _spec
from asean_digital.model._spec import Part, Rule, rule
from asean_digital.values import Ref, Term, _checks
from asean_digital.values._checks import Broken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from asean_digital.model.source import Source


class Support(Term):
    """How a source bears a statement."""

    STATED = "stated", "stated", "nêu rõ"
    IMPLIED = "implied", "implied", "ngụ ý"
    INFERRED = "inferred", "inferred by us", "do chúng tôi suy ra"


class ReadingRole(Term):
    """The part that a reading plays in a dispute."""

    HELD = "held", "we keep", "chúng tôi chọn"
    RIVAL = "rival", "other reading", "cách nêu khác"
    EARLIER = "earlier", "earlier or less exact", "thông tin cũ hơn hoặc kém chính xác hơn"


@rule("lines")
def _lines_ascend(subject: Any) -> Iterator[tuple[str, Broken, object]]:
    if list(subject.lines) != sorted(subject.lines):
        yield "lines", Broken("must ascend", "sort them"), subject.lines


@rule("lines", "anchors")
def _anchors_have_lines(subject: Any) -> Iterator[tuple[str, Broken, object]]:
    if subject.lines and not subject.anchors:
        yield "anchors", Broken("must not be empty where lines are named", "name short words that stand there"), None


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Citation(_spec.Checked):
    """Where a source bears what it supports.

    Example:
        >>> citation = Citation(
        ...     source=Ref("source:seed-001"),
        ...     support=Support.STATED,
        ...     supports=("when",),
        ...     lines=(3,),
        ...     anchors=("15 và 16/1",),
        ... )
        >>> citation.expected
        False

    """

    RULES: ClassVar[tuple[Rule, ...]] = (_lines_ascend, _anchors_have_lines)

    source: Ref[Source] = attrs.field(metadata=_spec.ref("source"))
    """The source."""
    supports: tuple[str, ...] = attrs.field(default=(), metadata=_spec.texts(_checks.path))
    """Paths of fields of the record, or of one field of a part; empty on a part, which it supports as a whole."""
    lines: tuple[int, ...] = attrs.field(default=(), metadata=_spec.LINES)
    """The lines of the text, counted from one, where the text is held."""
    page: int | None = attrs.field(default=None, metadata=_spec.NUMBER)
    """The page of a paged document, counted from one."""
    anchors: tuple[str, ...] = attrs.field(default=(), metadata=_spec.texts(_checks.anchor))
    """Short words or figures that must stand on those lines."""
    support: Support = attrs.field(metadata=_spec.term(Support))
    """Whether the source states it, implies it, or we infer it."""
    expected: bool = attrs.field(default=False, metadata=_spec.FLAG)
    """Whether it was said before the event."""

    def url(self, address: str | None) -> str | None:
        """The source's address with a text fragment, so that the page opens at the marked words.

        Args:
            address: the address of the source; None gives None.

        """
        if address is None or not self.anchors:
            return address
        from urllib.parse import quote  # noqa: PLC0415  two milliseconds at every start, for what few ask

        marks = "&".join(f"text={quote(anchor, safe='').replace('-', '%2D')}" for anchor in self.anchors)
        return f"{address}{'' if '#' in address else '#'}:~:{marks}"


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Reading(_spec.Checked):
    """One of the values that sources give for a disputed path."""

    value: Any = attrs.field(metadata=_spec.ANY)
    """A value of the type of what is disputed; None where the reading is that there is none."""
    role: ReadingRole = attrs.field(metadata=_spec.term(ReadingRole))
    """`held`, `rival`, or `earlier`: coarser, or said before the event."""
    citations: tuple[Citation, ...] = attrs.field(metadata=_spec.parts(Citation))
    """Who says so."""
    note: str | None = attrs.field(default=None, metadata=_spec.text())
    """What to know about this reading, in our words."""


@rule("readings")
def _one_held(subject: Any) -> Iterator[tuple[str, Broken, object]]:
    if len(subject.readings) < 2:
        yield "readings", Broken("must be two or more", "a single reading is no dispute"), len(subject.readings)
    held = sum(reading.role is ReadingRole.HELD for reading in subject.readings)
    if held > 1:
        yield "readings", Broken("must have at most one held reading", "make the others rival or earlier"), held
    for number, reading in enumerate(subject.readings):
        if not reading.citations:
            yield f"readings/{number}/citations", Broken("must not be empty", "name the source of each reading"), None


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Dispute(_spec.Checked):
    """What sources disagree on at one path, all readings kept, with the reason for what we hold.

    One reading is held and equals the record's value; or none is, the record's value is None, and the reason says that it is
    undecided.
    """

    RULES: ClassVar[tuple[Rule, ...]] = (_one_held,)

    path: str = attrs.field(metadata=_spec.text(_checks.path))
    """The disputed path."""
    readings: tuple[Reading, ...] = attrs.field(metadata=_spec.parts(Reading))
    """Two or more, the held one first by custom."""
    reason: str = attrs.field(metadata=_spec.text())
    """Why we hold what we hold, in our words."""


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Gap(_spec.Checked):
    """What we looked for and did not find; the field is empty."""

    path: str = attrs.field(metadata=_spec.text(_checks.path))
    """The path of the empty field."""
    note: str = attrs.field(metadata=_spec.text())
    """Where we looked, or what is said instead, in our words."""


@rule("citations")
def _part_is_cited(subject: Any) -> Iterator[tuple[str, Broken, object]]:
    if not subject.citations:
        yield "citations", Broken("must not be empty", "name the source of the part"), None
    yield from _no_supports(subject)


def _no_supports(subject: Any) -> Iterator[tuple[str, Broken, object]]:
    for number, citation in enumerate(subject.citations):
        if citation.supports:
            yield (
                f"citations/{number}/supports",
                Broken("must be empty on a part", "a part's citation supports the part as a whole"),
                citation.supports,
            )


PART_RULES = (_part_is_cited,)
"""The rules of every part but `Wording`."""


class CitedPart(Part):
    """A part that must have citations of its own."""

    __slots__ = ()
    RULES: ClassVar[tuple[Rule, ...]] = PART_RULES
    citations: tuple[Citation, ...]

    @property
    def expected(self) -> bool:
        """Whether it was only announced: it has citations, and all of them were written before the event."""
        return bool(self.citations) and all(citation.expected for citation in self.citations)
