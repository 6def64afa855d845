"""`card`: one record as HTML, every value with its sources folded under it; and how sets, answers and registries show themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from asean_digital.dataset import packaged
from asean_digital.exports._cards import Card
from asean_digital.exports._grids import Grid
from asean_digital.exports._html import STYLE, Html, Tongues
from asean_digital.exports._panels import Panel
from asean_digital.queries._registry import registry_or_packaged
from asean_digital.queries.finding import RefLike, find
from asean_digital.registry import Registry
from asean_digital.values.term import language

if TYPE_CHECKING:
    from asean_digital.model.record import Record
    from asean_digital.queries.matrices import Matrix
    from asean_digital.queries.provenance import Evidence
    from asean_digital.sets import Answers


def card(ref: RefLike, lang: str = "en", registry: Registry | None = None) -> Html:
    """One record as HTML: names, dates, relations and parts, each with its sources folded under it, what is disputed and what is not known.

    A record that is the last value of a notebook's cell shows the same card in English.

    Example:
        >>> import asean_digital as ad
        >>> shown = ad.card("meeting:adgmin-6", lang="vi")
        >>> "<h3>Hội nghị Bộ trưởng Số ASEAN lần thứ 6</h3>" in shown
        True

    Args:
        ref: the record, by reference, id, slug, name, acronym or code.
        lang: the language of labels, names and words: English or Vietnamese; where something exists in another one only, it says so.
        registry: the records; None for the packaged data.

    Returns:
        Text in HTML with its style, without script; it shows itself in a notebook.

    Raises:
        RecordNotFound, AmbiguousName: when the record is none or several.
        InvalidQuery: when the language is another one.

    """
    registry = registry_or_packaged(registry)
    whole = Tongues(find(ref, registry=registry), language(lang), registry).page()
    return Html(f"{STYLE}{Card(whole, registry).html()}")


def of_record(record: Record) -> str:
    """How a record shows itself: among the packaged ones, or, where it is none of them, as one added to them."""
    registry = packaged()
    if registry.get(record.id) != record:
        others = (each for each in registry if each.id != record.id)
        registry = Registry((*others, record), check=False)
    return card(record.ref, registry=registry)


def of_answers(answers: Answers[Any]) -> str:
    """How a set of records or the rows of an answer show themselves."""
    return f"{STYLE}{Grid(packaged(), 'en').html(answers)}"


def of_registry(registry: Registry) -> str:
    """How a registry shows itself."""
    return f"{STYLE}{Panel(registry, 'en').registry_table()}"


def of_evidence(evidence: Evidence) -> str:
    """How the evidence of a path shows itself."""
    return f"{STYLE}{Panel(packaged(), 'en').evidence(evidence)}"


def of_matrix(matrix: Matrix) -> str:
    """How a matrix shows itself."""
    return f"{STYLE}{Panel(packaged(), matrix.lang).matrix(matrix)}"
