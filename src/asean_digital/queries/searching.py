"""`search`: the records whose names are like some words, ranked; `match`: what each of many names means, without an error for a miss."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from asean_digital.errors import InvalidQuery, shown
from asean_digital.model import KINDS
from asean_digital.queries._registry import registry_or_packaged
from asean_digital.queries.finding import candidates, check_kind
from asean_digital.sets import Answers
from asean_digital.values import Ref, Term
from asean_digital.values._index import Found, Likeness, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from asean_digital.registry import Registry


class MatchStatus(Term):
    """What became of a name."""

    EXACT = "exact", "one record", "một bản ghi"
    AMBIGUOUS = "ambiguous", "several records", "nhiều bản ghi"
    NONE = "none", "no record", "không có bản ghi"


@attrs.frozen(kw_only=True)
class Match:
    """What one name means."""

    name: str
    """The name as it was given."""
    status: MatchStatus
    """Whether one record bears it, several, or none."""
    ref: Ref[Any] | None
    """The record; None where there is not exactly one."""
    candidates: tuple[Ref[Any], ...]
    """All records that bear it."""


@attrs.frozen(kw_only=True)
class Hit:
    """A record that a search found."""

    record: Ref[Any]
    """The record."""
    name: str
    """Which of its names, codes or ids is like what was asked."""
    score: float
    """How much it is what was asked: 1 for the name itself; only the order within one answer means something."""
    why: Likeness
    """In what way it is like it."""


def match(names: Iterable[str], kind: str | None = None, registry: Registry | None = None) -> Answers[Match]:
    """What each of many names means, as `find` takes them; a name that none or several bear is a row and no error.

    Example:
        >>> import asean_digital as ad
        >>> for row in ad.match(["Hội nghị Bộ trưởng Số ASEAN lần thứ 6", "adgmin 6", "WG-XX"]):
        ...     print(row.status.value, row.ref)
        exact meeting:adgmin-6
        exact meeting:adgmin-6
        none None

    Args:
        names: the names, such as a column of a table.
        kind: a kind to look in alone, such as ``"party"``.
        registry: the records; None for the packaged data.

    Returns:
        One row a name, in the order given. Text without a letter or number names nothing.

    Raises:
        InvalidQuery: when the names are one text, one of them is no text, or the kind is none.

    """
    registry = registry_or_packaged(registry)
    check_kind(kind)
    if isinstance(names, str):
        msg = f"names must be several, such as a list, not {shown(names)}; for one name take asean_digital.find"
        raise InvalidQuery(msg)
    rows = []
    for number, name in enumerate(names):
        if not isinstance(name, str):
            msg = f"name {number} must be text, not {shown(name)}; leave out what is empty, or write ''"
            raise InvalidQuery(msg)
        refs = tuple(Ref[Any](found) for found in candidates(name, kind, registry))
        status = MatchStatus.EXACT if len(refs) == 1 else MatchStatus.AMBIGUOUS if refs else MatchStatus.NONE
        rows.append(Match(name=name, status=status, ref=refs[0] if len(refs) == 1 else None, candidates=refs))
    return Answers(rows, reason="" if rows else "no name was given")


def search(
    query: str, kinds: str | Iterable[str] | None = None, limit: int = 10, *, prefix: bool = False, registry: Registry | None = None
) -> Answers[Hit]:
    """The records whose names are like some words, the best first, in any language.

    Case, Latin marks, kinds of dash and the blanks between words do not count. First come the records that bear the name itself,
    then those with all the words in a name, the shorter names first. Only where there is none of these, one or two typos are
    allowed for.

    Example:
        >>> import asean_digital as ad
        >>> hit = ad.search("tuyen bo hanoi")[0]
        >>> hit.record, hit.name, hit.why.label("en")
        (Ref('declaration:hanoi-declaration-2026'), 'Tuyên bố Hà Nội', 'the name with its words run together or apart')
        >>> ad.search("hanoi declartion", kinds="declaration")[0].why.label("en")
        'nearly the same letters'

    Args:
        query: names, words of names, acronyms, codes or ids.
        kinds: a kind, or several, to look in alone.
        limit: how many records at most.
        prefix: whether the last word may be only begun, for a form that asks while one types.
        registry: the records; None for the packaged data.

    Returns:
        One row a record, the best first; empty with a reason when nothing is like it.

    Raises:
        InvalidQuery: when the query has no letter or number, a kind is none, or the limit is less than 1.

    """
    registry = registry_or_packaged(registry)
    wanted = _asked_kinds(kinds)
    if not isinstance(limit, int) or isinstance(limit, bool) or limit < 1:
        msg = f"limit must be a whole number of at least 1, not {shown(limit)}"
        raise InvalidQuery(msg)
    if not isinstance(query, str) or not words_of(query):
        msg = f"query must be text with a letter or number, not {shown(query)}; for all records of a kind take asean_digital.meetings and the like"
        raise InvalidQuery(msg)
    if any("\ud800" <= char <= "\udfff" for char in query):
        msg = f"query must be valid Unicode, not {shown(query)}; it holds half of a surrogate pair, so decode it anew"
        raise InvalidQuery(msg)
    found = registry.index.search(query, wanted, limit, prefix=prefix)
    direct = registry.get(query.strip())
    if direct is not None and (wanted is None or direct.KIND in wanted):
        itself = Found(direct.id, query.strip(), 1.0, Likeness.ID)
        found = [itself, *(each for each in found if each.owner != direct.id)][:limit]
    hits = [Hit(record=Ref(each.owner), name=each.name, score=each.score, why=each.why) for each in found]
    return Answers(hits, reason="" if hits else f"no name is like {shown(query)}")


def _asked_kinds(kinds: str | Iterable[str] | None) -> frozenset[str] | None:
    if kinds is None:
        return None
    wanted = [kinds] if isinstance(kinds, str) else list(kinds)
    for kind in wanted:
        check_kind(kind)
    if not wanted:
        msg = f"kinds must name a kind, or be None for all; the kinds are {', '.join(KINDS)}"
        raise InvalidQuery(msg)
    return frozenset(wanted)
