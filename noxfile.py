"""Sessions: lint, typing, tests, docs, lowest, bench. CI runs `.ci/run`, which calls the same tools."""

import nox

nox.options.default_venv_backend = "venv"
nox.options.sessions = ["lint", "typing", "tests", "docs"]


def install(session: nox.Session, *groups: str) -> None:
    session.install("--upgrade", "pip>=25.1")
    session.install("--editable", ".", *(word for group in groups for word in ("--group", group)))


@nox.session
def lint(session: nox.Session) -> None:
    install(session, "lint")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("lint-imports")


@nox.session
def typing(session: nox.Session) -> None:
    install(session, "typing")
    session.run("mypy")


@nox.session
def tests(session: nox.Session) -> None:
    install(session, "tests")
    session.run("coverage", "run", "-m", "pytest", *session.posargs)
    session.run("coverage", "combine", "--quiet")
    session.run("coverage", "report")


@nox.session
def lowest(session: nox.Session) -> None:
    """The tests with the lowest versions that we say we work with."""
    install(session, "tests")
    session.install("attrs==24.2.0", "cattrs==24.1.0", "python-dateutil==2.9.0")
    session.run("pytest", *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    install(session, "docs")
    session.run("sphinx-build", "-n", "-W", "--keep-going", "docs", "docs/_build/html")


@nox.session
def bench(session: nox.Session) -> None:
    """Cold start and decoding beside the peers, in one run."""
    session.run("python", "benchmarks/cold.py", *session.posargs)
