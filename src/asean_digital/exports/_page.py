"""The page of a record: sections of lines, each piece with its path and citations; a briefing and a card are ways to write it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import attrs

from asean_digital.exports._around import Around
from asean_digital.exports._labels import HEADINGS, say
from asean_digital.exports._lines import Line, Page, Piece, Section
from asean_digital.model._spec import fields, item_key
from asean_digital.model.evidence import ReadingRole
from asean_digital.model.item import ItemForm
from asean_digital.model.meeting import Meeting
from asean_digital.model.record import APPARATUS, Record, locate
from asean_digital.model.wording import Wording, WordingStatus, best
from asean_digital.queries.expecting import Expectation, Fate, expectations
from asean_digital.queries.statements import cited, items
from asean_digital.values import Ref, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from asean_digital.model.act import Act
    from asean_digital.model.evidence import Citation
    from asean_digital.registry import Registry


_OF_OTHERS = frozenset(("when", "when_overall", "status", "quantity"))
"""What was announced of a related record is told in short: when, whether, how much."""
_PLACES = frozenset(("city", "venue"))
"""Names of places are much the same in every language that is written in Latin letters."""


class Writer(Around):
    """Writes the page of one record."""

    def page(self) -> Page:
        record = self.record
        glance: list[Line] = []
        elsewhere: list[Line] = []
        ours: list[Line] = []
        lists: list[Section] = []
        for name, spec, _ in fields(type(record)):
            value = getattr(record, name)
            if name in APPARATUS or name in {"names", "summary"} or value in (None, ()):
                continue
            if spec.curated:
                ours.append(self.plain(name, spec, value))
            elif spec.types == (Wording,):
                here, there = self.words_lines(name, value)
                glance.append(here)
                elsewhere += there
            elif spec.is_part:
                lists += self.part_sections(name, value)
            else:
                glance.append(self.plain(name, spec, value))
        sections = [
            Section("", tuple(self.summary())),
            Section(say(HEADINGS, "glance", self.lang), tuple(glance)),
            *lists,
            *self.around(),
            Section(say(HEADINGS, "expected", self.lang), tuple(self.announced())),
            Section(say(HEADINGS, "disputes", self.lang), tuple(self.disputed())),
            Section(say(HEADINGS, "gaps", self.lang), tuple(self.missing())),
            Section(say(HEADINGS, "next", self.lang), tuple(self.following())),
            Section(say(HEADINGS, "names", self.lang), (*self.names(), *elsewhere)),
            Section(say(HEADINGS, "ours", self.lang), tuple(ours)),
        ]
        return Page(
            title=self.name(record.ref),
            record=record.id,
            lang=self.lang,
            sections=tuple(section for section in sections if section.lines),
        )

    def summary(self) -> Iterator[Line]:
        if self.record.summary:
            chosen = best(self.record.summary, self.lang) or self.record.summary[0]
            text = self.spoken(chosen)
            if not chosen.lang.startswith(self.lang):
                text = f"{text} ({self._other_language(chosen.lang)})"
            yield Line(pieces=(Piece(text, self.record.id, "summary"),), after=self.mark("ours"))

    def names(self) -> Iterator[Line]:
        ordered = sorted(self.record.names, key=lambda w: (not w.lang.startswith(self.lang), w.lang, w.key != w.lang))
        for wording in ordered:
            piece = Piece(self.spoken(wording), self.record.id, f"names/{wording.key}", wording.citations)
            yield Line(pieces=(piece,), after=f"{wording.lang}, {wording.status.label(self.lang)}")

    def plain(self, name: str, spec: Any, value: Any) -> Line:
        pieces = []
        for path, item in items(name, spec, value):
            pieces.append(Piece(self.text(item), self.record.id, path, self.held.get(path, ())))
        every = [citation for piece in pieces for citation in piece.citations]
        return Line(label=self.heading(name), pieces=tuple(pieces), after=self.marks(every, name))

    def words_lines(self, name: str, wordings: tuple[Wording, ...]) -> tuple[Line, list[Line]]:
        """The line of a field of wordings in the language of the page, and a line for those in other languages, which stand with the names.

        Where the page's own language has our wording alone, those of the sources stand beside it.
        """
        ordered = sorted(wordings, key=lambda w: (not w.lang.startswith(self.lang), w.lang, w.key != w.lang))
        own = [wording for wording in ordered if wording.lang.startswith(self.lang)]
        here = own if any(wording.citations for wording in own) else ordered
        known = best(wordings, self.lang) is not None or name in _PLACES
        after = "" if known else self._other_language(ordered[0].lang)
        lines = [
            Line(label=self.heading(name), pieces=tuple(self._wording(name, wording) for wording in chosen))
            for chosen in (here, [wording for wording in ordered if wording not in here])
            if chosen
        ]
        return attrs.evolve(lines[0], after=after), lines[1:]

    def _wording(self, name: str, wording: Wording) -> Piece:
        text = self.spoken(wording)
        if wording.status in {WordingStatus.OURS, WordingStatus.VARIANT, WordingStatus.FORMER}:
            text = f"{text} ({wording.status.label(self.lang)})"
        return Piece(text, self.record.id, f"{name}/{wording.key}", wording.citations)

    def with_inner(self, citations: tuple[Citation, ...], path: str) -> tuple[Citation, ...]:
        """The citations of a part, and those of the wordings within it."""
        return tuple(dict.fromkeys((*citations, *self._below.get(path, ()))))

    @cached_property
    def _below(self) -> dict[str, list[Citation]]:
        """For each path the citations of what stands below it, those of disputes apart."""
        found: dict[str, list[Citation]] = {}
        for entry in cited(self.record):
            above = entry.path.rpartition("/")[0]
            while above and entry.reading is None:
                found.setdefault(above, []).append(entry.citation)
                above = above.rpartition("/")[0]
        return found

    def part_line(self, name: str, part: Any, *, lead: bool = True, depth: int = 0) -> Line:
        path = f"{name}/{part.key}"
        return Line(
            pieces=(Piece(self.part(part, lead=lead), self.record.id, path, self.with_inner(part.citations, path)),),
            depth=depth,
            after=self.marks(part.citations, path),
        )

    def part_sections(self, name: str, parts: tuple[Any, ...]) -> Iterator[Section]:
        """The parts of a field that came about: acts grouped by verb, items by form, the others in the source's order."""
        happened = [part for part in parts if not part.expected]
        if not happened:
            return
        head_name = "verb" if name in {"acts", "outcomes", "provisions"} else "form"
        if name not in {"acts", "agenda", "components", "outcomes", "priorities", "provisions"}:
            yield Section(self.field(name), tuple(self.part_line(name, part) for part in happened))
            return
        said = [part for part in happened if name == "outcomes" and self.of_one(part)]
        yield Section(self.field(name), tuple(self.grouped(name, [part for part in happened if part not in said], head_name)))
        yield Section(say(HEADINGS, "said", self.lang), tuple(self.grouped(name, said, head_name)))

    def of_one(self, act: Act) -> bool:
        """Whether an act of a meeting is that of one person or country, and not of the meeting."""
        return act.by is not None and act.by.kind in {"person", "party"} and act.by.text != "party:asean"

    def grouped(self, name: str, happened: list[Any], head_name: str) -> Iterator[Line]:
        """The lines of parts under the label of their verb or form."""
        grouped: dict[Term, list[Line]] = {}
        for part in happened:
            grouped.setdefault(getattr(part, head_name), []).append(self.part_line(name, part, lead=False, depth=1))
        order: list[Term] = list(getattr(happened[0], head_name).__class__) if happened else []
        for head in sorted(grouped, key=order.index):
            label = head.label(self.lang)
            yield Line(label=label[0].upper() + label[1:], sort="group")
            yield from grouped[head]

    def announced(self) -> Iterator[Line]:
        """What was said before the event with what became of it: the parts that are only announced stand here and nowhere above."""
        whole = [self.record, *self.within(), *self.numbers()] if isinstance(self.record, Meeting) else [self.record]
        for record in whole:
            own = record is self.record
            for row in expectations(record, registry=self.registry):
                if not own and row.path not in _OF_OTHERS:
                    continue
                only = own and getattr(row.value, "expected", False) and row.value == locate(record, row.path)
                if own and not only and row.fate is Fate.MET:
                    continue  # it came about: the value stands above, with those who announced it
                yield self.expectation(row, record, "statement" if only else "expectation", own=own)

    def expectation(self, row: Expectation, record: Record, sort: str, *, own: bool) -> Line:
        where = "" if own else self.name(record.ref)
        head = row.path.partition("/")[0]
        value = self.text(row.value)
        if hasattr(row.value, "key") and not isinstance(row.value, Wording):
            value = self.part(row.value, lead=getattr(row.value, "form", None) is not ItemForm.AGENDA_ITEM)
        label = ": ".join(filter(None, (where, self.field(head))))
        citations = tuple(dict.fromkeys((*row.citations, *row.seen)))
        if sort == "statement":
            citations = self.with_inner(citations, row.path)
        return Line(
            label=label,
            pieces=(Piece(value, record.id, row.path, citations),),
            sort=sort,
            after=row.fate.label(self.lang),
        )

    def disputed(self) -> Iterator[Line]:
        for dispute in self.record.disputes:
            yield Line(label=self.path_label(dispute.path), pieces=(Piece("", self.record.id, dispute.path),), sort="dispute")
            for reading in dispute.readings:
                text = self.part(reading.value) if hasattr(reading.value, "key") else self.text(reading.value)
                note = f" ({reading.note})" if reading.note else ""
                after = self._english() if reading.note else ""
                role = reading.role.label(self.lang)
                yield Line(
                    label=role[0].upper() + role[1:],
                    pieces=(Piece(f"{text}{note}", self.record.id, dispute.path, reading.citations),),
                    sort="reading",
                    depth=1,
                    after=after,
                )
            undecided = all(reading.role is not ReadingRole.HELD for reading in dispute.readings)
            why = f"{self.mark('undecided')}: {dispute.reason}" if undecided else dispute.reason
            yield Line(label=self.mark("why"), pieces=(Piece(why),), sort="reason", depth=1, after=self._english())

    def missing(self) -> Iterator[Line]:
        for gap in self.record.gaps:
            yield Line(
                label=self.path_label(gap.path), pieces=(Piece(gap.note, self.record.id, gap.path),), sort="gap", after=self._english()
            )

    def _english(self) -> str:
        """Notes and reasons are written in English: a page in another language says so."""
        return "" if self.lang == "en" else self._other_language("en")

    def path_label(self, path: str) -> str:
        """A path in words: labels of fields, names of parts."""
        names = path.split("/")
        said = []
        value: Any = self.record
        for name in names:
            if isinstance(value, tuple):
                value = next((item for item in value if name == (item_key(item) or str(item))), None)
                if isinstance(value, Ref):
                    said.append(self.name(value))
                elif isinstance(value, Wording):
                    said.append(self.spoken(value))
                elif value is not None:
                    said.append(self.short_part(value))
            else:
                said.append(self.field(name))
                value = getattr(value, name, None)
        text = ": ".join(said)
        return text[0].upper() + text[1:]


def page(record: Record, lang: str, registry: Registry) -> Page:
    """The page of a record in a language, ``"en"`` or ``"vi"``."""
    return Writer(record, lang, registry).page()
