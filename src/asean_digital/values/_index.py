"""`NameIndex`: which owner bears a name, holds some words in one, or has one that is nearly the same in letters."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from functools import cached_property
from heapq import merge
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from asean_digital.values._fold import TABLE, fold
from asean_digital.values.term import Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# Scripts that are written without spaces, or with words run together: each letter with its marks counts as a word.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\uaa60-\uaa7f"  # Thai, Lao, Burmese, Khmer
    "\u1100-\u11ff\u3040-\u30ff\u3100-\u318f\u31f0-\u31ff\uac00-\ud7af"  # Hangul, Kana, Bopomofo
    "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Han
)
_MARK = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u1056-\u1059\u17b4-\u17d3\u17dd\u3099\u309a"
_WORD = re.compile(f"[{_UNSPACED}][{_MARK}]*|[^{_UNSPACED} ]+")
_RUN = re.compile(f"[{_UNSPACED}]+|[^{_UNSPACED} ]+")
_LAST = "\U0010ffff"
_SHORT = range(4, 8)  # letters of words too short to be known by pieces of three
_LOST = 8  # pieces of three letters that two typos may cost
_CHECKED = 60  # of the candidates with the rarest pieces so many are looked at


class Likeness(Term):
    """Why a name was found, from the surest to the least sure."""

    NAME = "name", "the name as it is written", "đúng tên như đã viết"
    ALIKE = "alike", "the name but for case, marks and dashes", "đúng tên, khác chữ hoa, dấu hoặc gạch nối"
    ID = "id", "its id", "mã định danh"
    JOINED = "joined", "the name with its words run together or apart", "đúng tên, viết liền hoặc tách từ"
    WORDS = "words", "all these words in the name", "tên có đủ các từ này"
    BEGUN = "begun", "all these words in the name, the last one begun", "tên có đủ các từ này, từ cuối mới gõ một phần"
    NEAR = "near", "nearly the same letters", "gần giống về chữ cái"


class Found(NamedTuple):
    """An owner, the name of theirs that was found, how much it is what was asked (1 at most), and why."""

    owner: str
    name: str
    score: float
    why: Likeness


class _Letters(dict[int, str]):
    """From a character to its folded letter, mark or number, else a blank; worked out when it first occurs, since most never do."""

    def __missing__(self, code: int) -> str:
        folded = chr(code).translate(TABLE).casefold()
        self[code] = kept = "".join(char if unicodedata.category(char)[0] in "LMN" else " " for char in folded)
        return kept


_LETTERS = _Letters()


def words_of(text: str) -> str:
    """The folded letters, marks and numbers of a text, a single blank between words; empty where it has none.

    Example:
        >>> words_of("US–ABC: Đà  Nẵng (2026)")
        'us abc da nang 2026'

    """
    return " ".join(unicodedata.normalize("NFC", text).translate(_LETTERS).split())


def written(text: str) -> str:
    """The text in NFC with single blanks: two that are equal so are written alike."""
    return " ".join(unicodedata.normalize("NFC", text).split())


class Name(NamedTuple):
    """A name of an owner; an id is less than a name, and a title of a source less than the name of what it is about."""

    text: str
    owner: str
    is_id: bool = False
    is_title: bool = False


class _Entry(NamedTuple):
    """The names of one owner that are equal in letters; entries are numbered in the order of these fields."""

    rank: int  # 0 a name, 1 an id, 2 a title, 3 the id of a page
    length: int
    owner: str
    letters: str
    words: str
    names: list[Name]


class NameIndex:
    """Names in every language by their letters, words and pieces of three letters; each part is made when it is first needed.

    Names have lower numbers than ids, and those than titles of sources; among equals the shorter ones, of which what is asked is
    a larger part. So the numbers in order are the answers in order, and no more of them are looked at than are wanted.

    Example:
        >>> index = NameIndex([Name("Tuyên bố Hà Nội", "a"), Name("Hanoi Declaration", "a"), Name("Hà Nội", "b")])
        >>> [(found.owner, found.why.value) for found in index.search("hanoi")]
        [('b', 'joined'), ('a', 'words')]
        >>> index.search("hanoi declartion")[0].why.label("en")
        'nearly the same letters'

    Args:
        names: the names; the same one may have several owners.

    """

    def __init__(self, names: Iterable[Name]) -> None:
        grouped: dict[tuple[str, str], tuple[str, list[Name]]] = {}
        for name in names:
            words = words_of(name.text)
            letters = words.replace(" ", "")
            if letters:
                grouped.setdefault((letters, name.owner), (words, []))[1].append(name)
        entries = sorted(
            _Entry(2 * same[0].is_title + same[0].is_id, len(letters), owner, letters, words, same)
            for (letters, owner), (words, same) in grouped.items()
        )
        self._longest = max((entry.length for entry in entries), default=0)
        self._entries = entries
        self._by_letters: dict[str, list[int]] = {}
        for number, entry in enumerate(entries):
            self._by_letters.setdefault(entry.letters, []).append(number)

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        # Two neighbours run together count as a word: so is "Hanoi" in "Tuyên bố Hà Nội".
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, entry in enumerate(self._entries):
            words = entry.words.split() if entry.words.isascii() else _WORD.findall(entry.words)
            for word in words:
                found[word].append(number)
            for one, other in pairwise(words):
                found[one + other].append(number)
        return dict(found)

    @cached_property
    def _vocabulary(self) -> list[str]:
        return sorted(self._by_word)

    @cached_property
    def _by_rest(self) -> dict[str, list[str]]:
        """Short words by what is left when one letter is taken out: two that leave the same are one typo apart."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word in self._by_word:
            if len(word) in _SHORT:
                for at in range(len(word)):
                    found[word[:at] + word[at + 1 :]].append(word)
        return dict(found)

    @cached_property
    def _by_piece(self) -> dict[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, entry in enumerate(self._entries):
            padded = f"  {entry.letters}  "
            for start in range(entry.length + 2):
                found[padded[start : start + 3]].append(number)
        return dict(found)

    def search(self, asked: str, kinds: frozenset[str] | None = None, limit: int = 10, *, prefix: bool = False) -> list[Found]:
        """The owners found, the best first: bearers of the name, then names with all its words, else names nearly the same.

        Args:
            asked: the words asked for.
            kinds: the part before the colon that an owner must have; None for any.
            limit: how many at most.
            prefix: whether the last word may be only begun.

        """
        words = words_of(asked)
        letters = words.replace(" ", "")
        if not letters or self._is_too_long(letters):
            return []
        found: dict[str, Found] = {}
        for each in self._answers(asked, words, letters, prefix=prefix):
            if each.owner not in found and _of(each.owner, kinds):
                found[each.owner] = each
                if len(found) == limit:
                    return list(found.values())
        return list(found.values()) or self._misspelt(words, kinds, limit)

    def near(self, asked: str, kinds: frozenset[str] | None = None, limit: int = 3) -> list[Found]:
        """As `search`, and where that finds nothing, names with two in five of the pieces asked for: hints, and no answers."""
        found = self.search(asked, kinds, limit)
        letters = words_of(asked).replace(" ", "")
        if found or self._is_too_long(letters):
            return found
        pieces = _pieces(f"  {letters}  ")
        return self._sharing(pieces, letters, len(pieces) * 3 // 5, kinds, limit)

    def _answers(self, asked: str, words: str, letters: str, *, prefix: bool) -> Iterator[Found]:
        yield from self._bearers(asked, letters)
        for number, begun in self._with_words(words, letters, prefix=prefix):
            entry = self._entries[number]
            share = min(1.0, len(letters) / entry.length)
            score = 0.5 - 0.05 * entry.rank + 0.05 * share if entry.rank else 0.5 + 0.4 * share
            yield Found(entry.owner, entry.names[0].text, round(score, 3), Likeness.BEGUN if begun else Likeness.WORDS)

    def _bearers(self, asked: str, letters: str) -> list[Found]:
        plain, folded = written(asked), fold(asked)
        found = []
        for number in self._by_letters.get(letters, ()):
            for name in self._entries[number].names:
                if name.is_id:
                    score, why = 0.97, Likeness.ID
                elif name.text == plain:
                    score, why = 1.0, Likeness.NAME
                elif fold(name.text) == folded:
                    score, why = 0.99 if name.text.casefold() == plain.casefold() else 0.98, Likeness.ALIKE
                else:
                    score, why = 0.95, Likeness.JOINED
                found.append(Found(name.owner, name.text, score, why))
        return sorted(found, key=lambda each: -each.score)

    def _with_words(self, words: str, letters: str, *, prefix: bool) -> Iterator[tuple[int, bool]]:
        """The numbers of the names that hold all the words, in order, and whether the last one is only begun there."""
        *first, last = _asked_words(words)
        before = [self._by_word.get(word, ()) for word in first]
        complete = self._by_word.get(last, ()), self._by_word.get(letters, ())
        ends = (self._beginning(last), self._beginning(letters)) if prefix else complete
        found = merge(_in_all([*before, ends[0]]), ends[1]) if first else iter(ends[0])
        return ((number, not any(_holds(numbers, number) for numbers in complete)) for number in found)

    def _beginning(self, start: str) -> list[int]:
        """The numbers of the names with a word that begins so, in order."""
        vocabulary = self._vocabulary
        here = vocabulary[bisect_left(vocabulary, start) : bisect_left(vocabulary, start + _LAST)]
        return sorted(set().union(*(self._by_word[word] for word in here)))

    def _misspelt(self, words: str, kinds: frozenset[str] | None, limit: int) -> list[Found]:
        """Names nearly the same: with every short word but for a letter, else with nearly all pieces, of the whole or of a part."""
        found: dict[str, Found] = {}
        letters = words.replace(" ", "")
        for number in self._with_typos(words):
            entry = self._entries[number]
            if entry.owner not in found and _of(entry.owner, kinds):
                score = 0.3 - 0.05 * entry.rank + 0.05 * min(1.0, len(letters) / entry.length)
                found[entry.owner] = Found(entry.owner, entry.names[0].text, round(score, 3), Likeness.NEAR)
                if len(found) == limit:
                    break
        if found or len(letters) < _SHORT.start:
            return list(found.values())
        whole, inner = _pieces(f"  {letters}  "), _pieces(letters)
        return self._sharing(whole, letters, min(_LOST, len(whole) * 2 // 3), kinds, limit) or self._sharing(
            inner, letters, min(_LOST, len(inner) // 2), kinds, limit
        )

    def _is_too_long(self, letters: str) -> bool:
        """Whether this is a text and no name, whatever the typos."""
        return len(letters) > 2 * self._longest

    def _with_typos(self, words: str) -> Iterator[int]:
        """The numbers of the names that hold all the words, those that stand nowhere (or else all) but for a letter."""
        asked = _asked_words(words)
        known = [self._by_word.get(word) for word in asked]
        some = None in known
        every = _in_all([held if held and some else self._but_for_a_letter(word) for word, held in zip(asked, known, strict=True)])
        return merge(every, self._but_for_a_letter(words.replace(" ", ""))) if len(asked) > 1 else every

    def _but_for_a_letter(self, word: str) -> list[int]:
        alike = {word, *self._by_rest.get(word, ())}
        if len(word) in _SHORT:
            for at in range(len(word)):
                rest = word[:at] + word[at + 1 :]
                alike |= {rest, *self._by_rest.get(rest, ())}
        return sorted(set().union(*(self._by_word.get(each, ()) for each in alike)))

    def _sharing(self, pieces: set[str], letters: str, lost: int, kinds: frozenset[str] | None, limit: int) -> list[Found]:
        """Names that hold all but `lost` of the pieces, those with the most first, then those of the nearest length."""
        known = sorted((len(numbers), piece) for piece in pieces if (numbers := self._by_piece.get(piece)))
        # A name that lacks no more than `lost` pieces has one of the rarest `lost` + 1; those that stand nowhere are lost already.
        rarest = known[: max(0, lost + 1 - (len(pieces) - len(known)))]
        seen: Counter[int] = Counter()
        for _, piece in rarest:
            seen.update(self._by_piece[piece])
        least = max(seen.values(), default=0) - 2
        likely = [number for number, count in seen.items() if count >= least and _of(self._entries[number].owner, kinds)]
        likely.sort(key=seen.__getitem__, reverse=True)
        ranked = []
        for number in likely[:_CHECKED]:
            name = self._entries[number].letters
            padded = f"  {name}  "
            held = 0
            for piece in pieces:
                if piece in padded:
                    held += 1
            if held > 2 and len(pieces) - held <= lost:
                # A name of another length is as if it lacked up to two pieces more.
                ranked.append((min(abs(len(name) - len(letters)), 10) / 5 - held, number))
        ranked.sort()
        found: dict[str, Found] = {}
        for rank, number in ranked:
            entry = self._entries[number]
            found.setdefault(entry.owner, Found(entry.owner, entry.names[0].text, round(-0.4 * rank / len(pieces), 3), Likeness.NEAR))
        return list(found.values())[:limit]


def _of(owner: str, kinds: frozenset[str] | None) -> bool:
    return kinds is None or owner.partition(":")[0] in kinds


def _pieces(text: str) -> set[str]:
    return {text[start : start + 3] for start in range(len(text) - 2)}


def _asked_words(words: str) -> list[str]:
    """The words that a name must hold; of a run without spaces, its letters two by two, so that they must stand together."""
    if words.isascii():
        return words.split()
    asked: list[str] = []
    for run in _RUN.findall(words):
        letters = _WORD.findall(run)
        asked += map("".join, pairwise(letters)) if len(letters) > 1 else letters
    return asked


def _in_all(lists: Sequence[Sequence[int]]) -> Iterator[int]:
    """The numbers that stand in all of the sorted lists, in order."""
    shortest, *others = sorted(lists, key=len)
    for number in shortest:
        if all(_holds(other, number) for other in others):
            yield number


def _holds(numbers: Sequence[int], number: int) -> bool:
    at = bisect_left(numbers, number)
    return at < len(numbers) and numbers[at] == number
