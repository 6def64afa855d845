"""The cells of a table: any value of a record or row as HTML; what has sources shows them folded."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import attrs

from asean_digital.exports._html import Markup, esc, tongue
from asean_digital.model._spec import Part, fields
from asean_digital.model.evidence import Citation, Dispute, Gap, Reading, Support
from asean_digital.model.record import Record
from asean_digital.model.wording import Wording
from asean_digital.queries.showing import part_text, text_of
from asean_digital.values import Ref

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ITEMS = 5
NONE = "–"
"""What stands in a cell without a value."""
_NAMED_BY_TEXT = frozenset(("Happening",))
"""Rows whose text names the record already: the id is enough."""


class Cells(Markup):
    """Writes values."""

    def source(self, slug: str) -> str:
        """A source by its slug: its title with a link, or who published it; the slug where this registry does not hold it."""
        if f"source:{slug}" not in self.registry:
            return f"<code>{esc(slug)}</code>"
        return self.citation(Citation(source=Ref(f"source:{slug}"), support=Support.STATED))

    def column(self, row: Any, name: str) -> str:
        """A field of a row; ids of records are shown with their names, and words in their language."""
        value = getattr(row, name, None)
        if name == "record" and type(row).__name__ in _NAMED_BY_TEXT:
            return f"<code>{esc(value)}</code>"
        if name in {"sources", "said_by"} and isinstance(value, tuple) and value:
            return self.fold("", len(value), "".join(f"<li>{self.source(slug)}</li>" for slug in value))
        if not isinstance(value, str) or not value:
            return self.cell(value)
        if name == "source":
            return self.source(value)
        if name == "record" and value in self.registry:
            return self.cell(self.registry[value].ref)
        if name in {"path", "record"}:
            return f"<code>{esc(value)}</code>"
        lang = getattr(row, "lang", None) if name == "text" else None
        return tongue(value, lang, self.lang) if lang else esc(value)

    def cell(self, value: Any) -> str:
        """Any value of a row; what has sources shows them folded."""
        if isinstance(value, Record):
            value = value.ref
        if isinstance(value, Ref):
            return f"{self.name(value)} <code>{esc(value.text)}</code>" if value in self.registry else self.name(value)
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, float):
            return f"{value:.3g}"
        if isinstance(value, tuple):
            if value and all(isinstance(item, Citation) for item in value):
                return self.folded(value)
            return self.items(value, self.cell)
        if isinstance(value, Wording):
            return self.wording(value) + self.folded(value.citations)
        if isinstance(value, Part):
            return self.marked(part_text(value, self.registry, self.lang), value) + self.folded(getattr(value, "citations", ()))
        if isinstance(value, Citation):
            return self.citation(value)
        return self.apparatus(value)

    def apparatus(self, value: Any) -> str:
        """Disputes, readings and gaps, rows within rows, and all else."""
        if isinstance(value, Dispute):
            return f"{self.items(value.readings, self.cell)}{esc(value.reason)}"
        if isinstance(value, Reading):
            note = f" ({esc(value.note)})" if value.note else ""
            said = self.marked(text_of(value.value, self.registry, self.lang), value.value) or NONE
            return f"{esc(value.role.label(self.lang))}: {said}{note}{self.folded(value.citations)}"
        if isinstance(value, Gap):
            return esc(value.note)
        if attrs.has(type(value)) and not hasattr(value, "label"):
            names = [field.name for field in attrs.fields(type(value))]
            held = [name for name in names if getattr(value, name) not in (None, (), "") and getattr(value, name) is not False]
            told = dict.fromkeys(self.column(value, name) for name in held)  # what says the same is said once
            return "".join(f'<div class="row">{each}</div>' for each in told) or NONE
        return esc(text_of(value, self.registry, self.lang)) or NONE

    def items(self, values: tuple[Any, ...], write: Callable[[Any], str]) -> str:
        """Several values: one alone, else a list of the first ones."""
        written = [write(each) for each in values[:_ITEMS]]
        if len(values) <= 1:
            return "".join(written) or NONE
        more = f"<li>{esc(self.mark('more').format(len(values) - _ITEMS))}</li>" if len(values) > _ITEMS else ""
        return f"<ul>{''.join(f'<li>{each}</li>' for each in written)}{more}</ul>"

    def marked(self, text: str, value: Any) -> str:
        """Escaped text, in which the words of a value that are in another language carry it."""
        foreign: dict[str, str] = {}
        own = set()
        for wording in self._wordings(value):
            if wording.lang.partition("-")[0] == self.lang:
                own.add(wording.text)
            else:
                foreign.setdefault(wording.text, wording.lang)
        words = sorted((word for word in foreign if word not in own and word in text), key=lambda word: (-len(word), word))
        if not words:
            return esc(text)
        out, end = [], 0
        for found in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", text):
            out += [esc(text[end : found.start()]), tongue(found[0], foreign[found[0]], self.lang)]
            end = found.end()
        return "".join((*out, esc(text[end:])))

    def _wordings(self, value: Any) -> Iterator[Wording]:
        """The wordings within a value, and the names of what it refers to."""
        if isinstance(value, Wording):
            yield value
        elif isinstance(value, Ref):
            record = self.registry.get(value)
            yield from record.names if record else ()
        elif isinstance(value, tuple):
            for item in value:
                yield from self._wordings(item)
        elif isinstance(value, Part):
            for name, spec, _ in fields(type(value)):
                if spec.kinds or spec.is_part:
                    yield from self._wordings(getattr(value, name))
