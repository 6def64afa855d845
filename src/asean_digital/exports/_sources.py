"""How a citation is told to readers: the title, who published it, when, and where in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from asean_digital.exports._labels import MARKS, say
from asean_digital.model.evidence import Support
from asean_digital.model.wording import Wording, WordingStatus, best
from asean_digital.queries.certainty import Certainty

if TYPE_CHECKING:
    from asean_digital.model.evidence import Citation
    from asean_digital.model.source import Source


@attrs.frozen(kw_only=True)
class Told:
    """A citation in words."""

    title: Wording | None
    """The title; None where ours would only say whose page it is."""
    publisher: str
    """Who published it; may be empty."""
    details: tuple[str, ...]
    """The date, who speaks, the lines and pages, and what to know."""
    address: str | None
    """Where it opens, at the marked words."""


def told(citation: Citation, source: Source, lang: str) -> Told:
    """A citation in words, in English or Vietnamese."""
    title = best(source.names, source.lang or "en") or source.names[0]
    known = title.status is not WordingStatus.OURS or source.publisher is None  # a title of ours only says whose page it is
    details = [source.published.label(lang) if source.published else "", source.form.label(lang)]
    if citation.lines:
        word = say(MARKS, "line" if len(citation.lines) == 1 else "lines", lang)
        details.append(f"{word} {runs(citation.lines)}")
    if citation.page:
        details.append(f"{say(MARKS, 'page', lang)} {citation.page}")
    if citation.support is not Support.STATED:
        details.append(citation.support.label(lang))
    if citation.expected:
        details.append(Certainty.EXPECTED.label(lang))
    return Told(
        title=title if known else None,
        publisher=source.publisher or "",
        details=tuple(filter(None, details)),
        address=citation.url(source.url),
    )


def runs(numbers: tuple[int, ...]) -> str:
    """Numbers with runs drawn together: ``1, 3-5``."""
    drawn: list[list[int]] = []
    for number in numbers:
        if drawn and number == drawn[-1][1] + 1:
            drawn[-1][1] = number
        else:
            drawn.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in drawn)
