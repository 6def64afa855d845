"""Citations proved against the texts that they cite, and what of a text no citation reaches."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

import attrs

from asean_digital.errors import InvalidQuery
from asean_digital.model._spec import Part, fields
from asean_digital.model.act import Act
from asean_digital.model.evidence import Citation, Support
from asean_digital.model.item import Item
from asean_digital.model.role import Role
from asean_digital.model.wording import Wording, WordingStatus
from asean_digital.queries._registry import registry_or_packaged
from asean_digital.queries.statements import Cited, cited
from asean_digital.sets import Answers
from asean_digital.values import PartialDate, Period, Quantity, Ref, Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from asean_digital.registry import Registry

_DIGITS = re.compile(r"[0-9]+")
# Acronyms (ADGMIN, WG-AI, US-ABC, KH&CN, MCCs, 5G), figures, and words that begin with a capital letter.
_TOKEN = re.compile(r"(?P<acronym>[0-9]*[A-Z]{2,}[A-Z0-9]*s?(?:[-&][A-Z]+s?)*|[0-9]+[A-Z])(?![\w])|(?P<figure>[0-9]+)|(?P<name>[^\W\d_]+)")
_ORDINAL = re.compile(r"thứ (\w+)")
_ORDINALS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_SENTENCE_END = re.compile(r"[.!?:…]['\"”’)]*\s*$|^\s*[\"“'‘(]*$")


@attrs.frozen(kw_only=True)
class Verification:
    """What became of one citation held against the text that it cites."""

    record: str
    """The id of the record."""
    path: str
    """What the citation supports."""
    source: str
    """The slug of the source."""
    lines: tuple[int, ...]
    """The lines named."""
    anchors: tuple[str, ...]
    """The words that must stand there."""
    ok: bool
    """Whether all holds."""
    why: str
    """What does not hold; empty when all does."""


@attrs.frozen(kw_only=True)
class Uncited:
    """A piece of a text that no citation reaches."""

    source: str
    """The slug of the source."""
    line: int
    """The line, counted from one."""
    start: int
    """The offset in the line of its first character."""
    end: int
    """The offset in the line after its last character."""
    text: str
    """The piece."""
    form: str
    """``figure``, ``acronym``, ``name`` or ``line``."""
    why: str
    """What is missing."""


def verify_citations(texts: Mapping[str, str], registry: Registry | None = None) -> Answers[Verification]:
    """Hold every citation of the given texts against them.

    The anchors must stand on the named lines joined by a space, NFC, white space collapsed, case kept. What is stated needs
    more: a date, number or quantity an anchor with its digits, a name the name, an act its verb's Vietnamese cue; and an anchor
    that stands on more than half of the lines proves nothing.

    Example:
        >>> import asean_digital as ad
        >>> rows = ad.verify_citations({"seed-002": "one line"})
        >>> any(row.ok for row in rows)
        False

    Args:
        texts: source slug to text.
        registry: the records; None for the packaged data.

    Returns:
        One row for each citation and path that it supports, in the order of records and fields.

    """
    registry = registry_or_packaged(registry)
    lines_of = {slug: _lines(text) for slug, text in texts.items()}
    rows = []
    for record in registry:
        for entry in cited(record):
            slug = entry.citation.source.slug
            if slug in lines_of:
                problems = list(_problems(entry, lines_of[slug], registry))
                rows.append(
                    Verification(
                        record=record.id,
                        path=entry.path,
                        source=slug,
                        lines=entry.citation.lines,
                        anchors=entry.citation.anchors,
                        ok=not problems,
                        why="; ".join(problems),
                    )
                )
    return Answers(rows)


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in unicodedata.normalize("NFC", text).split("\n")]


def _problems(entry: Cited, lines: list[str], registry: Registry) -> Iterator[str]:
    citation = entry.citation
    beyond = [number for number in citation.lines if number > len(lines)]
    if not citation.lines or not citation.anchors:
        yield "a citation of a held text must name lines and anchors"
        return
    if beyond:
        yield f"the text has {len(lines)} lines, not {beyond[0]}"
        return
    passage = " ".join(" ".join(lines[number - 1] for number in citation.lines).split())
    filled = [line for line in lines if line]
    for anchor in citation.anchors:
        if anchor not in passage:
            yield f"anchor {anchor!r} does not stand on the lines"
        elif len(filled) > 1 and sum(anchor in line for line in filled) * 2 > len(filled):
            yield f"anchor {anchor!r} stands on more than half of the lines"
    if citation.support is Support.STATED:
        yield from _unsupported(entry.value, citation, passage, registry)
        if isinstance(entry.value, Act) and _is_vietnamese(citation, registry):
            yield from _without_cue(entry.value, citation)


def _unsupported(value: Any, citation: Citation, passage: str, registry: Registry) -> Iterator[str]:
    """What the anchors of a stated value do not show."""
    anchors = " | ".join(citation.anchors)
    digits = set(map(int, _DIGITS.findall(anchors))) | {_ORDINALS[word] for word in _ORDINAL.findall(anchors) if word in _ORDINALS}
    missing = sorted(_needed_digits(value) - digits)
    if missing:
        yield f"no anchor has the digits {', '.join(map(str, missing))} of {value}"
    if isinstance(value, Quantity) and not digits & _digits_of(value):
        yield f"no anchor has the digits of {value}"
    if isinstance(value, Wording) and value.text not in anchors:
        yield f"no anchor has the words {value.text!r}"
    if isinstance(value, Ref) and not _named(value, anchors, registry):
        yield f"no anchor names {value}"
    yield from _unnamed(value, anchors, passage, registry)


def _unnamed(value: Any, anchors: str, passage: str, registry: Registry) -> Iterator[str]:
    """The people, parties, verbs and phrases of a part that the anchors or lines do not show."""
    if isinstance(value, Role):
        refs = [ref for ref in (value.person, value.party) if ref]
        if not any(_named(ref, anchors, registry) for ref in refs):
            yield f"no anchor names {' or '.join(map(str, refs))}"
    if isinstance(value, Act | Item):
        for wording in value.words:
            printed = wording.status not in {WordingStatus.OURS, WordingStatus.OFFICIAL} and not wording.citations
            if printed and wording.lang == "vi" and wording.text.casefold() not in passage.casefold():
                yield f"the words {wording.text!r} do not stand on the lines"


def _is_vietnamese(citation: Citation, registry: Registry) -> bool:
    source = registry.get(citation.source)
    return source is not None and source.lang is not None and source.lang.partition("-")[0] == "vi"


def _without_cue(act: Act, citation: Citation) -> Iterator[str]:
    """What an anchor in Vietnamese must hold of an act: the words that show its verb."""
    anchors = " | ".join(citation.anchors).casefold()
    if not any(cue.casefold() in anchors for cue in act.verb.cues):
        yield f"no anchor has the cue {' or '.join(map(repr, act.verb.cues))} of {act.verb.value}"


def _needed_digits(value: Any) -> set[int]:
    """The digits without which a date or number is not shown: the finest part of each end of a date."""
    if isinstance(value, PartialDate):
        return {value.day or value.month or value.year}
    if isinstance(value, Period):
        return _needed_digits(value.start) | _needed_digits(value.end)
    return {value} if type(value) is int else set()


def _digits_of(value: Any) -> set[int]:
    """All numbers that may stand for a value in print."""
    if isinstance(value, PartialDate):
        return {part for part in (value.year, value.month, value.day) if part}
    if isinstance(value, Period):
        return _digits_of(value.start) | _digits_of(value.end)
    if isinstance(value, Quantity):
        shown = f"{value.label('en')} {value.label('vi')} {value.amount:f}"
        return set(map(int, _DIGITS.findall(shown)))
    return {value} if type(value) is int else set()


def _named(ref: Ref[Any], text: str, registry: Registry) -> bool:
    record = registry.get(ref)
    return record is not None and any(wording.text in text for wording in record.names)


def uncited(texts: Mapping[str, str], registry: Registry | None = None) -> Answers[Uncited]:
    """What of the given texts no citation reaches: figures, acronyms, capitalised names, and whole lines.

    A piece is reached when it lies inside an anchor of a citation of its line and what that citation supports explains it:
    the piece stands in the supported value, wording, quantity or date, in the verb's cue, or in a name of the record.

    Example:
        >>> import asean_digital as ad
        >>> [row.text for row in ad.uncited({"seed-002": "An unknown ABCD of 1999."})]
        ['ABCD', '1999', 'An unknown ABCD of 1999.']

    Args:
        texts: source slug to text.
        registry: the records; None for the packaged data.

    Returns:
        One row for each piece, in the order of the texts.

    """
    registry = registry_or_packaged(registry)
    rows: list[Uncited] = []
    for slug in sorted(texts):
        if not isinstance(texts[slug], str):
            msg = f"texts must map source slugs to text, not {slug!r} to {type(texts[slug]).__name__}"
            raise InvalidQuery(msg)
        lines = _lines(texts[slug])
        reach = reached(slug, lines, registry)
        for number, line in enumerate(lines, 1):
            pieces = reach.get(number, [])
            for start, end, form in tokens(line):
                covering = [piece for piece in pieces if piece[0] <= start and end <= piece[1]]
                token = line[start:end]
                if not any(_explains(piece[2], token, form) for piece in covering):
                    why = "no anchor of a citation of this line holds it"
                    if covering:
                        why = "no citation whose anchor holds it supports anything that explains it"
                    rows.append(Uncited(source=slug, line=number, start=start, end=end, text=token, form=form, why=why))
            if line and not pieces:
                text = line if len(line) <= 80 else f"{line[:79]}…"
                rows.append(
                    Uncited(source=slug, line=number, start=0, end=len(line), text=text, form="line", why="no citation reaches this line")
                )
    return Answers(rows)


@attrs.frozen
class Explanation:
    """What a citation supports, as the words and numbers that may stand for it in print."""

    record: str
    path: str
    words: tuple[str, ...]
    numbers: frozenset[int]


def reached(slug: str, lines: list[str], registry: Registry) -> dict[int, list[tuple[int, int, Explanation]]]:
    """For each line of a text, the stretches that lie inside anchors of its citations, with what explains them."""
    found: dict[int, list[tuple[int, int, Explanation]]] = {}
    for record in registry:
        own_words = tuple(wording.text for wording in record.names)
        for entry in cited(record):
            if entry.citation.source.slug != slug:
                continue
            words, numbers = _explanation(entry.value, registry)
            explanation = Explanation(record.id, entry.path, (*own_words, *words), frozenset(numbers))
            for anchor in entry.citation.anchors:
                for number, start, end in _places(anchor, entry.citation.lines, lines):
                    found.setdefault(number, []).append((start, end, explanation))
    return found


def _places(anchor: str, numbers: Iterable[int], lines: list[str]) -> Iterator[tuple[int, int, int]]:
    """Where an anchor stands: (line, start, end), an anchor over a line break once for each line."""
    known = [number for number in numbers if number <= len(lines)]
    offsets = []
    passage = ""
    for number in known:
        if passage and lines[number - 1]:
            passage += " "
        offsets.append((number, len(passage), len(passage) + len(lines[number - 1])))
        passage += lines[number - 1]
    at = passage.find(anchor)
    while at >= 0:
        for number, first, last in offsets:
            start, end = max(at, first), min(at + len(anchor), last)
            if start < end:
                yield number, start - first, end - first
        at = passage.find(anchor, at + 1)


def _explanation(value: Any, registry: Registry) -> tuple[list[str], set[int]]:
    """The words and numbers that may stand for a value in print: names of what it refers to, cues, digits."""
    words: list[str] = []
    numbers = _digits_of(value)
    if isinstance(value, tuple):
        for item in value:
            inner = _explanation(item, registry)
            words += inner[0]
            numbers |= inner[1]
    elif isinstance(value, str):
        words.append(value)
    elif isinstance(value, Wording):
        words.append(value.text)
    elif isinstance(value, Ref):
        target = registry.get(value)
        words += [wording.text for wording in target.names] if target else []
    elif isinstance(value, Quantity | Term):
        words += [value.label("en"), value.label("vi"), *getattr(value, "cues", ())]
    elif isinstance(value, Part):
        for name, spec, _ in fields(type(value)):
            if name not in {"key", "citations"} and spec.types != (Citation,):
                inner = _explanation(getattr(value, name), registry)
                words += inner[0]
                numbers |= inner[1]
    return words, numbers


def _explains(explanation: Explanation, token: str, form: str) -> bool:
    if form == "figure" and int(token) in explanation.numbers:
        return True
    pattern = re.compile(rf"(?<!\w){re.escape(token)}(?!\w)", re.IGNORECASE if form == "name" else 0)
    return any(pattern.search(text) for text in explanation.words)


def tokens(line: str) -> Iterator[tuple[int, int, str]]:
    """The figures, acronyms and capitalised names of a line: (start, end, form).

    A capitalised word that begins a sentence is a name only when another one follows it at once.
    """
    words = list(_TOKEN.finditer(line))
    for number, match in enumerate(words):
        form = match.lastgroup or ""
        if form == "name":
            if not match[0][0].isupper():
                continue
            if _SENTENCE_END.search(line[: match.start()]):
                following = words[number + 1] if number + 1 < len(words) else None
                joined = following is not None and line[match.end() : following.start()] == " " and following[0][0].isupper()
                if not (joined and following and following.lastgroup == "name"):
                    continue
        yield match.start(), match.end(), form


def feeding(slug: str, text: str, registry: Registry | None = None) -> dict[int, tuple[str, ...]]:
    """For each line of a text, the ids and paths of what it feeds, sorted."""
    found = reached(slug, _lines(text), registry_or_packaged(registry))
    return {number: tuple(sorted({f"{e.record} {e.path}" for _, _, e in pieces})) for number, pieces in sorted(found.items())}
