"""The examples of README, docs and docstrings are tests: Sybil reads and runs them."""

from doctest import ELLIPSIS

from sybil import Sybil
from sybil.parsers import markdown, rest
from sybil.sybil import SybilCollection

readme = Sybil(
    parsers=[markdown.PythonCodeBlockParser(doctest_optionflags=ELLIPSIS)],
    filenames=["README.md", "README.vi.md"],
    excludes=["*/*"],  # those at the root alone
    name="readme",
)
docs = Sybil(
    parsers=[markdown.PythonCodeBlockParser(doctest_optionflags=ELLIPSIS)],
    path="docs",
    patterns=["*.md"],
    name="docs",
)
docstrings = Sybil(
    parsers=[rest.DocTestParser(optionflags=ELLIPSIS)],
    path="src/asean_digital",
    patterns=["*.py"],
    name="docstrings",
)

pytest_collect_file = SybilCollection([readme, docs, docstrings]).pytest()
