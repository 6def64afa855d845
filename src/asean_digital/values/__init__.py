"""Immutable values: dates, periods, quantities, references. They know no record, file or format."""

from asean_digital.values.partial_date import PartialDate
from asean_digital.values.period import OPEN, UNKNOWN, Bound, Period
from asean_digital.values.quantity import Quantity, QuantityBound
from asean_digital.values.ref import Ref
from asean_digital.values.term import Term
from asean_digital.values.when import (
    Until,
    When,
    parse_edtf,
    possibly_before,
    possibly_on,
    possibly_same,
    surely_before,
    surely_on,
    surely_same,
)

__all__ = [
    "OPEN",
    "UNKNOWN",
    "Bound",
    "PartialDate",
    "Period",
    "Quantity",
    "QuantityBound",
    "Ref",
    "Term",
    "Until",
    "When",
    "parse_edtf",
    "possibly_before",
    "possibly_on",
    "possibly_same",
    "surely_before",
    "surely_on",
    "surely_same",
]
