"""Reading a text for names: what each piece between two spaces means after the pieces before it, worked out once and kept.

A text is split at its spaces. Where a name may begin, and how it may go on, is looked up by the piece as it is printed, with
its capitals and punctuation; what a piece means there is worked out from the tree of names when it is first met. So a text
costs little more than a split and a look-up a piece, however many names there are.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, TypeVar

import attrs

from asean_digital.queries._naming import ENDS, Form, Node, ending
from asean_digital.queries._running import Piece, read
from asean_digital.queries._spelling import DOTS, SOFT, gap_key, is_initial

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

V = TypeVar("V")
_DOMAIN = re.compile(r"\.(?:[a-z]{2}|com|org|net|gov|edu|int|info|asia)\b")  # the name is the beginning of an address
_LONG = 40  # a longer piece is read each time it is met
_KEPT = 200_000  # how much is kept before it is all forgotten


@attrs.frozen
class Ending:
    """A place where names may end that began some pieces before."""

    word: int
    """The number of the last word in its piece."""
    stop: int
    """Where it ends in the piece."""
    forms: tuple[Form, ...]
    """The forms that the printed words bear, each of another way to be named."""
    sure: Form | None
    """The one form, where nothing around the name can make it another or none."""


Reached = tuple[tuple[int, Ending], ...]  # how many pieces after the first, and the ending there; the longest first


@attrs.frozen
class Way:
    """How a name has come into a piece: its words in the pieces before, where it goes on, how many those are and what they reached."""

    before: str
    start: int
    depth: int
    reached: Reached
    bracketed: bool


class State(dict[str, "State | None"]):
    """How far a name has come at the end of a piece; maps the piece that follows to the next state, None where no name goes on."""

    __slots__ = ("depth", "gap", "initial", "names", "node", "printed", "reached")

    def __init__(self, names: Names, node: Node | None, gap: str, printed: str, depth: int, reached: Reached, *, initial: bool) -> None:
        super().__init__()
        self.names = names
        self.node = node
        self.gap = gap
        self.printed = printed
        self.depth = depth
        self.reached = reached
        self.initial = initial

    def __missing__(self, text: str) -> State | None:
        """Work out what a piece means here, and keep it where the piece is short."""
        return self.names.kept(self, text, self._after(text))

    def _after(self, text: str) -> State | None:
        piece = read(text)
        node, gap = self.node, f"{self.gap} {piece.lead}"
        if node is None or len(gap) > _LONG or gap_key(gap) is None:
            return None
        way = Way(f"{self.printed} ", 0, self.depth + 1, self.reached, bracketed=False)
        if not piece.words:
            return State(self.names, node, gap, f"{way.before}{text}", way.depth, way.reached, initial=self.initial)
        return self.names.walked(step(node, gap, piece.words[0], initial=self.initial), piece, 0, way)


Beginning = tuple[int, int, State]  # the number of the first word in its piece, where it begins there, and the state after the piece


class Names(dict[str, "Iterable[Beginning] | None"]):
    """The names of a registry; maps a piece of text to the names that may begin in it, None where none does.

    Args:
        root: the tree of words.

    """

    def __init__(self, root: Node) -> None:
        super().__init__()
        self.root = root
        self._count = 0

    def __missing__(self, text: str) -> Iterable[Beginning] | None:
        """Work out where names may begin in a piece, and keep it where the piece is short; of a long one word by word, as it is read."""
        if len(text) > _LONG:
            return self._beginnings(text)
        return self.kept(self, text, tuple(self._beginnings(text)) or None)

    def _beginnings(self, text: str) -> Iterator[Beginning]:
        piece = read(text)
        for number, word in enumerate(piece.words):
            if word in self.root:
                start = piece.spans[number][0]
                way = Way("", start, 0, (), bracketed=text[start - 1 : start] == "(")
                state = self.walked(self.root[word], piece, number, way)
                if state is not None:
                    yield number, start, state

    def kept(self, where: dict[str, V], text: str, value: V) -> V:
        """Keep what was worked out, and forget everything when it has become too much."""
        if len(text) <= _LONG:
            self._count += 1
            if self._count > _KEPT:
                self._count = 0
                self.clear()
            where[text] = value
        return value

    def walked(self, node: Node | None, piece: Piece, number: int, way: Way) -> State | None:
        """The state at the end of a piece when this word of it has led to that node."""
        reached = way.reached
        while node is not None:
            if ENDS in node:
                stop = piece.spans[number][1]
                is_address = _DOMAIN.match(piece.text, stop)
                forms = () if is_address else printed_so(ending(node), f"{way.before}{piece.text[way.start : stop]}")
                if forms:
                    reached = ((way.depth, Ending(number, stop, forms, sure(forms, bracketed=way.bracketed))), *reached)
            word = piece.words[number]
            number += 1
            if number == len(piece.words):
                printed = f"{way.before}{piece.text[way.start :]}"
                return State(self, node, piece.tail, printed, way.depth, reached, initial=is_initial(word))
            node = step(node, piece.gaps[number - 1], piece.words[number], initial=is_initial(word))
        return State(self, None, "", "", way.depth, reached, initial=False) if reached != way.reached else None


def step(node: Node, gap: str, word: str, *, initial: bool) -> Node | None:
    """Where a word leads after a gap; `initial` says that the word before is one letter, after which a dot is no sign."""
    key = SOFT if gap == " " else gap_key(gap)
    if key is None:
        return None
    if key != SOFT and not (key in DOTS and initial):
        node = node.get(key, {})
    found: Node | None = node.get(word)
    return found


def printed_so(forms: Sequence[Form], printed: str) -> tuple[Form, ...]:
    """The forms whose capitals stand in the printed words; of a record that is surely named no others."""
    fitting = [form for form in forms if (in_capitals(printed, form.capitals) and (not form.capital or printed[0].isupper()))]
    certain = {form.ref.text for form in fitting if not form.outer}
    return tuple(form for form in fitting if not form.outer or form.ref.text not in certain)


def sure(forms: Sequence[Form], *, bracketed: bool) -> Form | None:
    """The one form of a name that nothing around it can change."""
    form = forms[0]
    return None if len(forms) > 1 or form.outer or form.doubtful or form.described or (bracketed and form.capitals) else form


def in_capitals(printed: str, words: Sequence[str]) -> bool:
    """Whether the words stand there in capitals; an acronym that is read as a word may have the first letter alone in capitals."""
    plain = unicodedata.normalize("NFC", printed).replace(".", "")
    return all(word in plain or word.upper() in plain or (len(word) > 4 and word.capitalize() in plain) for word in words)
