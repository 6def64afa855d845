"""`find` and `get`: the one record of a name, id, slug, acronym or code; never fuzzy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, overload

from asean_digital.errors import AmbiguousName, InvalidQuery, RecordNotFound, shown
from asean_digital.model import KINDS
from asean_digital.model.record import Record
from asean_digital.queries._registry import registry_or_packaged
from asean_digital.values import Ref

if TYPE_CHECKING:
    from collections.abc import Iterable

    from asean_digital.registry import Registry

R = TypeVar("R", bound=Record)
RefLike = Record | Ref[Any] | str


def check_kind(kind: object) -> None:
    """Nothing, when it is a kind or None.

    Raises:
        InvalidQuery: when it is neither.

    """
    if kind is not None and (not isinstance(kind, str) or kind not in KINDS):
        msg = f"kind must be one of {', '.join(KINDS)}, not {shown(kind)}"
        raise InvalidQuery(msg)


def candidates(name: str, kind: str | None, registry: Registry) -> tuple[str, ...]:
    """The ids that a name may mean; of a name with another one in brackets behind it, as acronyms are introduced, those that bear both."""
    ids = _bearers(name, kind, registry)
    text = name.strip()
    for opening, closing in ("()", "（）"):
        if not ids and text.endswith(closing):
            one, _, other = text[:-1].rpartition(opening)
            others = _bearers(other, kind, registry)
            ids = tuple(each for each in _bearers(one, kind, registry) if each in others)
    return ids


def _bearers(name: str, kind: str | None, registry: Registry) -> tuple[str, ...]:
    """That id, else those that bear the name as printed, else alike, else those of that slug."""
    direct = registry.get(name.strip())
    if direct is not None and kind in (None, direct.KIND):
        return (direct.id,)
    for ids in registry.bearing(name):
        of_kind = tuple(i for i in ids if kind is None or i.partition(":")[0] == kind)
        if kind is None:  # the title of a page is often the name of what it is about
            of_kind = tuple(i for i in of_kind if not i.startswith("source:")) or of_kind
        if of_kind:
            return of_kind
    slug = name.strip().casefold()
    found = [registry.get(f"{each}:{slug}") for each in ([kind] if kind else KINDS)]
    return tuple(record.id for record in found if record is not None)


def find(name: RefLike, kind: str | None = None, registry: Registry | None = None) -> Record:
    """The one record of a name: full name, acronym, code, slug or id, in any language seen.

    Case, Latin marks, kinds of dash and white space do not count. A name beats a slug. A name may be followed by another one of
    the same record in brackets, as texts introduce acronyms. Nothing is guessed: for words that are only near, there is a clear
    error that names what is.

    Example:
        >>> import asean_digital as ad
        >>> ad.find("tuyen bo ha noi ve hop tac so")
        <Declaration hanoi-declaration-2026: Hanoi Declaration on Digital Cooperation>
        >>> ad.find("japan").id
        'party:japan'

    Args:
        name: what to look for; a record or reference goes through.
        kind: a kind to look in alone, such as ``"plan"``.
        registry: the records; None for the packaged data.

    Returns:
        The record.

    Raises:
        AmbiguousName: when several records bear the name; the error lists their ids.
        RecordNotFound: when none does; the error lists up to three near ones.
        InvalidQuery: when the name is empty or the kind is none.

    """
    registry = registry_or_packaged(registry)
    check_kind(kind)
    if isinstance(name, Record):
        name = name.ref
    if isinstance(name, Ref):
        named: Record = registry[name]
        return named
    if not isinstance(name, str) or not name.strip():
        msg = f"a name must be text that is not empty, not {shown(name)}; for the list of a kind take asean_digital.meetings and the like"
        raise InvalidQuery(msg)
    ids = candidates(name, kind, registry)
    if len(ids) == 1:
        return registry[ids[0]]
    if ids:
        raise AmbiguousName(name, ids)
    raise RecordNotFound(name, registry.near(name, kind))


@overload
def get(ref: Ref[R], registry: Registry | None = None) -> R | None: ...
@overload
def get(ref: str, registry: Registry | None = None) -> Record | None: ...
def get(ref: Any, registry: Registry | None = None) -> Any:
    """The record of a reference or id, or None.

    Example:
        >>> import asean_digital as ad
        >>> ad.get("plan:adm-2030")
        <Plan adm-2030: ASEAN Digital Masterplan 2030>
        >>> ad.get("plan:adm-2099") is None
        True

    Args:
        ref: a `Ref` or ``"kind:slug"``.
        registry: the records; None for the packaged data.

    """
    return registry_or_packaged(registry).get(ref)


def chosen(of: RefLike | None, registry: Registry) -> Iterable[Record]:
    """The record asked for, or all."""
    return registry if of is None else (find(of, registry=registry),)
