"""Whether a shape in running text is a date: what stands around it, and whether its words say so."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from asean_digital.queries._date_shapes import Shape
    from asean_digital.queries._date_words import Words

_ATTACHED = frozenset("/.+#=_@&?$€£\\-")
_HYPHENS = frozenset("-/_")
"""What joins a word to a longer one, as in the names of files."""
_AFTER = re.compile(r"[/][^\W_]|-[0-9]|[.,:][0-9]|\s?[%°$€]")
_COUNTED = re.compile(
    r"\s+(?:people|persons|participants|delegates|entries|students|jobs|companies|villages|người|đại\s+biểu|doanh\s+nghiệp|việc\s+làm|sinh\s+viên)(?!\w)"
)
_LEADS = frozenset("fTobiOS")
"""What may stand before a year alone: from, to, of, by, in, on, since."""
_NEAR = range(1800, 2200)


def stands(words: Words, shape: Shape, *, is_vague: bool) -> bool:
    """Whether a shape is a date where it stands; `is_vague` after such words as *late*, which may stand before a year alone."""
    start, end = words.tokens[shape.start][1], words.tokens[shape.end - 1][2]
    first = words.lower[start]
    before = words.text[start - 1 : start]
    if before in _HYPHENS and before and first.isascii():
        return False
    if first.isdigit() and (before in _ATTACHED or (before in {":", ","} and words.lower[max(start - 2, 0)].isdigit())) and before:
        return False
    if words.lower[end - 1].isdigit() and _AFTER.match(words.lower, end):
        return False
    previous = words.kinds[shape.start - 1] if shape.start else " "
    if is_vague:
        return True
    kinds = words.kinds[shape.start : shape.end]
    units = {point.unit for point in shape.points}
    if units == {"year"}:
        return _year_stands(words, shape, kinds, previous, end)
    return _figures_stand(shape, kinds, "(" if before == "(" else previous)


def _year_stands(words: Words, shape: Shape, kinds: str, previous: str, end: int) -> bool:
    """Years: with their word, after a preposition, or two of them as a range."""
    if any(kind in "yEpDS" for kind in kinds) or shape.ending in {"z", "e"}:
        return True
    years = [point.year for point in shape.points if point.year is not None]
    if not all(year in _NEAR for year in years) or _COUNTED.match(words.lower, end):
        return False
    if "-" in shape.joins:
        return all(one <= two for one, two in pairwise(years))
    return previous in _LEADS or "f" in shape.head


def _figures_stand(shape: Shape, kinds: str, previous: str) -> bool:
    """Figures without words or year, and month names alone: only after words that lead to a date."""
    one = shape.points[0] if len(shape.points) == 1 else None
    has_year = any(point.year is not None for point in shape.points)
    if one is not None and one.form in {"bare", "iso"} and one.day is None:
        return previous != "L" and (one.form == "iso" or previous in _LEADS or "f" in shape.head)
    if any(point.form == "short" for point in shape.points):
        return "g" in kinds
    figures = [point.figures for point in shape.points if point.figures]
    if any(max(pair) > 31 or min(pair) > 12 for pair in figures) and "g" not in kinds:
        return False
    if figures and not has_year:
        is_led = "g" in kinds or "w" in kinds or previous in "ghO(" or (bool(shape.joins) and "f" in shape.head)
        return is_led and (("g" in kinds or previous == "h") or all(point.separator != "." for point in shape.points))
    if one is not None and not has_year and one.unit == "month" and one.form == "":
        return previous in _LEADS or "f" in shape.head
    return not (one is not None and one.form == "r")
