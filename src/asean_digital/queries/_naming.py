"""The names of a registry as one tree of words: what is walked to find them in a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import attrs

from asean_digital.model import kind_class
from asean_digital.model.meeting import Meeting
from asean_digital.model.party import Party, PartyForm
from asean_digital.model.series import MeetingSeries
from asean_digital.model.wording import WordingStatus
from asean_digital.queries._numerals import english_ordinals, figures, vietnamese_ordinals
from asean_digital.queries._partners import Pair, Partners
from asean_digital.queries._spelling import (
    AND,
    SOFT,
    SPACED_DASH,
    Step,
    capitals,
    is_everyday,
    marked,
    steps,
    tail_of,
    without_marks,
    words_of,
)
from asean_digital.values import Ref
from asean_digital.values._fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from asean_digital.model.record import Record
    from asean_digital.model.wording import Wording
    from asean_digital.registry import Registry

Shape = tuple[str, str, str]  # what stands before an ordinal, what after, and how the ordinal is written
Node = dict[Any, Any]  # word, sign or (None: the forms that end here) -> what follows
Link = tuple[int, Node, tuple[str, ...], Node]  # how deep, from where, by which words, to where
ENDS = None
INNER = ""  # after the words of a spelling that holds only where the name goes on
_ENGLISH = re.compile(rf"\b(?:(\d+)(?:st|nd|rd|th)|({'|'.join(english_ordinals())}))\b", re.IGNORECASE)
_VIETNAMESE = re.compile(rf"\blần (?:thứ )?(\d+|{'|'.join(sorted(vietnamese_ordinals(), key=len, reverse=True))})\b", re.IGNORECASE)
_NUMBERED = re.compile(r"(.*[^\W\d_])[ -]?(\d+)")


@attrs.frozen(kw_only=True)
class Form:
    """One way in which a record is named, and what must hold where it stands in a text."""

    ref: Ref[Any]
    """The record."""
    kind: str
    """Its kind."""
    capitals: tuple[str, ...]
    """Words that must be printed just so, or all in capitals."""
    capital: bool
    """Whether the first letter must be a capital: a name of one word that is no topic."""
    syllable: bool
    """Whether it is a name of one word in Vietnamese alone, which may be a part of a person's name or an everyday word of English."""
    bare: int
    """The number of words when the marks are left off; 0 when they are there."""
    tail: str
    """The bracket with which it ends."""
    doubtful: bool
    """Whether what stands beside it may make it the name of something else: a year, or a word after the name of a party."""
    described: bool
    """Whether it is a description that a source uses for a name, all in small letters: it counts where the text names what it belongs to."""
    outer: bool = attrs.field(init=False)
    """Whether it hangs on what stands around it whether the printed words are this name."""

    def __attrs_post_init__(self) -> None:
        short = self.capitals and all(is_everyday(word.casefold()) for word in self.capitals)
        object.__setattr__(self, "outer", bool(short or self.syllable or self.bare or self.tail))


@attrs.frozen
class Name:
    """A name to look for."""

    id: str
    text: str
    lang: str
    acronym: bool = False
    base: str = ""
    """The name without its ordinal, where it has one: what is an acronym in it must be in capitals."""
    short: tuple[str, ...] = ()
    """Acronyms that may stand in brackets in the midst of it."""


def tree(registry: Registry, kinds: frozenset[str]) -> Node:
    """The names of these kinds, and the ordinals of the meetings made by rule, as a tree of words."""
    root: Node = {}
    links: list[Link] = []
    refs: dict[str, Ref[Any]] = {}
    partners = Partners(registry)
    states = {party.id for party in registry.of(Party) if party.form is PartyForm.STATE}
    counting = {kind for kind in kinds if kind_class(kind).TIME} | {"declaration"}
    told = {(record.id, wording.text) for record in registry for wording in record.names if not wording.lang.startswith("vi")}
    for name in dict.fromkeys((*_names(registry, kinds), *_numbered(registry))):
        path = steps(name.text, name.lang)
        if not path:
            continue
        ref = refs.get(name.id) or refs.setdefault(name.id, Ref(name.id))
        one, tail = len(path) == 1, tail_of(name.text)
        strict = capitals(words_of(name.base or name.text), acronym=name.acronym)
        form = Form(
            ref=ref,
            kind=ref.kind,
            capitals=strict,
            capital=one and not strict and ref.kind != "topic",
            syllable=one and name.lang == "vi" and (name.id, name.text) not in told,
            bare=0,
            tail=tail,
            described=ref.kind != "topic" and name.text == name.text.lower() != name.text.upper(),
            doubtful=name.id in states or (ref.kind in counting and not path[-1].word[-1].isdecimal()),
        )
        short = [tuple(step.word for step in steps(acronym)) for acronym in name.short]
        pairs = list(partners.pairs(path))
        links += _insert(root, path, form, short, pairs)
        if marked(name.text) and not one:
            bare = [(first, after, tuple(map(fold, words))) for first, after, words in pairs]
            links += _insert(root, without_marks(path), attrs.evolve(form, bare=len(path)), short, bare)
    for _, origin, words, child in sorted(links, key=lambda link: -link[0]):  # the deepest first: what leads there is then complete
        if words[-1] == INNER:  # what ends here keeps to its own spelling
            _link(origin, words[:-1], {key: value for key, value in child.items() if key is not ENDS})
        else:
            _link(origin, words, child)
    return root


def ending(node: Node) -> Sequence[Form]:
    """The forms of the names that end at a node."""
    found: Sequence[Form] = node[ENDS]
    return found


def _names(registry: Registry, kinds: frozenset[str]) -> Iterator[Name]:
    for record in registry:
        if record.KIND in kinds:
            short = _acronyms(record)
            for wording in record.names:
                acronym = _is_acronym(wording)
                yield Name(record.id, wording.text, wording.lang, acronym, short=() if acronym else short)


def _acronyms(record: Record) -> tuple[str, ...]:
    return tuple(wording.text for wording in record.names if _is_acronym(wording))


def _is_acronym(wording: Wording) -> bool:
    return wording.status is WordingStatus.ACRONYM or (wording.text.isalpha() and wording.text.isupper())


def _numbered(registry: Registry) -> Iterator[Name]:
    """The numbered meetings of each series by every name of the series, with its ordinal in figures, in words, or after an acronym."""
    meetings: dict[str, list[Meeting]] = {}
    for record in registry:
        if isinstance(record, Meeting) and record.series is not None and record.ordinal is not None:
            meetings.setdefault(record.series.text, []).append(record)
    for series in registry.of(MeetingSeries):
        known = meetings.get(series.id, [])
        body = registry.get(series.body) if series.body is not None and series.partner is None else None
        named = [series] if body is None else [series, body]
        shapes = sorted({*_shapes(known), *_bases(named)})
        short = tuple(acronym for record in named for acronym in _acronyms(record))
        for meeting in known:
            for before, after, lang in shapes:
                for text in _filled(int(meeting.ordinal or 0), before, after, lang):
                    yield Name(meeting.id, text, lang, base=f"{before}{after}", short=short)


def _bases(named: Sequence[Record]) -> Iterator[Shape]:
    """The names of a series and of the body that meets in it, with the place where an ordinal goes."""
    for record in named:
        for wording in record.names:
            text = wording.text
            if wording.lang == "vi":
                yield f"{text.removeprefix('Các ')} ", "", "vi"
            elif wording.lang == "en":
                single = text.removesuffix("s") if record.KIND == "series" else text
                yield from (("", f" {single}", "en"), (f"{single} ", "", "vi"))
                if _is_acronym(wording):
                    yield f"{text} ", "", "number"


def _shapes(meetings: Sequence[Meeting]) -> Iterator[Shape]:
    """The names that at least two meetings of a series share but for the ordinal."""
    seen: dict[Shape, set[str]] = {}
    for meeting in meetings:
        for wording in meeting.names:
            for shape in _shape(wording.text, meeting.ordinal):
                seen.setdefault(shape, set()).add(meeting.id)
    yield from (shape for shape, ids in seen.items() if len(ids) > 1 or shape[2] == "number")


def _shape(text: str, ordinal: int | None) -> Iterator[Shape]:
    for pattern, lang, table in ((_ENGLISH, "en", english_ordinals()), (_VIETNAMESE, "vi", vietnamese_ordinals())):
        match = pattern.search(text)
        if match:
            said = next(filter(None, match.groups())).lower()
            if (int(said) if said.isdecimal() else table[said]) == ordinal:
                yield text[: match.start()], text[match.end() :], lang
    match = _NUMBERED.fullmatch(text)
    if match and int(match[2]) == ordinal and match[1] == match[1].upper():
        yield f"{match[1]} ", "", "number"


def _filled(ordinal: int, before: str, after: str, lang: str) -> tuple[str, ...]:
    if lang == "en":
        return (f"{before}{figures(ordinal)}{after}",)
    if lang == "vi":
        return f"{before}lần thứ {ordinal}{after}", f"{before}lần {ordinal}{after}"
    return (f"{before}{ordinal}{after}",)


def _insert(root: Node, path: Sequence[Step], form: Form, short: Sequence[tuple[str, ...]], pairs: Iterable[Pair]) -> Iterator[Link]:
    """Put a name into the tree by the one form that all its spellings share; what comes out are the ways of the others."""
    origins, reached = [], [root]
    for step in path:
        node = reached[-1]
        if step.gap not in {SOFT, SPACED_DASH}:
            node = node.setdefault(step.gap, {})
        origins.append(node)
        reached.append(node.setdefault(step.word, {}))
    forms = reached[-1].setdefault(ENDS, [])
    if form not in forms:
        forms.append(form)
    return _links(path, origins, reached[1:], short, pairs)


def _links(
    path: Sequence[Step], origins: Sequence[Node], reached: Sequence[Node], short: Sequence[tuple[str, ...]], pairs: Iterable[Pair]
) -> Iterator[Link]:
    last = len(path) - 1
    for number, step in enumerate(path):
        node, child = origins[number], reached[number]
        yield from ((number, node, words, child) for words in _spelt(step))
        before = path[number - 1] if number else step
        if step.gap in {SOFT, SPACED_DASH} and step.word.isdecimal() and before.word.isalpha():
            yield number - 1, origins[number - 1], (f"{before.word}{step.word}",), child  # ADM2030 beside ADM 2030
        if number > 1 and before.word == AND and step.gap == SOFT and last > 3:
            yield number - 1, origins[number - 1], (step.word,), child  # and, left out in a long name
        if number < last:
            for words in short:
                yield number + 1, child, ("(", *words, ")"), child
    for first, after, words in pairs:
        yield first, origins[first], words, reached[after - 1]


def _spelt(step: Step) -> Iterator[tuple[str, ...]]:
    """The other ways to write a word, and all of them after a dash with spaces."""
    yield from step.others
    yield from ((*words, INNER) for words in step.inner)
    if step.gap == SPACED_DASH:
        yield from ((SPACED_DASH, *words) for words in ((step.word,), *step.others))


def _link(node: Node, words: Sequence[str], child: Node) -> None:
    """Let another spelling lead where the first one leads."""
    for word in words[:-1]:
        node = node.setdefault(word, {})
    there: Node = node.setdefault(words[-1], child)
    _absorb(there, child, set())


def _absorb(node: Node, other: Node, seen: set[tuple[int, int]]) -> None:
    """Let all that follows the one node follow the other too."""
    if node is other or (id(node), id(other)) in seen:
        return
    seen.add((id(node), id(other)))
    for key, value in list(other.items()):
        if key is ENDS:
            forms = node.setdefault(ENDS, [])
            forms += [form for form in value if form not in forms]
        elif key in node:
            _absorb(node[key], value, seen)
        else:
            node[key] = value
