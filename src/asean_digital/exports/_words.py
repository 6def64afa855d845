"""The words of a page: names instead of references, parts in one line, and what to know of a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from asean_digital.exports._labels import FIELDS, MARKS, say
from asean_digital.model._spec import Part, fields
from asean_digital.model.evidence import Support
from asean_digital.model.wording import Wording, WordingStatus, best
from asean_digital.queries.certainty import held_citations
from asean_digital.queries.statements import statements
from asean_digital.values import Bound, PartialDate, Period, Quantity, Ref, Term
from asean_digital.values._fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from asean_digital.model.evidence import Citation
    from asean_digital.model.record import Record
    from asean_digital.registry import Registry


_HEADS = frozenset(("verb", "role", "form"))
_MAIN = frozenset(("target", "person", "organisation", "words", "post", "work"))


class Words:
    """The words of one record in one language; holds what every step needs and nothing that changes."""

    def __init__(self, record: Record, lang: str, registry: Registry) -> None:
        self.record = record
        self.lang = lang
        self.registry = registry
        self.held = {statement.path: held_citations(record, statement) for statement in statements(record)}

    def of(self, record: Record) -> Self:
        """The words of another record on the same page."""
        return type(self)(record, self.lang, self.registry)

    def spoken(self, wording: Wording) -> str:
        """The words of a wording; a page that tells languages apart marks them here, and in `name` what is a link."""
        return wording.text

    def bare(self, text: str) -> str:
        """A text of this page without such marks."""
        return text

    def field(self, name: str) -> str:
        return say(FIELDS, name, self.lang)

    def heading(self, name: str) -> str:
        """The label of a field at the head of a line."""
        label = self.field(name)
        return label[0].upper() + label[1:]

    def mark(self, name: str) -> str:
        return say(MARKS, name, self.lang)

    def _language(self, lang: str) -> str:
        primary = lang.partition("-")[0]
        return self.mark(primary if primary in {"en", "vi"} else "other")

    def _other_language(self, lang: str) -> str:
        return self.mark("only").format(self._language(lang))

    def wordings(self, wordings: tuple[Wording, ...]) -> str:
        """The words in the language of the page, with the source's own phrases where those are in another language."""
        chosen = best(wordings, self.lang)
        main = chosen or best(wordings, "en") or wordings[0]
        own = [self.spoken(main)]  # where they are ours, several matters of one act stand as several wordings
        if main.status is WordingStatus.OURS:
            own += [self.spoken(w) for w in wordings if w is not main and w.status is WordingStatus.OURS and w.lang == main.lang]
        phrases: dict[str, list[str]] = {}
        for wording in wordings:
            if wording is not main and wording.status not in {WordingStatus.OURS, WordingStatus.ACRONYM}:
                phrases.setdefault(wording.lang, []).append(self.spoken(wording))
        others = phrases.pop(main.lang, [])
        for lang, texts in phrases.items():
            others.append(self.mark("quoted").format(self._language(lang), "; ".join(f"“{text}”" for text in texts)))
        said = "; ".join(own)
        if chosen is None:
            said = f"{said} ({self._other_language(main.lang)})"
        return f"{said} ({'; '.join(others)})" if others else said

    def name(self, ref: Ref[Any]) -> str:
        """The name of a record in the language of the page; what other language it is in, where none was seen in this one."""
        record = self.registry.get(ref)
        if record is None:
            return ref.text
        wording = best(record.names, self.lang)
        if wording is not None:
            return self.spoken(wording)
        other = best(record.names, "en") or best(record.names, "vi") or record.names[0]
        # A person's name is the same in every language that is written in Latin letters.
        said = self.spoken(other)
        return said if record.KIND == "person" and other.lang == "en" else f"{said} ({self._other_language(other.lang)})"

    def text(self, value: Any) -> str:
        """A value for readers."""
        if isinstance(value, Ref):
            return self.name(value)
        if isinstance(value, PartialDate | Period | Quantity | Term | Bound):
            return value.label(self.lang)
        if isinstance(value, tuple):
            if value and isinstance(value[0], Wording):
                return self.wordings(value)
            return ", ".join(self.text(item) for item in value)
        if isinstance(value, Wording):
            return self.spoken(value)
        if isinstance(value, Part):
            return self.part(value)
        if isinstance(value, str) and value in FIELDS:
            return self.field(value).lower()
        return self.mark("none") if value is None else str(value)

    def part(self, part: Any, *, lead: bool = True) -> str:
        """A part in one line: what it is, whom and what it concerns, and the details with their labels."""
        main: list[str] = []
        details: list[str] = []
        first = ""
        for name, spec, _ in fields(type(part)):
            value = getattr(part, name)
            if name in {"key", "citations"} or value in (None, ()):
                continue
            if name in _HEADS:
                first = self.text(value)
            elif name in _MAIN or (name in {"party", "body"} and spec.kinds):
                said = self.text(value)
                folded = fold(self.bare(said))
                if not any(folded in fold(self.bare(earlier)) for earlier in main):  # words that only repeat the name of the target
                    main.append(said)
            else:
                details.append(self.detail(name, value))
        said = (": " if getattr(part, "target", None) is not None else ", ").join(main)
        if details:
            said = f"{said} ({'; '.join(details)})" if said else "; ".join(details)
        if not lead or not first:
            return said or first
        first = first[0].upper() + first[1:]
        return f"{first}: {said}" if said else first

    def detail(self, name: str, value: Any) -> str:
        """A detail of a part with its label, where it needs one."""
        if name == "topics":
            return "→ " + " · ".join(self.text(topic) for topic in value)
        if (name == "on" and value.precision != "day") or (name == "until" and isinstance(value, Bound)):
            return self.text(value)
        return f"{self.field(name)} {self.text(value)}"

    def short_part(self, part: Any) -> str:
        """A part in few words, to point at it: what it is, and the first thing that it concerns."""
        said = []
        for names in (("verb", "role", "form"), ("target", "person", "words", "party", "organisation", "post", "work")):
            value = next((value for name in names if (value := getattr(part, name, None)) not in (None, ())), None)
            if isinstance(value, tuple):
                value = best(value, self.lang) or value[0]
            if value is not None:
                said.append(self.text(value))
        text = ": ".join(said)
        return text[:1].upper() + text[1:]

    def marks(self, citations: Iterable[Citation], path: str = "", *, elsewhere: bool = False) -> str:
        """What to know of a line: that it is implied, inferred or disputed."""
        cited_by = [citation for citation in citations if not citation.expected]
        found = []
        if cited_by and all(citation.support is not Support.STATED for citation in cited_by):
            support = Support.IMPLIED if any(c.support is Support.IMPLIED for c in cited_by) else Support.INFERRED
            found.append(support.label(self.lang))
        if path and any(dispute.path == path or dispute.path.startswith(f"{path}/") for dispute in self.record.disputes):
            found.append(self.mark("disputed_elsewhere" if elsewhere else "disputed"))
        return ", ".join(found)
