"""Every exception that the library raises on purpose.

All of them derive from `AseanDigitalError`, and each one also from the builtin that it refines, so that
``except LookupError`` or ``except ValueError`` works without knowing this library.
"""

from __future__ import annotations

from typing import Literal, Self

import attrs

__all__ = [
    "AmbiguousName",
    "AseanDigitalError",
    "DateRefused",
    "FileProblem",
    "InvalidDocument",
    "InvalidQuery",
    "InvalidRecord",
    "InvalidValue",
    "MissingExtra",
    "Problem",
    "RecordNotFound",
]

Refused = Literal["no date", "impossible", "vague", "no year", "ambiguous"]
"""Why words say no one time, the first that fits: they speak of something else; a day that is not in the calendar, or an end before its
start; *late*, *around*, *today*; a day or month of no year; figures that may be day first or month first, or two times."""


@attrs.frozen(kw_only=True)
class Problem:
    """One broken rule: where, which rule, by which value, and the way out.

    Example:
        >>> from asean_digital.errors import Problem
        >>> print(Problem(path="ordinal", rule="must be 1 or more", value="0", way_out="count from one"))
        ordinal: must be 1 or more, not 0; count from one

    """

    rule: str
    """What should hold, as a phrase that follows the path: ``must be 1 or more``."""
    value: str = ""
    """The offending value as `repr` shows it, cut to 200 characters; empty where there is none."""
    path: str = ""
    """Where in the record: a path such as ``outcomes/hanoi-declaration-2026/on``."""
    way_out: str = ""
    """What to do about it."""
    record: str = ""
    """The id of the record, where it is known."""
    file: str = ""
    """The name of the document, where it is known."""

    def __str__(self) -> str:
        where = ": ".join(part for part in (self.file, self.record, self.path) if part)
        text = f"{where}: {self.rule}" if where else self.rule
        if self.value:
            text += f", not {self.value}"
        if self.way_out:
            text += f"; {self.way_out}"
        return text


def shown(value: object) -> str:
    """`repr` of a value, cut to 200 characters, for a message."""
    text = repr(value)
    return text if len(text) <= 200 else f"{text[:197]}..."


class AseanDigitalError(Exception):
    """The root of every error of this library."""


class InvalidValue(AseanDigitalError, ValueError):
    """A value that breaks one rule; `problem` says which."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem

    def __str__(self) -> str:
        return str(self.problem)


class _Problems(AseanDigitalError, ExceptionGroup[InvalidValue]):
    """A group of `InvalidValue`, one for each problem found."""

    @classmethod
    def of(cls, message: str, problems: tuple[Problem, ...]) -> Self:
        """Make the group from its problems."""
        return cls(message, [InvalidValue(problem) for problem in problems])

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems, in the order in which they were found."""
        return tuple(error.problem for error in self.exceptions if isinstance(error, InvalidValue))

    def __str__(self) -> str:
        lines = [f"{self.message}: {len(self.exceptions)} problem(s)"]
        lines += [f"  {problem}" for problem in self.problems[:50]]
        if len(self.exceptions) > 50:
            lines.append(f"  and {len(self.exceptions) - 50} more in .problems")
        return "\n".join(lines)


class InvalidRecord(_Problems, ValueError):
    """A value, part or record that breaks rules; `problems` lists all of them."""


class InvalidDocument(_Problems, ValueError):
    """A document that cannot be loaded; `problems` lists all that is wrong with it, at once."""


class RecordNotFound(AseanDigitalError, LookupError):
    """No record of that reference or name; `near` holds up to three near ones."""

    def __init__(self, asked: str, near: tuple[str, ...] = (), hint: str = "") -> None:
        super().__init__(asked, near, hint)
        self.asked = asked
        self.near = near
        self.hint = hint

    def __str__(self) -> str:
        text = f"no record {shown(self.asked)}"
        if self.near:
            text += f"; near: {', '.join(self.near)}"
        return f"{text}; {self.hint}" if self.hint else text


class AmbiguousName(AseanDigitalError, LookupError):
    """A name that several records bear; `candidates` holds their ids."""

    def __init__(self, asked: str, candidates: tuple[str, ...]) -> None:
        super().__init__(asked, candidates)
        self.asked = asked
        self.candidates = candidates

    def __str__(self) -> str:
        return f"{shown(self.asked)} names {len(self.candidates)} records; ask for one of: {', '.join(self.candidates)}"


class InvalidQuery(AseanDigitalError, ValueError):
    """An argument of a question that cannot be answered: an unknown path, language, verb or day."""


class DateRefused(InvalidQuery):
    """Words that say no one time; `reason` is the kind of reason, `why` the reason and the way out."""

    def __init__(self, text: str, reason: Refused, why: str) -> None:
        super().__init__(text, reason, why)
        self.text = text
        self.reason: Refused = reason
        self.why = why

    def __str__(self) -> str:
        return f"{shown(self.text)} is not read as a date ({self.reason}): {self.why}"


class FileProblem(AseanDigitalError, OSError):
    """A file that cannot be read or written; the message names the file and the reason."""


class MissingExtra(AseanDigitalError, ImportError):
    """An optional library is not installed; the message names the pip command."""
