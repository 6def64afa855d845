"""Reading a text for names: what each piece between two spaces means after the pieces before it, worked out once and kept.

A text is split at its spaces. Where a name may begin, and how it may go on, is looked up by the piece as it is printed, with
its capitals and punctuation; what a piece means there is worked out from the tree of names when it is first met. So a text
costs little more than a split and a look-up a piece, however many names there are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from asean_digital.queries._naming import ENDS, Form, Node
from asean_digital.queries._running import Piece, read
from asean_digital.queries._spelling import INITIAL, SOFT, gap_key

if TYPE_CHECKING:
    from collections.abc import Sequence

V = TypeVar("V")
_LONG = 40  # a longer piece is read each time it is met
_KEPT = 200_000  # how much is kept before it is all forgotten

Ending = tuple[int, int, list[Form]]  # the number of the last word in its piece, where it ends there, and what may be named


class State(dict[str, "State | None"]):
    """How far a name has come at the end of a piece; maps the piece that follows to the next state, None where no name goes on."""

    __slots__ = ("endings", "gap", "initial", "names", "node")

    def __init__(self, names: Names, node: Node | None, gap: str, endings: Sequence[Ending], *, initial: bool) -> None:
        super().__init__()
        self.names = names
        self.node = node
        self.gap = gap
        self.endings = endings
        self.initial = initial

    def __missing__(self, text: str) -> State | None:
        """Work out what a piece means here, and keep it where the piece is short."""
        return self.names.kept(self, text, self._after(read(text)))

    def _after(self, piece: Piece) -> State | None:
        node, gap = self.node, f"{self.gap} {piece.lead}"
        if node is None or len(gap) > _LONG:
            return None
        if not piece.words:
            return State(self.names, node, gap, (), initial=self.initial)
        return self.names.walked(step(node, gap, piece.words[0], initial=self.initial), piece, 0)


class Names(dict[str, "tuple[tuple[int, int, State], ...] | None"]):
    """The names of a registry; maps a piece of text to the names that may begin in it: number of the word, its place, the state after.

    Args:
        root: the tree of words.

    """

    def __init__(self, root: Node) -> None:
        super().__init__()
        self.root = root
        self._count = 0

    def __missing__(self, text: str) -> tuple[tuple[int, int, State], ...] | None:
        """Work out where names may begin in a piece, and keep it where the piece is short."""
        piece = read(text)
        found = []
        for number, word in enumerate(piece.words):
            state = self.walked(self.root.get(word), piece, number)
            if state is not None:
                found.append((number, piece.spans[number][0], state))
        return self.kept(self, text, tuple(found) or None)

    def kept(self, where: dict[str, V], text: str, value: V) -> V:
        """Keep what was worked out, and forget everything when it has become too much."""
        if len(text) <= _LONG:
            self._count += 1
            if self._count > _KEPT:
                self._count = 0
                self.clear()
            where[text] = value
        return value

    def walked(self, node: Node | None, piece: Piece, number: int) -> State | None:
        """The state at the end of a piece when this word of it has led to that node."""
        endings: list[Ending] = []
        while node is not None:
            if ENDS in node:
                endings.append((number, piece.spans[number][1], node[ENDS]))
            word = piece.words[number]
            number += 1
            if number == len(piece.words):
                return State(self, node, piece.tail, endings, initial=len(word) == 1)
            node = step(node, piece.gaps[number - 1], piece.words[number], initial=len(word) == 1)
        return State(self, None, "", endings, initial=False) if endings else None


def step(node: Node, gap: str, word: str, *, initial: bool) -> Node | None:
    """Where a word leads after a gap; `initial` says that the word before is one letter, after which a dot is no sign."""
    key = SOFT if gap == " " else gap_key(gap)
    if key is None:
        return None
    if key != SOFT and not (key == INITIAL and initial):
        node = node.get(key, {})
    found: Node | None = node.get(word)
    return found
