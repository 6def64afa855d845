"""`Quantity`: a number with its unit and whether it is exact."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from asean_digital.errors import InvalidRecord, Problem, shown
from asean_digital.values import _checks
from asean_digital.values.term import Term, language

if TYPE_CHECKING:
    from decimal import Decimal

_UNITS = {
    "count": ("", ""),
    "percent": ("%", "%"),
    "day": ("days", "ngày"),
    "minute": ("minutes", "phút"),
    "month": ("months", "tháng"),
    "people": ("people", "người"),
    "score": ("points", "điểm"),
    "year": ("years", "năm"),
}
_MAGNITUDES = ((10**12, "trillion", "nghìn tỉ"), (10**9, "billion", "tỉ"), (10**6, "million", "triệu"))


class QuantityBound(Term):
    """How a number is meant."""

    EXACT = "exact", "exactly", "đúng"
    AT_LEAST = "at_least", "at least", "ít nhất"
    ABOUT = "about", "about", "khoảng"


@attrs.frozen
class Quantity:
    """A number with its unit; never a float.

    Example:
        >>> from decimal import Decimal
        >>> Quantity(Decimal("224000000000"), "USD", QuantityBound.EXACT).label("vi")
        '224 tỉ USD'
        >>> Quantity(Decimal(300), "count", QuantityBound.AT_LEAST).label("en")
        'at least 300'

    Raises:
        InvalidRecord: when the amount is no finite Decimal, the unit no unit or the bound no bound.

    """

    amount: Decimal
    """The number, in whole units: 224 billion US dollars is ``Decimal("224000000000")``."""
    unit: str
    """``USD``, ``count``, ``percent``, ``day`` ...: letters, words joined by underscores."""
    bound: QuantityBound
    """`exact`, `at_least` or `about`."""

    def __attrs_post_init__(self) -> None:
        from decimal import Decimal  # noqa: PLC0415  a millisecond at every start, for the few records with a number

        problems = []
        if not isinstance(self.amount, Decimal) or not self.amount.is_finite():
            problems.append(
                Problem(path="amount", rule="must be a finite Decimal", value=shown(self.amount), way_out="write it like Decimal('82')")
            )
        broken = _checks.unit(self.unit) if isinstance(self.unit, str) else _checks.Broken("must be text")
        if broken:
            problems.append(Problem(path="unit", rule=broken.rule, value=shown(self.unit), way_out=broken.way_out))
        if not isinstance(self.bound, QuantityBound):
            problems.append(Problem(path="bound", rule="must be a QuantityBound", value=shown(self.bound)))
        if problems:
            raise InvalidRecord.of("not a quantity", tuple(problems))

    def label(self, lang: str = "en") -> str:
        """The quantity for readers, with the number marks of the language and millions, billions, trillions in words.

        Raises:
            InvalidQuery: for a language other than English and Vietnamese.

        """
        vietnamese = language(lang) == "vi"
        amount, word = self.amount, ""
        for size, english, viet in _MAGNITUDES:
            if abs(amount) >= size:
                amount, word = amount / size, viet if vietnamese else english
                break
        digits = f"{amount:,f}"
        if "." in digits:
            digits = digits.rstrip("0").rstrip(".")
        if vietnamese:
            digits = digits.translate(str.maketrans(",.", ".,"))
        unit = _UNITS.get(self.unit, (self.unit.replace("_", " "),) * 2)[vietnamese]
        if unit in {"days", "minutes", "months", "years"} and self.amount == 1:
            unit = unit[:-1]
        number = f"{digits}%" if self.unit == "percent" and not word else " ".join(part for part in (digits, word, unit) if part)
        return number if self.bound is QuantityBound.EXACT else f"{self.bound.label(lang)} {number}"

    def __str__(self) -> str:
        return self.label("en")
