"""The packaged data against the five articles that it began from, where their texts are present."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import attrs
import pytest

import asean_digital as ad
from asean_digital.queries.verifying import feeding

HERE = Path(__file__).parent
SEEDS = HERE.parents[1].parent / "shared" / "seeds"
EXCEPTIONS = json.loads((HERE / "uncited.json").read_text(encoding="utf-8"))
WHOLE = ("seed-001", "seed-002", "seed-003", "seed-004")
"""The articles of which every figure, acronym and name must be cited; of seed-000, an essay, the facts are."""

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the texts of the articles are not ours to publish and are not here")


def _texts() -> dict[str, str]:
    return {f"seed-{file.name[:3]}": file.read_text(encoding="utf-8") for file in sorted(SEEDS.glob("*.txt"))}


def test_the_five_texts_are_those_that_were_read():
    digests = {f"seed-{file.name[:3]}": hashlib.sha256(file.read_bytes()).hexdigest() for file in SEEDS.glob("*.txt")}
    assert digests == {slug: ad.sources[slug].sha256 for slug in sorted(digests)}
    assert len(digests) == 5


def test_every_citation_of_an_article_holds():
    rows = ad.verify_citations(_texts())
    assert [f"{row.record} {row.path} {row.source}:{row.lines} {row.why}" for row in rows if not row.ok] == []
    assert {row.source for row in rows} == set(_texts())


def test_citations_do_not_hold_on_other_lines():
    """The check can fail: moved by one filled line, hardly any citation still holds."""
    texts = {slug: "\n" + text for slug, text in _texts().items()}
    rows = ad.verify_citations(texts)
    assert sum(row.ok for row in rows) < 0.05 * len(rows)


def test_every_figure_acronym_and_name_of_the_articles_is_cited_or_excepted():
    texts = {slug: text for slug, text in _texts().items() if slug in WHOLE}
    found = {(row.source, row.line, row.text) for row in ad.uncited(texts)}
    excepted = {(entry["source"], entry["line"], entry["text"]) for entry in EXCEPTIONS}
    assert sorted(found - excepted) == []


def test_the_exceptions_are_few_reasoned_and_all_needed():
    texts = {slug: text for slug, text in _texts().items() if slug in WHOLE}
    found = {(row.source, row.line, row.text) for row in ad.uncited(texts)}
    excepted = [(entry["source"], entry["line"], entry["text"]) for entry in EXCEPTIONS]
    assert sorted(set(excepted) - found) == []
    assert len(excepted) == len(set(excepted)) <= 60
    assert all(len(entry["reason"]) > 10 for entry in EXCEPTIONS)


def test_without_a_record_its_lines_are_no_longer_reached():
    """The check can fail: a record taken away leaves its names without a citation."""
    texts = {"seed-002": _texts()["seed-002"]}
    kept = [record for record in ad.load() if record.slug != "hanoi-declaration-2026"]
    before = len(ad.uncited(texts))
    assert len(ad.uncited(texts, registry=ad.Registry(kept, check=False))) > before + 10


def test_a_citation_whose_anchor_its_value_does_not_explain_reaches_nothing():
    texts = {"seed-003": _texts()["seed-003"]}
    statistic = ad.statistics["vn-digital-industry-revenue-2026"]
    wrong = attrs.evolve(
        statistic,
        names=(ad.Wording(key="en", text="A number", lang="en", status=ad.WordingStatus.OURS),),
        quantity=attrs.evolve(statistic.quantity, amount=statistic.quantity.amount * 2),
        disputes=(),
    )
    others = [record for record in ad.load() if record.id != statistic.id]
    without = ad.uncited(texts, registry=ad.Registry([*others, wrong], check=False))
    assert any(row.text == "224" for row in without)
    assert not any(row.text == "224" for row in ad.uncited(texts))


@pytest.mark.parametrize("slug", ["seed-000", *WHOLE])
def test_the_lines_and_the_records_that_they_feed(slug, capsys):
    text = _texts()[slug]
    found = feeding(slug, text)
    with capsys.disabled():
        print(f"\n{slug}")
        for number, fed in found.items():
            print(f"  {number}: {', '.join(fed[:6])}{f' and {len(fed) - 6} more' if len(fed) > 6 else ''}")
    filled = {number for number, line in enumerate(text.split("\n"), 1) if line.strip()}
    excepted = {entry["line"] for entry in EXCEPTIONS if entry["source"] == slug}
    assert set(found) <= filled
    if slug in WHOLE:
        assert filled - excepted <= set(found)
    else:
        assert len(found) >= 40
