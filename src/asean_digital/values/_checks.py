"""The named checks: from a value to the broken rule, or to nothing.

Every constraint of the model is one of these functions, shared by constructors, codec, schema and strategies.
A check gets a value whose type is already right.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
RECORD_SLUG = rf"(?:{SLUG}\.)?{SLUG}"
LANGUAGE = r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?"
WORDING_KEY = rf"{LANGUAGE}(?:-{SLUG})?"
PATH = r"[a-z][a-z0-9_]*(?:/[A-Za-z0-9_.:-]+)*"
URL = r"https?://[^\s/?#<>\"{}|\\^`]+[^\s<>\"{}|\\^`]*"
UNIT = r"[A-Za-z]+(?:_[A-Za-z]+)*"
# What no name or phrase may hold: controls, line breaks, lone surrogates, private use, and the marks that turn writing direction.
_bad_categories = frozenset({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})
_direction_marks = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")

WORDS_OF_A_PHRASE = 12
ANCHOR_LENGTH = 120


class Broken(NamedTuple):
    """A broken rule and the way out."""

    rule: str
    way_out: str = ""


def text(value: str) -> Broken | None:
    """Plain text: not empty, trimmed, NFC, on one line, without control or direction characters."""
    if not value:
        return Broken("must not be empty", "leave the field out instead")
    if value != value.strip():
        return Broken("must not begin or end with white space", "trim it")
    if not value.isprintable() and any(unicodedata.category(char) in _bad_categories or char in _direction_marks for char in value):
        return Broken("must be one line without control, unassigned or direction characters", "remove them")
    if not unicodedata.is_normalized("NFC", value):
        return Broken("must be in Unicode normal form NFC", "normalise it with unicodedata.normalize('NFC', text)")
    return None


def anchor(value: str) -> Broken | None:
    """A short piece of a source that must stand on the cited lines: to 120 characters."""
    if len(value) > ANCHOR_LENGTH:
        return Broken(f"must have at most {ANCHOR_LENGTH} characters", "quote the name or figure alone")
    return text(value)


def _full(pattern: str, rule: str, way_out: str) -> Callable[[str], Broken | None]:
    broken = Broken(rule, way_out)

    def check(value: str) -> Broken | None:
        return None if re.fullmatch(pattern, value) else broken  # compiled on first use: a start needs few of them

    return check


slug = _full(SLUG, "must be lower-case ASCII words joined by hyphens", "write it like 'hanoi-declaration-2026'")
record_slug = _full(
    RECORD_SLUG,
    "must be lower-case ASCII words joined by hyphens, with at most one namespace before a dot",
    "write it like 'adgmin-6', or 'acme.workshop-1' for a record of your own",
)
language = _full(LANGUAGE, "must be a BCP 47 language tag", "write it like 'vi', 'en' or 'zh-Hans'")
wording_key = _full(WORDING_KEY, "must be a language tag, alone or followed by a word", "write it like 'vi' or 'vi-seed-004'")
path = _full(PATH, "must be a path of field and keys joined by '/'", "write it like 'names/vi'")
url = _full(URL, "must be an http or https address without spaces", "percent-encode what is not allowed")
sha256 = _full("[0-9a-f]{64}", "must be 64 lower-case hexadecimal digits", "use hashlib.sha256(data).hexdigest()")
unit = _full(UNIT, "must be letters joined by underscores", "write it like 'USD', 'count' or 'percent'")
alpha2 = _full("[A-Z]{2}", "must be two capital letters", "use the ISO 3166-1 alpha-2 code")
alpha3 = _full("[A-Z]{3}", "must be three capital letters", "use the ISO 3166-1 alpha-3 code")


def positive(value: int) -> Broken | None:
    """A number counted from one."""
    return None if value >= 1 else Broken("must be 1 or more", "count from one")
