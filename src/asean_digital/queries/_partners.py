"""Partners joined by a dash in a name: in either order, and by each of their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from asean_digital.model.party import Party
from asean_digital.queries._spelling import SPACED_DASH, Step, steps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from asean_digital.registry import Registry

Words = tuple[str, ...]
Pair = tuple[int, int, Words]  # the first word of the two partners, the one after them, and another way to name both
_LONGEST = 3


class Partners:
    """The names of the parties as words.

    Args:
        registry: the records.

    """

    def __init__(self, registry: Registry) -> None:
        self._named: dict[Words, list[Words]] = {}
        for party in registry.of(Party):
            for lang in ("en", "vi"):
                texts = [wording.text for wording in party.names if wording.lang == lang]
                paths = [path for path in map(steps, texts) if 0 < len(path) <= _LONGEST]
                named = [words for path in paths for words in (_words(path), *(path[0].others if len(path) == 1 else ()))]
                for path in paths:
                    self._named.setdefault(_words(path), []).extend(named)

    def pairs(self, path: Sequence[Step]) -> Iterator[Pair]:
        """The other ways to name two partners that a dash joins in a name."""
        for middle in range(1, len(path)):
            if path[middle].gap == SPACED_DASH:
                left = self._found(path, [(first, middle) for first in range(max(0, middle - _LONGEST), middle)])
                right = self._found(path, [(middle, after) for after in range(min(len(path), middle + _LONGEST), middle, -1)])
                if left and right:
                    for one in self._ways(path, left):
                        for other in self._ways(path, right):
                            for words in ((*one, *other), (*other, *one), (*one, SPACED_DASH, *other), (*other, SPACED_DASH, *one)):
                                yield left[0], right[1], words

    def _found(self, path: Sequence[Step], spans: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
        return next((span for span in spans if _words(path[slice(*span)]) in self._named), None)

    def _ways(self, path: Sequence[Step], span: tuple[int, int]) -> Sequence[Words]:
        words = _words(path[slice(*span)])
        return list(dict.fromkeys([words, *self._named[words]]))


def _words(path: Sequence[Step]) -> Words:
    return tuple(step.word for step in path)
