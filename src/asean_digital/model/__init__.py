"""Records and parts, one module a kind.

`KINDS` is the only list of kinds; a class is imported when it is first asked for.
"""

from __future__ import annotations

import importlib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from asean_digital.model.record import Record

KINDS: dict[str, tuple[str, str, str]] = {
    "party": ("party", "Party", "parties"),
    "body": ("body", "Body", "bodies"),
    "person": ("person", "Person", "people"),
    "series": ("series", "MeetingSeries", "meeting_series"),
    "meeting": ("meeting", "Meeting", "meetings"),
    "declaration": ("declaration", "Declaration", "declarations"),
    "plan": ("plan", "Plan", "plans"),
    "guide": ("guide", "Guide", "guides"),
    "agreement": ("agreement", "Agreement", "agreements"),
    "partnership": ("partnership", "Partnership", "partnerships"),
    "programme": ("programme", "Programme", "programmes"),
    "statistic": ("statistic", "Statistic", "statistics"),
    "topic": ("topic", "Topic", "topics"),
    "source": ("source", "Source", "sources"),
}
"""Kind to module, class name and plural: the only list of kinds."""


def kind_class(kind: str) -> type[Record]:
    """The class of a kind, imported on first use."""
    module, name, _ = KINDS[kind]
    cls: type[Record] = getattr(importlib.import_module(f"asean_digital.model.{module}"), name)
    return cls
