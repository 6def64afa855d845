"""Tables of records and of the rows of answers: sensible columns, the first rows, how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from asean_digital.exports._cells import NONE, Cells
from asean_digital.exports._html import esc
from asean_digital.model.record import Record
from asean_digital.model.wording import Wording, best
from asean_digital.queries.certainty import only_announced
from asean_digital.queries.showing import text_of
from asean_digital.queries.statements import dispute_at
from asean_digital.sets import RecordSet
from asean_digital.values import Ref

if TYPE_CHECKING:
    from asean_digital.sets import Answers

_ROWS = 20
_COLUMNS = {
    "party": ("form", "alpha2", "capital"),
    "body": ("form", "status", "parent"),
    "person": ("offices",),
    "series": ("body", "partner", "level"),
    "meeting": ("when", "when_overall", "form", "city", "status"),
    "declaration": ("form", "builds_on"),
    "plan": ("form", "period", "partners"),
    "guide": ("form", "edition", "lead"),
    "agreement": ("form", "status", "signed", "parties"),
    "partnership": ("partner", "stages"),
    "programme": ("form", "status", "period", "partners"),
    "statistic": ("quantity", "about", "as_of"),
    "topic": ("broader",),
    "source": ("publisher", "published", "form", "lang"),
}
"""The fields of each kind that a table shows beside the names and the id."""
_LEFT_OUT = {
    "Claim": ("start", "end", "path", "said", "held"),
    "Expectation": ("value",),
    "Fact": ("value", "lang"),
    "Happening": ("path", "target"),
}
"""The fields of a row that another one of it tells better, or that only lead on."""


class Grid(Cells):
    """Writes tables."""

    def html(self, answers: Answers[Any]) -> str:
        kind = "RecordSet" if isinstance(answers, RecordSet) else "Answers"
        if not len(answers):
            reason = f": {esc(answers.reason)}" if answers.reason else ""
            return f'<p class="asean-digital"><b>{kind}: none</b>{reason}</p>'
        shown = list(answers[:_ROWS])
        noun = "records" if all(isinstance(row, Record) for row in shown) else "rows"
        caption = f"{kind}: {len(answers)} {noun if len(answers) > 1 else noun[:-1]}"
        if len(answers) > len(shown):
            caption += f", the first {len(shown)} shown"
        if noun == "records":
            return self.table(caption, *self.of_records(shown))
        return self.table(caption, *self.of_rows(shown))

    def table(self, caption: str, heads: list[str], rows: list[list[str]], note: str = "", *, marks: bool = False) -> str:
        """A table in a box that scrolls; the cells are HTML, the first of each row is its head."""
        head = "".join(f'<th scope="col">{each}</th>' for each in heads)
        body = "".join(f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>\n' for first, *cells in rows)
        below = f'\n<p class="small">{note}</p>' if note else ""
        of_class = ' class="marks"' if marks else ""
        return (
            f'<div class="asean-digital" lang="{self.lang}">\n'
            f'<div class="scroll" role="region" tabindex="0" aria-label="{esc(caption)}">\n'
            f"<table{of_class}>\n<caption>{esc(caption)}</caption>\n"
            f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n</div>{below}\n</div>"
        )

    def of_records(self, records: list[Record]) -> tuple[list[str], list[list[str]]]:
        """Columns of records: both names, the fields of their kinds, the id."""
        every = dict.fromkeys(name for record in records for name in _COLUMNS[record.KIND])
        names = [name for name in every if any(getattr(record, name, None) not in (None, ()) for record in records)]
        other = any(record.name_in("vi") not in (None, record.name) for record in records)
        heads = ["name", *(["in Vietnamese"] if other else []), *map(esc, names), "id"]
        rows = []
        for record in records:
            vietnamese = best(record.names, "vi")
            second = [NONE if vietnamese is None else self.wording(vietnamese)] if other else []
            fields = [self.field(record, name) for name in names]
            rows.append([self.name_of(record), *second, *fields, f"<code>{esc(record.id)}</code>"])
        return heads, rows

    def name_of(self, record: Record) -> str:
        return self.wording(best(record.names, self.lang) or best(record.names, "vi") or record.names[0])

    def field(self, record: Record, name: str) -> str:
        """A field of a record, with what to know of it."""
        value = getattr(record, name, None)
        marks = []
        if value not in (None, ()) and only_announced(record, name):
            marks.append("only announced")
        if dispute_at(record, name):
            marks.append("disputed")
        told = f" <em>({', '.join(marks)})</em>" if marks else ""
        if isinstance(value, tuple) and value and isinstance(value[0], Wording):
            return self.wording(best(value, self.lang) or value[0]) + told
        return self.items(value, self.plain) + told if isinstance(value, tuple) else self.plain(value) + told

    def plain(self, value: Any) -> str:
        """A value of a record in few words, without its sources: the card has them."""
        if isinstance(value, Ref):
            return self.name(value)
        return self.marked(text_of(value, self.registry, self.lang), value) or NONE

    def of_rows(self, rows: list[Any]) -> tuple[list[str], list[list[str]], str]:
        """Columns of rows: their fields, but those that are empty in all rows shown; numbered as they are reached."""
        if not all(attrs.has(type(row)) for row in rows):
            return ["#", "value"], [[str(number), self.cell(row)] for number, row in enumerate(rows)], ""
        every = dict.fromkeys(field.name for row in rows for field in attrs.fields(type(row)))
        aside = {name for row in rows for name in _LEFT_OUT.get(type(row).__name__, ())}
        names = [name for name in every if name not in aside and any(getattr(row, name, None) not in (None, (), "") for row in rows)]
        left = [name for name in every if name not in names]
        cells = [[str(number), *(self.column(row, name) for name in names)] for number, row in enumerate(rows)]
        note = f"Not shown: {', '.join(f'<code>{esc(name)}</code>' for name in left)}; <code>to_dicts()</code> has all." if left else ""
        return ["#", *map(esc, names)], cells, note
