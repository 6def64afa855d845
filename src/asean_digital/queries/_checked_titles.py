"""Titles of documents and themes of meetings as a text gives them, set against those of the record."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from asean_digital.model.declaration import INSTRUMENTS
from asean_digital.model.meeting import Meeting
from asean_digital.model.party import PartyForm
from asean_digital.model.wording import WordingStatus
from asean_digital.queries._held import Held, held_at
from asean_digital.queries._spelling import lower, marked
from asean_digital.queries._verdicts import ClaimSort, Judged, Overlap, Setting, Verdict, judged
from asean_digital.queries.statements import statements
from asean_digital.values._fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from asean_digital.model.record import Record
    from asean_digital.queries._passages import Passage
    from asean_digital.queries._verdicts import Claim
    from asean_digital.registry import Registry

_TITLED = (*INSTRUMENTS, "programme")
_SHORTEST = 4  # words: a shorter name with another word in it is another name
_COMMON = 80  # a pair of words in more names than this tells nothing
_TOKEN = re.compile(r"\w+")
_QUOTED = re.compile(r"[“\"«‘']([^“”\"«»\n]{3,200}?)[”\"»’'](?!\w)")
_THEME = re.compile(
    r"(?<!\w)(?:chủ đề|themed?|thông điệp|slogan|motto)((?:[\s,:()\0]|(?:là|of|is|was|as|has|the|chính thức|chính|năm nay|của|cho)(?!\w))*)$"
)
_AS_THEME = re.compile(r"\s*(?:as|was|is|là|làm) (?:(?:its|the|their) )?(?:theme|motto|chủ đề|thông điệp)(?!\w)")
_SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "on",
        "in",
        "for",
        "to",
        "and",
        "or",
        "as",
        "with",
        "by",
        "at",
        "from",
        "về",
        "của",
        "và",
        "cho",
        "tại",
        "trong",
        "với",
        "các",
        "những",
        "theo",
    ]
)


@attrs.frozen(eq=False)
class _Title:
    """A name of a document, in words in lower case."""

    held: Held
    words: tuple[str, ...]


@attrs.frozen(eq=False)
class _Titles:
    """The names of documents, by pairs of words that follow each other, and the words that make another document of one."""

    rows: tuple[_Title, ...]
    by_pair: dict[tuple[str, str], tuple[tuple[int, int], ...]]
    by_words: dict[tuple[str, ...], tuple[int, ...]]
    telling: frozenset[str]


def _words(text: str) -> tuple[str, ...]:
    return tuple(lower(word) for word in _TOKEN.findall(text))


def _titles(registry: Registry) -> _Titles:
    rows: list[_Title] = []
    for record in registry:
        if record.KIND in _TITLED:
            by_path = {statement.path: statement for statement in statements(record)}
            for wording in record.names:
                held = held_at(record, f"names/{wording.key}", "title", by_path)
                words = _words(wording.text)
                if held is not None and wording.lang in {"en", "vi"} and len(words) >= _SHORTEST:
                    rows.append(_Title(held, words))
    by_pair: dict[tuple[str, str], list[tuple[int, int]]] = {}
    by_words: dict[tuple[str, ...], list[int]] = {}
    for number, row in enumerate(rows):
        by_words.setdefault(row.words, []).append(number)
        for place, pair in enumerate(pairwise(row.words)):
            by_pair.setdefault(pair, []).append((number, place))
    states = [party for party in registry.parties if party.capital or party.alpha2 or party.form is PartyForm.STATE]
    telling = {word for party in states for wording in (*party.names, *party.capital) for word in _words(wording.text)}
    telling |= {word for meeting in registry.of(Meeting) for wording in meeting.city for word in _words(wording.text)}
    return _Titles(
        tuple(rows),
        {pair: tuple(places) for pair, places in by_pair.items() if len(places) <= _COMMON},
        {words: tuple(numbers) for words, numbers in by_words.items()},
        frozenset(telling),
    )


def check_titles(passage: Passage, setting: Setting) -> Iterator[Claim]:
    """The names of documents and the themes of meetings in a passage."""
    titles = setting.registry.derived(_titles)
    near = list(_near(passage, titles, setting))
    for mention in passage.mentions:
        inside = any(row.start < setting.given(mention.end) and setting.given(mention.start) < row.end for row in near)
        if mention.ref is not None and mention.kind in _TITLED and not inside:
            words = _words(passage.text[mention.start - passage.start : mention.end - passage.start])
            same = [titles.rows[number].held for number in titles.by_words.get(words, ())]
            same = [held for held in same if held.record.ref == mention.ref]
            if same:
                yield _exact(mention.start, mention.end, same[0], setting)
    yield from near
    yield from _themes(passage, setting)


def _exact(start: int, end: int, held: Held, setting: Setting) -> Claim:
    """A name as the record has it; where another source of a dispute gives it, that is said."""
    text = fold(held.value.text)
    for dispute in held.record.disputes:
        for reading in dispute.readings:
            said = getattr(reading.value, "text", reading.value)
            if dispute.path.startswith("names/") and reading.role.value != "held" and isinstance(said, str) and fold(said) == text:
                return setting.claim(
                    start, end, ClaimSort.TITLE, Verdict.PARTLY, held.value.text, held, overlap=Overlap.ONE_OF_SEVERAL, reading=reading
                )
    return setting.claim(start, end, ClaimSort.TITLE, Verdict.AGREES, held.value.text, held)


def _near(passage: Passage, titles: _Titles, setting: Setting) -> Iterator[Claim]:
    """The names of documents with a word changed, left out or put in; of several the longest stretch, and none where a whole name is."""
    found = list(_TOKEN.finditer(passage.text))
    taken = [(row.start, row.end) for row in passage.mentions if row.kind in _TITLED or row.kind in {"meeting", "body", "series"}]
    for first, last, overlap, row in sorted(_like([lower(match[0]) for match in found], titles), key=_by_length):
        start, end = passage.start + found[first].start(), passage.start + found[last - 1].end()
        if any(2 * (min(end, b) - max(start, a)) > end - start for a, b in taken if a < end and start < b):
            continue
        taken.append((start, end))
        said = passage.text[found[first].start() : found[last - 1].end()]
        if not said[0].isupper():
            continue  # everyday words, no title
        if overlap is None and _is_verb([match[0] for match in found[first:last]], row):
            continue
        verdict = Verdict.PARTLY if overlap or row.held.value.status is WordingStatus.OURS else Verdict.DIFFERS
        yield setting.claim(start, end, ClaimSort.TITLE, verdict, said, row.held, overlap=overlap or Overlap.NEARLY)


def _is_verb(said: Sequence[str], row: _Title) -> bool:
    """Whether the other word of an English title is in small letters where the title has a capital: words of a sentence around a name."""
    held = _TOKEN.findall(row.held.value.text)
    pairs = [(one, other) for one, other in zip(said, held, strict=False) if lower(one) != lower(other)]
    return row.held.value.lang == "en" and any(one[0].islower() and other[0].isupper() for one, other in pairs)


Like = tuple[int, int, Overlap | None, _Title]


def _by_length(like: Like) -> tuple[int, bool, int, str, str]:
    first, last, overlap, row = like
    return first - last, overlap is not None, first, row.held.record.id, row.held.path


def _like(words: Sequence[str], titles: _Titles) -> Iterator[Like]:
    """The stretches of a passage that are a title but for a word or two."""
    votes: Counter[tuple[int, int]] = Counter()
    for place, pair in enumerate(pairwise(words)):
        for number, at in titles.by_pair.get(pair, ()):
            votes[number, place - at] += 1
    for (number, start), count in votes.items():
        row = titles.rows[number]
        if count * 2 >= len(row.words) - 4:
            for first, last, overlap in _alignments(words, start, row.words, titles.telling):
                if row.held.value.lang == "vi" or abs(last - first - len(row.words)) < 1 or overlap:
                    yield first, last, overlap, row


def _alignments(
    words: Sequence[str], start: int, title: Sequence[str], telling: frozenset[str]
) -> Iterator[tuple[int, int, Overlap | None]]:
    """The stretches that are the title but for one or two words: None where they are other words, else how they are nearly the same."""
    length = len(title)
    for shift in (0, 1, -1, 2, -2):  # the words put in or left out before the pair that was found
        first = start + shift
        if first < 0 or first >= len(words):
            continue
        same = next((place for place in range(length) if first + place >= len(words) or words[first + place] != title[place]), length)
        if same in {0, length}:
            continue
        for lost, put in ((1, 1), (1, 0), (0, 1), (2, 2), (1, 2), (2, 1), (2, 3), (3, 2)):
            rest = length - same - lost
            last = first + same + put + rest
            if rest < 0 or last > len(words) or length - lost < _SHORTEST - 1 or 3 * lost > length or (rest == 0 and lost != put):
                continue
            if list(title[same + lost :]) != list(words[first + same + put : last]):
                continue
            said, held = words[first + same : first + same + put], title[same : same + lost]
            if any(_tells(word, telling) for word in (*said, *held)):
                return
            if rest == 0 and (any(word in _SMALL for word in said) or not _SMALL.intersection(title[:same])):
                return  # the last word is what the thing is, but for a title with a preposition
            small = all(word in _SMALL for word in said) or not held or (lost == put == 1 and _alike(said[0], held[0]))
            yield first, last, Overlap.NEARLY if small or length - lost < _SHORTEST else None
            return


def _tells(word: str, telling: frozenset[str]) -> bool:
    """Whether a word makes another document of a name: a number, a country, a city."""
    return word in telling or any(sign.isdigit() for sign in word)


def _alike(one: str, other: str) -> bool:
    """Whether two words are one but for a letter or its ending."""
    if min(len(one), len(other)) < 4:
        return False
    short, long = sorted((one, other), key=len)
    same = next((place for place, sign in enumerate(short) if sign != long[place]), len(short))
    if same >= 5 and len(long) - same <= 3:
        return True  # another ending
    if len(short) == len(long):
        return sum(a != b for a, b in zip(short, long, strict=True)) == 1
    return len(long) - len(short) == 1 and long[same + 1 :] == short[same:]


def _themes(passage: Passage, setting: Setting) -> Iterator[Claim]:
    """The quoted themes of a passage, set against those of the nearest meeting that is named."""
    plain = passage.lower
    for row in passage.mentions:
        plain = plain[: row.start - passage.start] + "\0" * (row.end - row.start) + plain[row.end - passage.start :]
    for match in _QUOTED.finditer(passage.text):
        if not (_THEME.search(plain[max(0, match.start() - 150) : match.start()]) or _AS_THEME.match(plain, match.end())):
            continue
        start, end = passage.start + match.start(1), passage.start + match.end(1)
        meetings = [(row.start > start, abs(row.start - start), row.ref) for row in passage.mentions if row.kind == "meeting" and row.ref]
        if meetings:
            nearest = min(meetings, key=lambda row: row[:2])[2]  # the last one before it, else the first one after
            yield _theme(start, end, match[1], setting.registry[nearest], setting)


def _theme(start: int, end: int, said: str, meeting: Record, setting: Setting) -> Claim:
    """A theme, set against those of a meeting in the language of the text; a wording of ours cannot be differed from."""
    by_path = {statement.path: statement for statement in statements(meeting)}
    lang = "vi" if marked(said) else "en"
    rows = []
    for path, statement in by_path.items():
        held = held_at(meeting, path, "theme", by_path) if path.startswith("theme/") and statement.value.lang == lang else None
        if held is not None:
            row = judged(held, lambda each: _theme_relation(said, each))
            if row.verdict is not Verdict.DIFFERS or held.value.status is not WordingStatus.OURS:
                rows.append(row)
    if not rows:
        return setting.claim(start, end, ClaimSort.TITLE, Verdict.NOT_RECORDED, said, record=meeting.ref)
    best = min(rows, key=_rank)
    return setting.claim(start, end, ClaimSort.TITLE, best.verdict, said, best.held, overlap=best.overlap, reading=best.reading)


def _rank(row: Judged) -> int:
    return (Verdict.AGREES, Verdict.PARTLY, Verdict.DIFFERS).index(row.verdict)


def _theme_relation(said: str, held: object) -> Overlap | bool:
    words, other = _words(said), _words(getattr(held, "text", str(held)))
    if words == other:
        return True
    return Overlap.INSIDE if words and other[: len(words)] == words else False
