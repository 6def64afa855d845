"""The briefing of every record of the packaged data, in both languages."""

from __future__ import annotations

import subprocess
import sys

import pytest

import asean_digital as ad
from tests.briefing_laws import assert_page_is_lawful, citations_at

REGISTRY = ad.load()
CITED_AT = citations_at(REGISTRY)


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("kind", sorted({record.KIND for record in REGISTRY}))
def test_every_page_tells_all_once_with_its_sources(kind, lang):
    records = [record for record in REGISTRY if kind == record.KIND]
    for record in records:
        assert_page_is_lawful(record, lang, REGISTRY, CITED_AT)
    assert records


def test_the_main_job_runs_on_the_real_data():
    run = subprocess.run(
        [sys.executable, "-m", "asean_digital", "brief", "adgmin-6"], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert run.stdout == ad.brief("adgmin-6")
    for words in ("15-16 January 2026", "12-16 January 2026", "Hanoi Declaration on Digital Cooperation", "Nguyễn Mạnh Hùng", "lines"):
        assert words in run.stdout


def test_the_briefing_follows_the_record():
    """Another verb on the record, another verb on the page: nothing is written by hand."""
    import attrs

    meeting = ad.meetings["adgmin-6"]
    act = next(act for act in meeting.outcomes if act.target == ad.Ref("plan:korea-work-plan-2026"))
    other = attrs.evolve(
        meeting,
        outcomes=tuple(attrs.evolve(each, verb=ad.Verb.SIGNED) if each is act else each for each in meeting.outcomes),
        disputes=tuple(dispute for dispute in meeting.disputes if not dispute.path.startswith(f"outcomes/{act.key}/")),
    )
    changed = ad.Registry([*(record for record in REGISTRY if record.id != meeting.id), other], check=False)
    assert "**Signed**" not in ad.brief(meeting)
    assert "**Signed**" in ad.brief(meeting.ref, registry=changed)
