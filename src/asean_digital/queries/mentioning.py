"""`mentions`: the records that are named in a running text, with offsets."""

from __future__ import annotations

from functools import cache
from itertools import accumulate, compress
from typing import TYPE_CHECKING, Any

import attrs

from asean_digital.errors import InvalidQuery, shown
from asean_digital.model import KINDS
from asean_digital.queries._context import Context
from asean_digital.queries._naming import Form, tree
from asean_digital.queries._reading import Names, Reached, State
from asean_digital.queries._registry import registry_or_packaged
from asean_digital.sets import Answers
from asean_digital.values import Ref

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from asean_digital.registry import Registry

_END = "\n\n"  # stands after the last piece, so that no name goes on
_NOT_TALKED_ABOUT = frozenset({"source", "statistic"})


@attrs.frozen(kw_only=True, slots=False)  # made by the million: without slots in half the time
class Mention:
    """A place in a text where a record is named."""

    start: int
    """The offset of the first character, in the text as given."""
    end: int
    """The offset after the last one: ``text[start:end]`` is `text`."""
    text: str
    """The words as they stand there."""
    ref: Ref[Any] | None
    """The record; None where several bear the name."""
    kind: str | None
    """Its kind; where several bear the name, the kind that all of them have, or None."""
    candidates: tuple[Ref[Any], ...]
    """The records that bear the name where they are several, sorted; else empty."""


def mentions(text: str, kinds: Iterable[str] | None = None, registry: Registry | None = None) -> Answers[Mention]:
    """Every record that a Vietnamese or English text names, with the offsets of the name.

    Of names that begin at one place the longest counts, and none overlaps another. A name stands between the ends of words.
    Case, kinds of dash and quotation mark, white space and a line break within a name do not count; acronyms must be in
    capitals. Ordinals of meetings may be in figures or in words. Nothing is guessed: a name that several records bear has
    candidates, and a place named in a title is not that title.

    Example:
        >>> import asean_digital as ad
        >>> text = "Hội nghị Bộ trưởng Số ASEAN lần thứ sáu thông qua ADM 2030."
        >>> for row in ad.mentions(text):
        ...     print(row.start, row.end, row.text, row.ref)
        0 39 Hội nghị Bộ trưởng Số ASEAN lần thứ sáu meeting:adgmin-6
        50 58 ADM 2030 plan:adm-2030

    Args:
        text: the text, in any normal form.
        kinds: the kinds to report, such as ``["plan", "party"]``; None for all but sources and statistics, whose titles are
            not talked about by name. What is named within a longer name is not reported even when that one's kind is left out.
        registry: the records; None for the packaged data.

    Returns:
        The mentions in the order of the text; empty where nothing is named.

    Raises:
        InvalidQuery: when the text is none, or a kind is unknown.

    """
    if not isinstance(text, str):
        msg = f"a text must be str, not {shown(text)}; decode bytes first"
        raise InvalidQuery(msg)
    wanted = _kinds(kinds)
    registry = registry_or_packaged(registry)
    return Answers(_found(text, registry.derived(_names(wanted & _NOT_TALKED_ABOUT)), wanted, registry))


def _kinds(kinds: Iterable[str] | None) -> frozenset[str]:
    if kinds is None:
        return frozenset(KINDS) - _NOT_TALKED_ABOUT
    asked = tuple([kinds] if isinstance(kinds, str) else kinds)
    for kind in asked:
        if kind not in KINDS:
            msg = f"kinds must be of {', '.join(KINDS)}, not {shown(kind)}"
            raise InvalidQuery(msg)
    return frozenset(asked)


@cache
def _names(extra: frozenset[str]) -> Callable[[Registry], Names]:
    """The maker of the names that are always looked for, with these kinds beside them."""
    kinds = frozenset(KINDS) - _NOT_TALKED_ABOUT | extra

    def make(registry: Registry) -> Names:
        return Names(tree(registry, kinds))

    return make


def _found(text: str, names: Names, wanted: frozenset[str], registry: Registry) -> list[Mention]:
    context = Context(text, registry)
    found = _read(text, names, wanted, context)
    if not context.described:
        return found
    every = found if wanted >= frozenset(KINDS) - _NOT_TALKED_ABOUT else _read(text, names, frozenset(KINDS), context)
    named = [row for row in every if row.start not in context.described]
    unbacked = context.unbacked({ref for row in named for ref in (row.ref, *row.candidates) if ref is not None})
    return [row for row in found if row.start not in unbacked]


def _read(text: str, names: Names, wanted: frozenset[str], context: Context) -> list[Mention]:
    pieces = text.split(" ")
    heads = list(map(names.__getitem__, pieces))
    pieces.append(_END)
    places: list[int] = []  # where each piece begins, spaces left out
    found: list[Mention] = []
    taken, free = 0, 0  # the piece that the last mention has taken last, and its first word that is free
    for number in compress(range(len(heads)), heads):
        for first, place, state in heads[number] or ():
            following = state[pieces[number + 1]]
            reached = state.reached if following is None else _reached(following, pieces, number + 1)
            if not reached or number < taken or (number == taken and first < free):
                continue
            for depth, ending in reached:
                places = places or list(accumulate(map(len, pieces), initial=0))
                last = number + depth
                start, end = places[number] + number + place, places[last] + last + ending.stop
                forms = (ending.sure,) if ending.sure else context.fitting(ending.forms, start, end)
                if forms:
                    taken, free = last, ending.word + 1
                    found += _mention(text, start, end if ending.sure else context.end(forms, end), forms, wanted)
                    break
    return found


def _reached(state: State, pieces: list[str], number: int) -> Reached:
    """Where the names may end that have come to a state at a piece, the longest first."""
    while True:
        number += 1
        following = state[pieces[number]]
        if following is None:
            return state.reached
        state = following


def _mention(text: str, start: int, end: int, forms: Sequence[Form], wanted: frozenset[str]) -> list[Mention]:
    """The mention of a name, none where its records are of no wanted kind."""
    form = forms[0]
    if len(forms) == 1:
        if form.kind not in wanted:
            return []
        return [Mention(start=start, end=end, text=text[start:end], ref=form.ref, kind=form.kind, candidates=())]
    refs = tuple(sorted({form.ref for form in forms if form.kind in wanted}, key=str))
    if not refs:
        return []
    one, kinds = len(refs) == 1, {ref.kind for ref in refs}
    return [
        Mention(
            start=start,
            end=end,
            text=text[start:end],
            ref=refs[0] if one else None,
            kind=refs[0].kind if len(kinds) == 1 else None,
            candidates=() if one else refs,
        )
    ]
