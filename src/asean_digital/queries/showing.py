"""Values for readers: names instead of references, dates and quantities in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from asean_digital.model._spec import Part
from asean_digital.model.wording import Wording, best
from asean_digital.values import Bound, PartialDate, Period, Quantity, Ref, Term

if TYPE_CHECKING:
    from asean_digital.registry import Registry


def text_of(value: Any, registry: Registry, lang: str = "en") -> str:
    """A value for readers: names instead of references, dates and quantities in words."""
    if isinstance(value, tuple):
        return ", ".join(text_of(item, registry, lang) for item in value)
    if isinstance(value, Wording):
        return value.text
    if isinstance(value, Ref):
        record = registry.get(value)
        return (record.name_in(lang) or record.name) if record else value.text
    if isinstance(value, PartialDate | Period | Quantity | Term | Bound):
        return value.label(lang)
    if isinstance(value, Part):
        return part_text(value, registry, lang)
    return "" if value is None else str(value)


def part_text(part: Any, registry: Registry, lang: str = "en") -> str:
    """A part in a few words: what it does or is, to or about what."""
    pieces = []
    for name in ("verb", "role", "form", "medal"):
        value = getattr(part, name, None)
        if isinstance(value, Term):
            pieces.append(value.label(lang))
    for name in ("person", "target", "party", "organisation", "body"):
        value = getattr(part, name, None)
        if isinstance(value, Ref):
            pieces.append(text_of(value, registry, lang))
    for name in ("words", "post", "work"):
        wordings = getattr(part, name, ())
        if wordings:
            pieces.append((best(wordings, lang) or wordings[0]).text)
    for name in ("on", "since"):
        value = getattr(part, name, None)
        if isinstance(value, PartialDate):
            pieces.append(value.label(lang))
    return ": ".join(filter(None, (pieces[0] if pieces else part.key, ", ".join(pieces[1:]))))
