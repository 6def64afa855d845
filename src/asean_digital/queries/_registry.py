"""The default of every question: the packaged data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from asean_digital.dataset import packaged

if TYPE_CHECKING:
    from asean_digital.registry import Registry


def registry_or_packaged(registry: Registry | None) -> Registry:
    """The registry asked for, or the packaged data."""
    return packaged() if registry is None else registry
