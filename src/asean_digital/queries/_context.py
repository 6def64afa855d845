"""What must hold around a name in a text, so that it is that name and not a part of another or an everyday word."""

from __future__ import annotations

import math
import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

from asean_digital.laws import references
from asean_digital.queries._spelling import BRACKETS, is_everyday, is_function_word, is_syllable, marked, words_of
from asean_digital.queries.acts import every_act
from asean_digital.queries.days import ASEAN
from asean_digital.values._fold import DOUBLE_QUOTES, fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from asean_digital.queries._naming import Form
    from asean_digital.registry import Registry
    from asean_digital.values import Ref

_YEAR_AFTER = re.compile(r"\s(?:năm |in )?((?:19|20)\d\d)(?![\d.,]*\d|\w)")
_NAME_BEFORE = re.compile(r"[\w,] ([^\W\d_]+) $")
_WORD_AFTER = re.compile(r" ([^\W\d_]+)")
_SIDE_BEFORE = re.compile(r"\b(?:North|South|East|West|Central|Northern|Southern|Eastern|Western|Air)[ -]$")
_SIDE_ENDS = frozenset("hlnrt")  # how these words end
_WATERS_AFTER = re.compile(r" (?:Sea|Ocean|Strait|Gulf|Airlines|Airways|Times|Daily|Post|News|Today|Dollars?|Dương)\b", re.IGNORECASE)
_LETTERS_BEFORE = re.compile(r"((?:[\w'’&-]+ ){1,12})\($")


class Context:
    """A text as the surroundings of names.

    Args:
        text: the text as given.
        registry: the records that are named.

    """

    def __init__(self, text: str, registry: Registry) -> None:
        self.text = text
        self.registry = registry
        self.described: dict[int, Ref[Any]] = {}  # where a record is described, not named

    def unbacked(self, named: set[Ref[Any]]) -> set[int]:
        """Where a record is described in a text that names neither it, nor ASEAN, nor something that it belongs to."""
        found = set()
        for start, ref in self.described.items():
            belongs = {other for _, other in references(self.registry[ref]) if other.kind not in {"party", "topic", "source"}}
            if not named & {ref, ASEAN, *belongs}:
                found.add(start)
        return found

    @cached_property
    def marked(self) -> bool:
        """Whether any Latin letter of the text has a mark."""
        return marked(self.text)

    def fitting(self, forms: Sequence[Form], start: int, end: int) -> Sequence[Form]:
        """The forms that a span bears: those with the marks of the name, or else those without; none where it names something else."""
        fitting = [form for form in forms if self._fits(form, start, end)]
        fitting = [form for form in fitting if not form.bare] or fitting
        fitting = [form for form in fitting if not (form.doubtful and self._is_another(form, start, end))]
        self.described.update((start, form.ref) for form in fitting if form.described)
        return fitting

    def end(self, forms: Sequence[Form], end: int) -> int:
        """Where the name ends with the bracket or quotation mark that closes it."""
        for form in forms:
            if form.tail and (form.tail in BRACKETS or _is_quote(self.text[end : end + 1])):
                return end + 1
        return end

    def _fits(self, form: Form, start: int, end: int) -> bool:
        if form.tail and form.tail in BRACKETS and self.text[end : end + 1] != form.tail:
            return False
        if form.bare:
            return form.bare > 2 or not self.marked
        if form.capitals:
            return not (form.outer and self._is_word(start, end)) and not self._is_spelt_out(form, start, end)
        return not (form.syllable and self._within_a_name(start, end))

    def _within_a_name(self, start: int, end: int) -> bool:
        """Whether one Vietnamese syllable stands in a longer name of a person or place, or in a text that is not Vietnamese."""
        if self.text[start:end].isascii() and not self.marked:
            return True
        before = _NAME_BEFORE.search(self.text[max(0, start - 30) : start])
        after = _WORD_AFTER.match(self.text, end, end + 12)
        return bool(before and before[1].istitle() and len(before[1]) > 1) or bool(after and after[1].istitle() and is_syllable(after[1]))

    def _is_word(self, start: int, end: int) -> bool:
        """Whether a short acronym is an everyday word that stands in capitals because all around it does."""
        word = self.text[start:end].casefold()
        if not is_function_word(word) and not (self.marked and is_everyday(word)):
            return False
        before, after = self.text[max(0, start - 30) : start].rpartition("\n")[2], self.text[end : end + 30].partition("\n")[0]
        if before.endswith(("THE ", "-", "–")) or after.startswith(("-", "–")):
            return False
        return f"{before}{after}".isupper() and len(before.split()) + len(after.split()) > 1

    def _is_spelt_out(self, form: Form, start: int, end: int) -> bool:
        """Whether an acronym in brackets stands for the words before them, and these are no name of the record."""
        if self.text[start - 1 : start] != "(" or self.text[end : end + 1] != ")":
            return False
        before = _LETTERS_BEFORE.search(self.text[max(0, start - 200) : start])
        words = words_of(before[1]) if before else []
        letters = [c.casefold() for c in self.text[start:end] if c.isalpha()]
        initials = [word for word in words if word[0].isupper()][-len(letters) :]
        if [word[0].casefold() for word in initials] != letters:
            return False
        said = {fold(word) for wording in self.registry[form.ref].names for word in words_of(wording.text)}
        return 2 * sum(fold(word) in said for word in initials) < len(initials)

    def _is_another(self, form: Form, start: int, end: int) -> bool:
        """Whether what stands beside a name makes it the name of something else: another year, or a sea, a newspaper, an airline."""
        if form.kind == "party":
            if self.text[end : end + 1] == " " and _WATERS_AFTER.match(self.text, end, end + 12):
                return True
            return self.text[start - 2 : start - 1] in _SIDE_ENDS and _SIDE_BEFORE.search(self.text[max(0, start - 12) : start]) is not None
        after = _YEAR_AFTER.match(self.text, end, end + 16)
        return after is not None and not self._of(form, int(after[1]))

    def _of(self, form: Form, year: int) -> bool:
        """Whether a year is one of a record, or none is known of it."""
        known = self.registry.derived(_years).get(form.ref.text, ())
        return not known or any(first <= year <= last for first, last in known)


def _years(registry: Registry) -> dict[str, list[tuple[int, float]]]:
    """The years of each record: those of its own moment, and of the acts upon it."""
    moments = [(record.id, record.moment) for record in registry]
    moments += [(row.act.target.text, row.when) for row in every_act(registry) if row.act.target and not row.act.expected]
    found: dict[str, list[tuple[int, float]]] = {}
    for record, moment in moments:
        if moment is not None:
            found.setdefault(record, []).append((moment.earliest.year, moment.latest.year if moment.latest else math.inf))
    return found


def _is_quote(sign: str) -> bool:
    return sign != "" and sign in f'"{DOUBLE_QUOTES}'
