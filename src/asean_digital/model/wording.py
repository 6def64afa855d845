"""`Wording`: a name, title, theme, post or phrase in one language, with its standing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from asean_digital.model import _spec
from asean_digital.model._spec import Part, Rule, rule
from asean_digital.model.evidence import Citation, _no_supports
from asean_digital.values import Term, _checks
from asean_digital.values._checks import Broken

if TYPE_CHECKING:
    from collections.abc import Iterator


class WordingStatus(Term):
    """Where a wording stands in print."""

    OFFICIAL = "official", "official", "chính thức"
    PRESS = "press", "as in the press", "theo báo chí"
    VARIANT = "variant", "variant", "cách viết khác"
    ACRONYM = "acronym", "acronym", "viết tắt"
    FORMER = "former", "former", "tên cũ"
    OURS = "ours", "our wording", "cách gọi của chúng tôi"


@rule("key", "lang")
def _key_begins_with_language(subject: Any) -> Iterator[tuple[str, Broken, object]]:
    if subject.key != subject.lang and not subject.key.startswith(f"{subject.lang}-"):
        yield "key", Broken("must be the language tag, alone or followed by a word", f"write it like '{subject.lang}'"), subject.key


@rule("status", "citations")
def _ours_has_no_citation(subject: Any) -> Iterator[tuple[str, Broken, object]]:
    if subject.status is WordingStatus.OURS and subject.citations:
        yield "citations", Broken("must be empty where the status is ours", "give the wording the status of its source"), None
    yield from _no_supports(subject)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Wording(Part):
    """A name, title, theme, post or phrase as it stands in one language.

    Example:
        >>> wording = Wording(key="en", text="ASEAN Digital Masterplan 2030", lang="en", status=WordingStatus.OURS)
        >>> str(wording)
        'ASEAN Digital Masterplan 2030'

    """

    RULES: ClassVar[tuple[Rule, ...]] = (_key_begins_with_language, _ours_has_no_citation)

    key: str = attrs.field(metadata=_spec.text(_checks.wording_key))
    """The bare language tag for the best wording of that language, else ``<lang>-<word>``; unique in its field."""
    text: str = attrs.field(metadata=_spec.text())
    """The words: NFC, trimmed, never empty."""
    lang: str = attrs.field(metadata=_spec.text(_checks.language))
    """Their language, a BCP 47 tag."""
    status: WordingStatus = attrs.field(metadata=_spec.term(WordingStatus))
    """Where they stand in print; `ours` has no citation."""
    citations: tuple[Citation, ...] = attrs.field(default=(), metadata=_spec.parts(Citation))
    """Who prints them; inside a part a wording without citations rests on the part's."""

    def __str__(self) -> str:
        return self.text


def best(wordings: tuple[Wording, ...], lang: str) -> Wording | None:
    """The best wording of a language: the one whose key is the bare tag, else the first that is no acronym, else the first."""
    of_lang = [wording for wording in wordings if wording.lang == lang or wording.lang.partition("-")[0] == lang]
    of_lang.sort(key=lambda wording: (wording.key != lang, wording.status in {WordingStatus.ACRONYM, WordingStatus.FORMER}))
    return of_lang[0] if of_lang else None
