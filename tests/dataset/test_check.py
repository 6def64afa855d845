"""`check` measured: the first articles, the labelled sentences, and statements made from the data, true and altered.

The phrasings of `statements.TUNED` were there when the function was made; those of `statements.HELD_OUT` were written apart. What
came out stands in docs/how-to/check.md.
"""

import json
import random
from collections import Counter
from pathlib import Path

import attrs
import pytest

import asean_digital as ad
from asean_digital.model.evidence import ReadingRole
from tests.statements import HELD_OUT, TUNED, joined, statements

LABELLED = Path(__file__).parent.parent / "labelled"
SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
SHARE = {"held": 30, "accepted": 20, "period": 12, "since": 15, "number": 30, "budget": 9, "post": 30, "title": 30, "theme": 8}


def brief(row):
    return row.sort.value, row.text, row.verdict.value, str(row.record), row.path


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the texts of the first articles are not ours to publish and not here")
class TestArticles:
    @staticmethod
    def checked(number):
        (file,) = SEEDS.glob(f"00{number}_*.txt")
        return ad.check(file.read_text(encoding="utf-8"), year=2026)

    def test_the_opening_on_the_12th_is_a_rival_reading_and_nothing_else_differs(self):
        differing = [row for number in range(5) for row in self.checked(number) if row.verdict is ad.Verdict.DIFFERS]
        (row,) = differing
        assert brief(row) == ("date", "ngày 12.1.2026", "differs", "meeting:adgmin-6-opening", "when")
        assert row.held == ad.PartialDate(2026, 1, 15)
        assert row.reading is ReadingRole.RIVAL
        assert row.said_by == ("seed-003",)

    @pytest.mark.parametrize(
        ("number", "sort", "text", "record", "path"),
        [
            (1, "date", "Từ ngày 12 đến 16/1", "meeting:adgmin-6", "when_overall"),
            (1, "figure", "82", "statistic:adm-2025-initiatives", "quantity"),
            (1, "place", "Bandar Seri Begawan", "meeting:adgmin-7", "city/en"),
            (3, "figure", "224 tỉ USD", "statistic:vn-digital-industry-revenue-2026", "quantity"),
            (3, "figure", "300", "statistic:adgmin-6-delegates", "quantity"),
            (4, "date", "Ngày 15 tháng 1", "meeting:adgmin-6-opening", "when"),
        ],
    )
    def test_what_they_say_and_the_record_holds_agrees(self, number, sort, text, record, path):
        assert (sort, text, "agrees", record, path) in map(brief, self.checked(number))

    def test_posts_and_titles_of_the_articles_are_those_of_the_record(self):
        rows = [row for number in range(5) for row in self.checked(number) if row.sort in {ad.ClaimSort.POST, ad.ClaimSort.TITLE}]
        assert len(rows) > 30
        assert {row.verdict for row in rows} == {ad.Verdict.AGREES}


def lines(name):
    return [json.loads(line) for line in (LABELLED / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def test_labelled_sentences_are_not_accused():
    """Sentences that were labelled for names and dates are true, or say nothing of the record."""
    sentences = [line for name in ("mentions", "dates-in") for line in lines(name)]
    assert len(sentences) > 200
    alarms = [
        (line["text"], brief(row))
        for line in sentences
        for row in ad.check(line["text"], year=line.get("year"))
        if row.verdict is ad.Verdict.DIFFERS
    ]
    print(f"{len(alarms)} false alarms in {len(sentences)} labelled sentences: {alarms}")
    assert alarms == []


@attrs.define
class Measure:
    """What came out of statements of one sort."""

    true: int = 0
    agreed: int = 0
    altered: int = 0
    flagged: int = 0
    in_part: int = 0
    named: int = 0
    dated: int = 0
    dates: int = 0


def measured(held_out, seed=1, share=SHARE, *, two=False):
    by_sort: dict[tuple[str, str], Measure] = {}
    kinds: Counter[tuple[str, str, bool]] = Counter()
    for lang in ("en", "vi"):
        drawn = statements(ad.load(), lang, seed, share, held_out=held_out)
        if two:
            random.Random(seed).shuffle(drawn)
        for true, altered in joined(drawn, lang) if two else drawn:
            measure = by_sort.setdefault((true.sort, lang), Measure())
            rows = ad.check(true.text)
            measure.true += 1
            measure.agreed += any(
                row.sort.value == true.sort and row.verdict in {ad.Verdict.AGREES, ad.Verdict.PARTLY} for row in rows
            ) and not any(row.verdict is ad.Verdict.DIFFERS for row in rows)
            refs = {str(ref) for row in ad.mentions(true.text, kinds=None) for ref in (row.ref, *row.candidates)}
            measure.named += true.record in refs or true.record.startswith("statistic:")
            if true.when is not None:
                measure.dates += 1
                measure.dated += true.when in {row.when for row in ad.dates_in(true.text)}
            if altered is not None:
                rows = [row for row in ad.check(altered.text) if row.sort.value == altered.sort]
                flagged = any(row.verdict is ad.Verdict.DIFFERS for row in rows)
                measure.altered += 1
                measure.flagged += flagged
                measure.in_part += not flagged and any(row.verdict is ad.Verdict.PARTLY for row in rows)
                kinds[altered.sort, altered.altered, flagged] += 1
    for (sort, lang), measure in sorted(by_sort.items()):
        print(
            f"{sort:7} {lang}  agreed {measure.agreed}/{measure.true}  flagged {measure.flagged}/{measure.altered} (in part {measure.in_part})"
        )
    for sort, kind in sorted({key[:2] for key in kinds}):
        print(f"  {sort}, {kind}: {kinds[sort, kind, True]}/{kinds[sort, kind, True] + kinds[sort, kind, False]}")
    return Measure(*(sum(getattr(each, field.name) for each in by_sort.values()) for field in attrs.fields(Measure)))


def test_statements_in_phrasings_that_were_tuned_on():
    whole = measured(held_out=False)
    print(whole)
    assert whole.true >= 300
    assert whole.agreed >= 0.95 * whole.true
    assert whole.flagged >= 0.90 * whole.altered
    assert whole.named >= 0.97 * whole.true
    assert whole.dated >= 0.97 * whole.dates


def test_statements_two_by_two_in_one_sentence():
    whole = measured(held_out=False, two=True)
    print(whole)
    assert whole.true >= 150
    assert whole.agreed >= 0.95 * whole.true
    assert whole.flagged >= 0.85 * whole.altered


def test_statements_in_phrasings_that_were_held_out():
    """What came out at the one look stands in docs/how-to/check.md; the bounds here only keep it from getting worse."""
    whole = measured(held_out=True)
    print(whole)
    assert whole.true >= 300
    assert whole.agreed >= 0.90 * whole.true
    assert whole.flagged >= 0.85 * whole.altered


def test_phrasings_are_many_and_in_both_languages():
    for sort in ("held", "accepted", "period", "since", "counted", "measured", "post", "title"):
        for lang in ("en", "vi"):
            assert len(TUNED[sort, lang]) >= 6
            assert not set(TUNED[sort, lang]) & set(HELD_OUT[sort, lang])


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_the_draw_is_the_same_for_the_same_seed(lang):
    one, other = (statements(ad.load(), lang, 5, {"held": 3, "post": 3}) for _ in range(2))
    assert one == other


def test_another_record_makes_another_verdict():
    text = "The 7th ADGMIN will be held in January 2027."
    (row,) = ad.check(text)
    assert row.verdict is ad.Verdict.AGREES
    assert row.expected
    registry = ad.load()
    document = json.loads(ad.dumps(registry))
    for meeting in document["meeting"]:
        if meeting["slug"] == "adgmin-7":
            meeting["when"] = "2027-02"
    (row,) = ad.check(text, registry=ad.loads(json.dumps(document)))
    assert row.verdict is ad.Verdict.DIFFERS
    assert row.held == ad.PartialDate(2027, 2)
