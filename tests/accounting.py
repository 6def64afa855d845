"""Which lines of the fact sheets the data carries: the value stands at a path that a citation with the line's source supports."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from asean_digital.laws import references
from asean_digital.model._spec import Part, fields
from asean_digital.model.act import Act
from asean_digital.model.statistic import Statistic
from asean_digital.queries.statements import cited
from asean_digital.registry import Registry
from asean_digital.values import PartialDate, Period, Quantity, Ref, Term
from asean_digital.values._fold import fold

FILES = ("meetings", "plans", "partners", "dig")
SMALL = frozenset(
    (
        "a",
        "an",
        "and",
        "as",
        "asean",
        "at",
        "by",
        "digital",
        "for",
        "from",
        "in",
        "is",
        "its",
        "of",
        "on",
        "own",
        "the",
        "to",
        "with",
        "wording",
    )
)
LIKE = 0.6
"""The share of the words of a longer text that must stand at one path: the sheets and the data word the same thing differently."""


class Line(NamedTuple):
    """A line of a fact sheet."""

    file: str
    number: int
    subject: str
    attribute: str
    value: Any
    source: str


class Held(NamedTuple):
    """What stands at one path: its texts, dates and numbers."""

    texts: tuple[str, ...]
    words: frozenset[str]
    dates: frozenset[str]
    numbers: frozenset[float]


def lines(folder: Path) -> list[Line]:
    """The lines of the sheets with confidence official or press."""
    found = []
    for file in FILES:
        for number, text in enumerate((folder / f"{file}.jsonl").read_text(encoding="utf-8").splitlines(), 1):
            raw = json.loads(text)
            if raw["confidence"] in {"official", "press"}:
                found.append(Line(file, number, raw["subject"], raw["attribute"], raw["value"], raw["source"]))
    return found


def words(text: str) -> list[str]:
    """The words of a text that say something, folded."""
    return [word for word in re.findall(r"[^\W_]+", fold(text)) if word not in SMALL]


class _Reader:
    """Collects what stands in a value."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.texts: list[str] = []
        self.dates: set[str] = set()
        self.numbers: set[float] = set()

    def read(self, value: Any) -> None:
        if isinstance(value, Part):
            value = tuple(getattr(value, name) for name, _, _ in fields(type(value)) if name not in {"key", "citations"})
        if isinstance(value, tuple):
            for item in value:
                self.read(item)
        elif isinstance(value, Ref):
            target = self.registry[value]
            self.texts += [wording.text for wording in target.names]
            self.texts += [code for name in ("alpha2", "alpha3") if value.kind == "party" and (code := getattr(target, name))]
        elif isinstance(value, PartialDate | Period | Quantity):
            self._read_number(value)
        elif isinstance(value, Term):
            self.texts += [value.label("en"), value.value]
        elif isinstance(value, int) and not isinstance(value, bool):
            self.numbers.add(float(value))
        elif value is not None:
            self.texts.append(str(value))

    def _read_number(self, value: PartialDate | Period | Quantity) -> None:
        if isinstance(value, Period):
            self.read(value.start)
            self.read(value.end)
            self.texts += [value.label("en"), str(value)]
        elif isinstance(value, Quantity):
            self.numbers.add(float(value.amount))
            self.texts += [value.label("en"), value.unit]
        else:
            self.dates |= {str(value), str(value)[:7]}  # a day is also a day of its month
            self.texts.append(value.label("en"))
            self.numbers.add(float(value.year))

    def held(self) -> Held:
        folded = tuple(fold(text) for text in self.texts)
        return Held(folded, frozenset(w for text in self.texts for w in words(text)), frozenset(self.dates), frozenset(self.numbers))


def index(registry: Registry) -> dict[str, list[tuple[str, Held]]]:
    """For each source, the records that cite it with what stands at each path that it supports."""
    found: dict[str, list[tuple[str, Held]]] = defaultdict(list)
    for record in registry:
        for entry in cited(record):
            reader = _Reader(registry)
            reader.read(entry.value)
            if isinstance(entry.value, Act):
                reader.texts += [wording.text for wording in record.names]  # who acted, or where, is a part of what an act says
            found[entry.citation.source.slug].append((record.id, reader.held()))
    return found


def neighbours(registry: Registry, ids: list[str]) -> frozenset[str]:
    """The records, those that they refer to and those that refer to them; not by way of sources, topics and parties."""
    near = set(ids)
    for record_id in ids:
        near |= {ref.text for _, ref in references(registry[record_id]) if ref.kind not in {"source", "topic"}}
        near |= {record.id for record in registry.referrers(record_id)}
    near |= {statistic.id for statistic in registry.of(Statistic) if statistic.about and statistic.about.text in near}
    return frozenset(near)


BESIDE = frozenset(("measure", "note", "qualifier", "scope", "unit"))
"""Keys of the sheets whose words our quantities hold as unit and bound, or our names and summaries in words of their own."""


def leaves(value: Any) -> Iterator[Any]:
    """The single values of a line's value, without the words beside a number."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key not in BESIDE:
                yield from leaves(item)
    elif isinstance(value, list):
        for item in value:
            yield from leaves(item)
    elif value is not None:
        yield value


def stands(leaf: Any, held: Held) -> bool:
    """Whether a value, normalised, stands at a path."""
    if isinstance(leaf, bool):
        return fold(str(leaf)) in held.texts
    if isinstance(leaf, int | float):
        return float(leaf) in held.numbers
    text = str(leaf)
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
        return text in held.dates or (len(text) == 4 and float(text) in held.numbers)
    folded = fold(text)
    if any(folded == other or (len(folded) > 3 and folded in other) for other in held.texts):
        return True
    if any(len(other) > 5 and other in folded and len(other) > len(folded) / 2 for other in held.texts):
        return True
    said = words(text)
    return len(said) > 1 and sum(word in held.words for word in said) / len(said) >= LIKE


class Account:
    """Says of a line whether it is carried."""

    def __init__(self, registry: Registry, subjects: Mapping[str, list[str]]) -> None:
        self.registry = registry
        self.index = index(registry)
        slugs: dict[str, list[str]] = defaultdict(list)
        for record in registry:
            if record.KIND != "source":
                slugs[record.slug].append(record.id)
        self.subjects = {**slugs, **subjects}
        self._near: dict[str, frozenset[str]] = {}

    def near(self, subject: str) -> frozenset[str]:
        """The records that a subject of the sheets may stand in."""
        if subject not in self._near:
            self._near[subject] = neighbours(self.registry, self.subjects.get(subject, []))
        return self._near[subject]

    def carries(self, line: Line, value: Any = None) -> bool:
        """Whether every single value of the line stands at a path that its source supports, in a record of its subject or beside it."""
        near = self.near(line.subject)
        places = [held for record_id, held in self.index.get(line.source, ()) if record_id in near]
        return all(any(stands(leaf, held) for held in places) for leaf in leaves(line.value if value is None else value))
