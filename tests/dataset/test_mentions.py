"""`mentions` measured on labelled sentences and articles, and on sentences made from the names in the data.

The held-out sentences were looked at once, when the function was done; what came out stands in docs/how-to/mentions.md.
"""

import json
import unicodedata
from pathlib import Path

import pytest

import asean_digital as ad

LABELLED = Path(__file__).parent.parent / "labelled"
SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
ARTICLES = json.loads((LABELLED / "articles.json").read_text(encoding="utf-8"))
TALKED_ABOUT = [record for record in ad.load() if record.KIND not in {"source", "statistic"}]
PHRASES = {
    "en": ("Reports on {} were read.", "{} comes first.", "They spoke of “{}”, among others.", "It is a matter of ({})."),
    "vi": (
        "Báo chí nhắc tới {} nhiều lần.",
        "{} đứng đầu danh sách.",
        "Bài viết bàn về “{}”, rồi chuyển sang việc khác.",
        "Chuyện này ({}).",
    ),
}


def labels(line):
    """The labels of a sentence as rows: start, end, record, candidates."""
    rows = set()
    for label in line["mentions"]:
        start = -1
        for _ in range(label["nth"]):
            start = line["text"].index(label["text"], start + 1)
        rows.add((start, start + len(label["text"]), label.get("ref"), tuple(sorted(label.get("candidates", ())))))
    return rows


def rows_of(text):
    return {(row.start, row.end, row.ref.text if row.ref else None, tuple(ref.text for ref in row.candidates)) for row in ad.mentions(text)}


def measured(pairs):
    """Precision and recall over pairs of labelled and found rows."""
    pairs = list(pairs)
    right = sum(len(labelled & found) for labelled, found in pairs)
    labelled, found = (sum(len(pair[side]) for pair in pairs) for side in (0, 1))
    print(f"precision {right / found:.3f}, recall {right / labelled:.3f}: {right} right of {found} found and {labelled} labelled")
    return right / found, right / labelled


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_labelled_sentences(lang):
    lines = [json.loads(line) for line in (LABELLED / "mentions.jsonl").read_text(encoding="utf-8").splitlines()]
    lines = [line for line in lines if line["lang"] == lang]
    assert len(lines) > 70
    precision, recall = measured((labels(line), rows_of(line["text"])) for line in lines)
    assert precision >= 0.98
    assert recall >= 0.95


@pytest.mark.parametrize("slug", sorted(slug for slug in ARTICLES if slug.startswith("seed-")))
def test_articles(slug):
    files = sorted(SEEDS.glob(f"{slug.removeprefix('seed-')}*")) if SEEDS.is_dir() else []
    if not files:
        pytest.skip(f"the article {slug} is not at hand")
    text = files[0].read_bytes().decode("utf-8")
    labelled = {(start, end, ref, tuple(sorted(candidates))) for start, end, ref, candidates in ARTICLES[slug]}
    precision, recall = measured([(labelled, rows_of(text))])
    assert precision >= 0.98
    assert recall >= 0.95


@pytest.mark.parametrize("kind", sorted({record.KIND for record in TALKED_ABOUT}))
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_every_name_of_every_record_is_found_where_it_stands(kind, form):
    missed = []
    for record in TALKED_ABOUT:
        for wording in record.names if kind == record.KIND else ():
            for phrase in PHRASES.get(wording.lang, ()):
                before, after = (unicodedata.normalize(form, part) for part in phrase.split("{}"))
                name = unicodedata.normalize(form, wording.text)
                here = [
                    row
                    for row in ad.mentions(f"{before}{name}{after} ASEAN.")
                    if row.start == len(before) and row.end == len(before + name)
                ]
                if not any(record.ref in (row.ref, *row.candidates) for row in here):
                    missed.append((record.id, wording.text, phrase))
    assert missed == []


def test_true_statements_name_their_meeting_and_place():
    stated = 0
    for meeting in ad.meetings:
        if meeting.when is None or meeting.country is None:
            continue
        country = ad.load()[meeting.country]
        for lang, sentence in (
            ("en", "{name} met in {country} on {when}."),
            ("en", "On {when}, {country} hosted the {name}."),
            ("vi", "{name} họp tại {country} vào {when}."),
            ("vi", "Vào {when}, {country} đón {name}."),
        ):
            wording = {"name": meeting.name_in(lang), "country": country.name_in(lang), "when": meeting.when.label(lang)}
            if all(wording.values()):
                found = {ref for row in ad.mentions(sentence.format(**wording)) for ref in (row.ref, *row.candidates)}
                assert {meeting.ref, country.ref} <= found, sentence.format(**wording)
                stated += 1
    assert stated > 200


def test_true_statements_name_the_plan_whatever_the_partner_is_called():
    for plan in ad.plans:
        if len(plan.partners) == 1 and plan.name_in("vi"):
            partner = ad.load()[plan.partners[0]]
            found = [row.ref for row in ad.mentions(f"{plan.name_in('vi')} là văn kiện chung với {partner.name_in('vi')}.")]
            assert found == [plan.ref, partner.ref]


def test_another_name_in_the_data_is_another_mention():
    document = json.loads(ad.dumps(ad.load()))
    for item in document["plan"]:
        if item["slug"] == "adm-2030":
            item["names"] = [{"key": "en", "text": "Blueprint of the Lakes", "lang": "en", "status": "ours"}]
            item["disputes"] = [dispute for dispute in item.get("disputes", ()) if not dispute["path"].startswith("names")]
    changed = ad.loads(json.dumps(document))
    text = "ADM 2030 is now the Blueprint of the Lakes."
    assert [row.text for row in ad.mentions(text)] == ["ADM 2030"]
    assert [(row.text, row.ref) for row in ad.mentions(text, registry=changed)] == [("Blueprint of the Lakes", ad.Ref("plan:adm-2030"))]
