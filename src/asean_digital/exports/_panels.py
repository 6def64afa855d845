"""How a registry, the evidence of a path and a matrix show themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from asean_digital.exports._grids import Grid
from asean_digital.exports._html import esc
from asean_digital.exports._labels import FIELDS, KIND_LABELS, say
from asean_digital.model import KINDS, kind_class
from asean_digital.queries.matrices import legend

if TYPE_CHECKING:
    from asean_digital.queries.matrices import Matrix
    from asean_digital.queries.provenance import Evidence


class Panel(Grid):
    """Writes what is neither record nor row."""

    def registry_table(self) -> str:
        """How many records of each kind, and which data it is."""
        registry = self.registry
        own = [record for record in registry if registry.layer(record.id) == "own"]
        heads = ["kind", "set", "records", *(["your own"] if own else [])]
        rows = []
        for kind, (_, _, plural) in KINDS.items():
            count = len(registry.of(kind_class(kind)))
            mine = [str(sum(kind == record.KIND for record in own))] if own else []
            if count:
                rows.append([esc(say(KIND_LABELS, kind, self.lang)), f"<code>.{plural}</code>", str(count), *mine])
        said = f"data version {registry.data_version}" if registry.data_version else "no data version"
        if registry.as_of:
            said += f", last checked on {registry.as_of.label(self.lang)}"
        return self.table(f"Registry: {len(registry)} records, {said}", heads, rows)

    def evidence(self, evidence: Evidence) -> str:
        """The value at a path with its sources open, all readings where they differ, and the note of a gap."""
        known = evidence.record in self.registry
        title = self.name_of(self.registry[evidence.record]) if known else f"<code>{esc(evidence.record)}</code>"
        facts = [("Status", esc(evidence.status.label(self.lang))), ("Value", self.cell(evidence.value))]
        if evidence.certainty:
            facts.append(("Certainty", esc(evidence.certainty.label(self.lang))))
        facts.append(("Disputed", self.cell(evidence.disputed)))
        if evidence.origins:
            facts.append(("Origins", esc(", ".join(evidence.origins))))
        if evidence.gap:
            facts.append(("Gap", self.cell(evidence.gap)))
        lines = "".join(f"<li><b>{label}:</b> <div>{said}</div></li>\n" for label, said in facts)
        parts = [f'<ul class="facts">\n{lines}</ul>\n']
        if evidence.citations:
            parts.append(f"<section>\n<h4>Sources</h4>\n<ul>{self.sources(evidence.citations)}</ul>\n</section>\n")
        if evidence.dispute:
            parts.append(f"<section>\n<h4>What sources disagree on</h4>\n{self.cell(evidence.dispute)}\n</section>\n")
        where = f"<p><code>{esc(evidence.record)}</code> <code>{esc(evidence.path)}</code></p>"
        return f'<article class="asean-digital" lang="{self.lang}">\n<h3>{title}</h3>\n{where}\n{"".join(parts)}</article>'

    def matrix(self, matrix: Matrix) -> str:
        """Marks, each with its meaning beside it for those who do not see it, and the legend below."""
        if not matrix.cells:
            reason = "; ".join(filter(None, (matrix.cells.reason, matrix.why)))
            return f'<p class="asean-digital" lang="{self.lang}"><b>{matrix.year}:</b> {esc(reason)}</p>'
        words = legend(matrix.lang)
        rows = [
            [
                self.name(topic),
                *(f'<span aria-hidden="true">{cell.mark}</span><span class="unseen">{esc(words[cell.mark])}</span>' for cell in cells),
            ]
            for topic, (_, cells) in zip(matrix.topics, matrix.rows(), strict=True)
        ]
        below = ", ".join(f"{mark} {esc(label)}" for mark, label in words.items())
        columns = zip(matrix.partner_names, map(self.name, matrix.partners), strict=True)
        codes = "; ".join(f"{esc(short)} {name}" for short, name in columns if esc(short) != name)
        note = "<br>".join(filter(None, (below, codes, esc(matrix.why))))
        caption = self.mark("matrix").format(matrix.year, len(matrix.topics), len(matrix.partners))
        heads = [esc(say(FIELDS, "topics", self.lang)), *map(esc, matrix.partner_names)]
        return self.table(caption, heads, rows, note, marks=True)
