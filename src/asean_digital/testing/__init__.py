"""Hypothesis strategies for every value, part, record and registry; needs the extra ``testing``.

All of them follow from what the classes of the model say of their fields, so that a new kind has strategies at once.

Example:
    >>> from hypothesis import given
    >>> from asean_digital.testing import registries
    >>> @given(registries())
    ... def test_my_report_takes_any_registry(registry):
    ...     assert len(registry) > 0

"""

from __future__ import annotations

from asean_digital.errors import MissingExtra

try:
    import hypothesis as _hypothesis  # noqa: F401
except ImportError:
    _MSG = "asean_digital.testing needs Hypothesis; install it with: pip install 'asean-digital[testing]'"
    raise MissingExtra(_MSG) from None

from asean_digital.testing._model import citations, parts, records, wordings
from asean_digital.testing._registries import registries
from asean_digital.testing._values import partial_dates, periods, quantities, refs, whens

__all__ = [
    "citations",
    "partial_dates",
    "parts",
    "periods",
    "quantities",
    "records",
    "refs",
    "registries",
    "whens",
    "wordings",
]
