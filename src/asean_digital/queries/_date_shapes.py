"""The shapes of dates: points such as *16/1/2026* or *tháng 1*, joined to ranges and lists, matched against kinds of words.

Shapes are regular expressions over the string of kinds (see `_date_words`), so that each is one line and none can run away.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from asean_digital.queries._date_words import Words

# A named group is a part of a date, with a number since names must differ: d day, m month, y year, q quarter, r a Roman number
# alone, h months of a year, a and b two figures of which one is the day, c a count of months. `#` is a number of one or two figures.
_YEAR = "(?:(?:,?[yu](?P<y@0>[Ym])|[-/.,]?(?P<y@1>Y)))?"
_OF = "(?:,?[od]{0,2}[yEu]?(?P<y@>Y))?"
_POINTS = (
    "(?P<y@>Y)-(?P<m@>#)-(?P<d@>#)",
    "(?P<y@>Y)/(?P<m@>#)/(?P<d@>#)",
    "g?(?P<a@>#)(?P<s@>[-/.])(?P<b@>#)(?P=s@)(?P<y@>Y)",
    "g?(?P<a@>#)(?P<s@>[/.])(?P<b@>#)(?P=s@)(?P<short@>2)(?![-/.][12Yx])",
    "(?P<d@>#)-(?P<m@>M)(?:-(?P<y@>Y))?",
    f"(?:g(?P<d@>[12my])(?P<t@>t)(?P<m@>[12my])|(?P<d@2>[12m])(?P<t@2>t)(?P<m@2>[12m]|y(?=[yu]))){_YEAR.replace('@', '@3')}",
    "g?(?P<a@>#)(?P<s@>[/.])(?P<b@>#)(?![/.][12Yx])",
    "g(?P<a@>#)(?P<days@>-)(?P<b@>#)(?![-/.,&tM12])",
    f"(?:(?P<d@>#)|(?P<d@2>N)(?=d?o))d?o?(?P<m@>M){_OF}",
    "(?P<first@>M)d?(?P<d@>[12N])(?:,?(?P<y@>Y))?",
    f"(?P<t@>t)(?P<m@>[12m]|y(?=[yu])|(?<![12m]t)y(?=Y)){_YEAR}",
    "(?P<m@>#)(?P<bare@>/)(?P<y@>Y)",
    f"(?P<m@>M)(?:-(?P<y@2>Y)|{_OF})",
    "(?:(?P<q@>Q)|(?P<r@>R)|q(?P<q@2>[12Rm]))(?:[-/.,]?[od]{0,2}[yEu]?(?P<y@>Y))?",
    "(?P<y@>Y)[-/]?(?P<q@>Q)",
    f"(?P<h@>H){_OF}",
    "(?P<c@>[12m])t(?P<v@>v)[yu](?P<y@>Y)?",
    "(?P<y@>Y)(?P<iso@>-)(?P<m@>2)(?![-.tM12Y]|/[12])",
    "(?:[yE]|(?<!d))(?P<y@>Y)|y(?P<y@2>m)",
    "(?:g(?P<d@>[12my])|(?P<d@2>[12mN]))(?:,?[yuE]?(?P<y@>Y))?",
)
_POINT = re.compile(
    r"(?:(?P<w>w)(?:,|(?P<bracket>\())?)?h?d?(?P<core>)(?:"
    + "|".join(shape.replace("@", f"_{number}_").replace("#", "[12]") for number, shape in enumerate(_POINTS))
    + r")(?(bracket)\)?)"
)
_WEEKDAY = re.compile(r"\((?P<one>w)\)?|,(?P<two>w)(?![,(]?[dghM12])")
_PARTS = tuple((name.split("_")[0], name.split("_")[1], index) for name, index in _POINT.groupindex.items() if name.count("_") == 2)
_GROUPS = {index: tuple((part, other) for part, of, other in _PARTS if of == number) for _, number, index in _PARTS}
"""For each group, the groups of its shape: the last one that matched tells which shape it was."""
_OPEN = frozenset(("bare", "r"))
"""Forms that what stands before them may change."""
_KINDS_OF_JOIN = {"T": "-", ",&": "&", ",|": "|"}
_FORMS = ("bare", "iso", "short", "days", "first", "t", "q", "r")
_FORMS_OF = {index: tuple(form for form in _FORMS if form in dict(parts)) for index, parts in _GROUPS.items()}
_JOIN = re.compile(r"(?P<j>,?&|-|T|,|/|,?\|)")
_BEFORE_WEEKDAY = frozenset("(,")
_FIGURES = frozenset("12")
_LATE = frozenset("vFH")
_BEFORE = frozenset("dfpSD")
_RANGES = frozenset("-T/")
_HEAD = re.compile(r"d?[fpSD]{0,2}")
_ENDING = re.compile(r"z|-Z|O(?![dhwMY12])|,?e|l|U")
_VAGUE = re.compile(r"(?:(?:[vF]|H(?=[od]{0,2}[Mt]))[-odu]{0,3}i?){1,3}")
_NUMBERS = re.compile(r"(?:[12](?:,?&|[-T,])){12}")
_MOST = 12
"""More days than this in one list are several dates."""


class Point(NamedTuple):
    """One end of a date: what is said of it, and where."""

    start: int
    """The index of its first kind."""
    end: int
    """The index after its last kind."""
    day: int | None = None
    """The day of the month."""
    month: int | None = None
    """The month."""
    year: int | None = None
    """The year."""
    months: tuple[int, int] | None = None
    """First and last month of a quarter or half; beyond 12 where there is no such quarter."""
    weekday: int | None = None
    """The weekday said with it, Monday 0."""
    figures: tuple[int, int] | None = None
    """Two figures of which one is the day and the other the month."""
    separator: str = ""
    """What stands between these figures."""
    form: str = ""
    """``t`` with *tháng*, ``bare`` figures of month and year, ``iso``, a ``short`` year, ``days`` or day and month, ``first`` the month, ``q`` or ``r`` a quarter."""

    @property
    def unit(self) -> str:
        """``day``, ``month`` (with the month said), ``months`` or ``year``."""
        if self.day is not None or self.figures:
            return "day"
        return "months" if self.months else "month" if self.month is not None else "year"

    @property
    def is_bare_day(self) -> bool:
        """Whether it is a number alone, which only what stands beside it makes a day or month."""
        return self.day is not None and self.month is None


class Shape(NamedTuple):
    """Points joined to a range or list, with the words before and after them that are part of it."""

    head: str
    """The kinds before the first point: ``f`` from, ``p`` period, ``S`` since."""
    start: int
    """The index of its first kind."""
    end: int
    """The index after its last kind."""
    points: tuple[Point, ...]
    """The points, one at least."""
    joins: tuple[str, ...]
    """What stands between them: ``-`` a range, ``&`` a list, ``|`` one or the other."""
    ending: str = ""
    """``z`` it goes on, ``e`` it ends we do not know when, ``l`` by the moon."""


def vague_head(words: Words, at: int) -> int | None:
    """Where a date would begin that these words make vague, as *late* does."""
    match = _VAGUE.match(words.kinds, at) if words.kinds[at : at + 1] in _LATE else None
    return match.end() if match else None


def shape_at(words: Words, at: int) -> Shape | None:
    """The longest range, list or point that begins at an index, or None."""
    kind = words.kinds[at : at + 1]
    if kind in _FIGURES and _NUMBERS.match(words.kinds, at):
        return None
    head = _HEAD.match(words.kinds, at) if kind in _BEFORE else None
    position = first = head.end() if head else at
    points: list[Point] = []
    joins: list[str] = []
    while len(points) < _MOST and (match := _POINT.match(words.kinds, position)):
        points.append(_point(match, words))
        join = _JOIN.match(words.kinds, points[-1].end) if points[-1].end < len(words.kinds) else None
        if join is None or (join["j"] in _RANGES and joins and joins[-1] in _RANGES) or (join["j"] == "/" and not _is_plain(points[-1])):
            break
        joins.append(join["j"])
        position = join.end()
    for length in range(len(points), 0, -1):
        joined = _joined(points[:length], joins[: length - 1], words.kinds[at:first])
        if joined:
            return _ended(words.kinds, at, first, *joined)
    return None


def _ended(kinds: str, at: int, first: int, points: tuple[Point, ...], joins: tuple[str, ...]) -> Shape:
    """The shape with what follows it, and of what leads to it the words that belong to it."""
    head = kinds[at:first]
    opens = "f" in head or "S" in head
    ending = _ENDING.match(kinds, points[-1].end) if points[-1].end < len(kinds) else None
    form = "" if ending is None else "z" if ending[0][-1] in "OZ" else ending[0][-1]
    if (ending is not None and ending[0] == "O" and not opens) or (form == "U" and not _is_plain(points[-1])) or (form in "zeU" and joins):
        form = ""
    belongs = "fpSD" if joins or form in {"z", "e"} or "S" in head else "pD"
    start = next((at + offset for offset, kind in enumerate(head) if kind in belongs), points[0].start) if head else points[0].start
    return Shape(head, start, ending.end() if ending is not None and form else points[-1].end, points, joins, form)


def _point(match: re.Match[str], words: Words) -> Point:
    said: dict[str, Any] = {}
    assert match.lastindex is not None
    for name, index in _GROUPS[match.lastindex]:
        where = match.start(index)
        if where >= 0:
            said[name] = words.tokens[where][3]
    weekday, end = words.tokens[match.start("w")][3] if match["w"] else None, match.end()
    if weekday is None and words.kinds[end : end + 1] in _BEFORE_WEEKDAY and (after := _WEEKDAY.match(words.kinds, end)):
        weekday, end = words.tokens[after.start("one" if after["one"] else "two")][3], after.end()
    quarter = said.get("q", said.get("r"))
    months = said.get("h")
    if quarter is not None:
        months = (3 * quarter - 2, 3 * quarter)
    elif "c" in said:
        months = (1, said["c"]) if said["v"] == "first" else (13 - said["c"], 12)
    return Point(
        match.start("core") if match["w"] is None else match.start(),
        end,
        said.get("d"),
        said.get("first", said.get("m")),
        said.get("y"),
        months,
        weekday,
        (said["a"], said["b"]) if "a" in said else None,
        said.get("s", ""),
        next(filter(said.__contains__, _FORMS_OF[match.lastindex]), ""),
    )


def _joined(points: list[Point], joins: list[str], head: str) -> tuple[tuple[Point, ...], tuple[str, ...]] | None:
    """The points with numbers alone made days or months by what stands beside them; None where that cannot be."""
    if len(points) == 1:
        return None if points[0].is_bare_day or points[0].form == "r" else ((points[0],), ())
    kinds = [_KINDS_OF_JOIN.get(join, join) for join in joins]
    if "f" in head and kinds == ["&"]:
        kinds = ["-"]  # between ... and ...
    for left, kind, right in zip(points, kinds, points[1:], strict=False):
        if kind == "/" and not (_is_plain(left) and _is_plain(right)):
            return None
        if kind == "," and left.year is not None and not (left.unit == right.unit == "year" and "&" in kinds):
            return None
    whole: list[Point] = []
    for index in range(len(points) - 1, -1, -1):
        point: Point | None = points[index]
        if points[index].is_bare_day or points[index].form in _OPEN:
            point = _placed(points[index], points[:index], whole, kinds[index - 1] if index else "")
        if point is None:
            return None
        whole.insert(0, point)
    return tuple(whole), tuple(["&" if kind == "," else "-" if kind == "/" else kind for kind in kinds])


def _is_plain(point: Point) -> bool:
    """Whether it is written as EDTF does: only such are joined by a stroke."""
    return point.unit == "year" or point.form == "iso" or (point.day is not None and point.year is not None and not point.form)


def _placed(point: Point, left: list[Point], right: list[Point], join: str) -> Point | None:
    """A point as the ones around it make it; None where nothing makes it one."""
    if point.is_bare_day and right and right[0].unit == "day":
        return point
    named = next((other for other in reversed(left) if not other.is_bare_day and other.form != "r"), None)
    form = named.form if named is not None and named.unit != "day" else ""
    number = point.day if point.is_bare_day else point.month if point.form == "bare" else None
    if point.form == "r":
        return point if form == "q" else None
    if point.is_bare_day and named is not None and named.form == "first":
        return point._replace(month=named.month) if join != "," or point.year is not None or right else None
    if number is None or form not in {"t", "q"}:
        return None if point.is_bare_day else point
    if point.year is None and (number > 12 or (join == "," and not right)):
        return None
    if form == "q":
        return point._replace(day=None, month=None, months=(3 * number - 2, 3 * number), form="q")
    return point._replace(day=None, month=number, form="t")
