"""The commands that the README names are the ones that CI runs."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CI = ROOT / ".ci" / "run"


def commands(name):
    """The commands of a README, each on a line of its own."""
    return re.findall(r"^    (python3 .+)$", (ROOT / name).read_text(encoding="utf-8"), flags=re.MULTILINE)


def test_both_readmes_name_the_same_commands():
    assert commands("README.md") == commands("README.vi.md")
    assert [command.rpartition(" && ")[2] for command in commands("README.md")] == [
        ".venv/bin/python -m asean_digital brief adgmin-6",
        ".venv/bin/jupyter lab examples/1-what-adgmin-6-decided.ipynb",
        ".venv/bin/coverage report",
        ".venv/bin/sphinx-build -q -n -W --keep-going docs docs/_build/html",
    ]


@pytest.mark.skipif(not CI.exists(), reason="the source distribution holds no .ci/run")
def test_ci_takes_each_command_from_the_readme_and_runs_it():
    script = CI.read_text(encoding="utf-8")
    taken = dict(re.findall(r"^(\w+)=\$\((sed .*README\.md)\)$", script, flags=re.MULTILINE))
    found = {
        name: subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
        for name, command in taken.items()
    }
    assert sorted(found.values()) == sorted(commands("README.md"))
    assert [name for name in taken if not re.search(rf'^[^#]*bash -euo pipefail -c "\${name}"', script, flags=re.MULTILINE)] == []


@pytest.mark.skipif(not CI.exists(), reason="the source distribution holds no .ci/run")
def test_ci_runs_the_tests_in_a_browser_and_lets_none_be_skipped():
    line = next(line for line in CI.read_text(encoding="utf-8").splitlines() if '"$tests"' in line and "bash" in line)
    assert line.startswith("ASEAN_DIGITAL_BROWSER=required ASEAN_DIGITAL_DOCS=docs/_build/html ")
