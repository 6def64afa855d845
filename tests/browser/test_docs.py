"""The built docs as a reader sees them, in Debian's Chromium."""

import unicodedata
from collections import defaultdict
from itertools import pairwise

import pytest

import asean_digital as ad
from asean_digital.values._fold import fold
from tests.looking import FAINT, OVERFLOW

MEETING, MEETING_VI = "records/meeting/adgmin-6.html", "records/meeting/adgmin-6.vi.html"
PAGES = (
    "index.html",
    MEETING,
    MEETING_VI,
    "records/meeting.html",
    "records/source/seed-004.html",
    "tieng-viet.html",
    "notebooks/1-what-adgmin-6-decided.html",
    "notebooks/2-partners-priorities.html",
    "search.html?q=ha+noi",
)
SPELLINGS = (
    "Tuyên bố Hà Nội",
    "tuyen bo ha noi",
    "TUYEN BO HA NOI",
    "tuyên bố ha noi",
    unicodedata.normalize("NFD", "Tuyên bố Hà Nội"),
)

IN_SIGHT = "id => { const at = document.getElementById(id).getBoundingClientRect().y; return at >= 0 && at < window.innerHeight; }"
HEADINGS = """() => Array.from(document.querySelectorAll("article h1, article h2, article h3, article h4, article h5, article h6"),
    e => [Number(e.tagName[1]), e.textContent.trim()])"""


def largest(site):
    """The largest page of each kind in each language: where there is most to go wrong."""
    found = defaultdict(list)
    for path in (site / "records").glob("*/*.html"):
        found[path.parent.name, path.stem.endswith(".vi")].append((path.stat().st_size, path.relative_to(site).as_posix()))
    return sorted(max(pages)[1] for pages in found.values())


def written(site):
    """The pages that Sphinx made from text."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html") if path.parent.parent.name != "records")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_readable_in_both_colour_schemes(opened, path, scheme):
    page = opened(path, scheme=scheme)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(map(int, ground.strip("rgba()").split(",")[:3])) < 200) == (scheme == "dark")
    assert page.evaluate(FAINT) == []
    assert page.evaluate(OVERFLOW) == []


def test_no_page_is_wider_than_a_phone(opened, site, address):
    page = opened("index.html", width=390)
    wide = {}
    for path in (*written(site), *largest(site)):
        page.goto(address + path)
        found = page.evaluate(OVERFLOW)
        if found:
            wide[path] = found[:3]
    assert wide == {}


def test_headings_are_in_order(opened, site, address):
    page = opened("index.html")
    wrong = {}
    for path in (*written(site), *largest(site)):
        page.goto(address + path)
        levels = [level for level, _ in page.evaluate(HEADINGS)]
        if levels[:1] != [1] or levels.count(1) != 1 or any(after > before + 1 for before, after in pairwise(levels)):
            wrong[path] = levels
    assert wrong == {}


@pytest.mark.parametrize(
    ("path", "lang", "title"), [(MEETING, "en", "6th ASEAN"), (MEETING_VI, "vi", "Hội nghị"), ("tieng-viet.html", "vi", "Tiếng")]
)
def test_a_page_says_its_language(opened, path, lang, title):
    page = opened(path)
    assert page.evaluate("document.documentElement.lang") == lang
    assert page.locator("article h1").inner_text().startswith(title)


def test_words_in_another_language_say_so(opened):
    page = opened(MEETING)
    assert page.locator("article [lang=vi]", has_text="Bộ trưởng Bộ Khoa học và Công nghệ").count()
    page = opened(MEETING_VI)
    assert page.locator("article [lang=en]", has_text="6th ASEAN Digital Ministers' Meeting").count()


def test_a_reader_can_change_the_language_and_come_back(opened):
    page = opened(MEETING)
    page.click(".switch a")
    assert page.url.endswith(MEETING_VI)
    page.click(".switch a")
    assert page.url.endswith(MEETING)


@pytest.mark.parametrize("path", [MEETING, MEETING_VI, "records/plan/adm-2030.html", "records/body/adgsom.vi.html"])
def test_every_mark_leads_to_its_note_and_back(opened, path):
    page = opened(path)
    marks = page.evaluate("Array.from(document.querySelectorAll('.cites a'), a => a.getAttribute('href').slice(1))")
    notes = page.evaluate("Array.from(document.querySelectorAll('ol.notes li[id]'), e => e.id)")
    assert len(notes) == len(set(notes))
    assert set(marks) == set(notes)
    assert page.evaluate("Array.from(document.querySelectorAll('.notes .back')).every(a => document.querySelector(a.getAttribute('href')))")
    first = page.locator(".cites a").first
    label = first.inner_text()
    first.click()
    assert page.url.endswith(f"#s{label}")
    page.wait_for_function(IN_SIGHT, arg=f"s{label}")
    page.locator(f"#s{label} .back").click()
    assert page.url.endswith(f"#r{label}")
    page.wait_for_function(IN_SIGHT, arg=f"r{label}")


def test_a_note_opens_the_source_at_the_words(opened):
    page = opened(MEETING)
    citation = next(each for each in ad.evidence("adgmin-6", "when").citations if each.anchors)
    target = citation.url(ad.sources[citation.source.slug].url)
    assert "#:~:text=" in target
    found = page.evaluate("Array.from(document.querySelectorAll('ol.notes .places a[href]'), a => a.getAttribute('href'))")
    assert target in found


@pytest.mark.parametrize("query", SPELLINGS)
def test_the_search_needs_no_marks(opened, query):
    page = opened("index.html")
    box = page.locator("input.sidebar-search")
    box.fill(query)
    box.press("Enter")
    page.wait_for_selector("#record-search li")
    first = page.locator("#record-search li").first
    assert first.locator("a").first.get_attribute("href").endswith("records/declaration/hanoi-declaration-2026.html")
    assert first.locator("a[lang=vi]").get_attribute("href").endswith("records/declaration/hanoi-declaration-2026.vi.html")
    assert page.locator("#record-search input").input_value() == query


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Đà Nẵng", "records/declaration/da-nang-declaration-2015.html"),
        ("da nang", "records/declaration/da-nang-declaration-2015.html"),
        ("adgmin-6", MEETING),
        ("Nguyen Manh Hung", "records/person/nguyen-manh-hung.html"),
        ("plan_coverage", "reference/queries.html#asean_digital.plan_coverage"),
        ("Partial dates and periods", "explanation/dates.html"),
    ],
)
def test_the_search_finds_records_functions_and_pages(opened, query, found):
    page = opened("search.html")
    page.locator("#record-search input").fill(query)
    page.click("#record-search button[type=submit]")
    page.wait_for_selector("#record-search li")
    addresses = page.evaluate("Array.from(document.querySelectorAll('#record-search li > a'), a => a.getAttribute('href'))")
    assert found in [each.removeprefix("./") for each in addresses[:3]]


def test_every_record_is_found_by_its_names(opened):
    """By each of its names as written, folded, and decomposed, among the first ten."""
    page = opened("search.html?q=asean")
    asked = [(record.id, name.text) for record in ad.load() for name in record.names][::11]
    find = "query => recordSearchFind(query).slice(0, 10)"
    missed = [
        (record_id, spelling)
        for record_id, name in asked
        for spelling in sorted({name, fold(name), unicodedata.normalize("NFD", name)})
        if f"records/{record_id.replace(':', '/')}.html" not in page.evaluate(find, spelling)
    ]
    assert missed == []


def test_the_search_folds_as_the_library_does(opened):
    page = opened("search.html?q=x")
    texts = sorted({name.text for record in ad.load() for name in record.names})
    texts += [chr(code) for code in (*range(0x20, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x2000), *range(0x2010, 0x2034))]
    texts += [unicodedata.normalize("NFD", text) for text in texts]
    folded = page.evaluate("texts => texts.map(recordSearchFold)", texts)
    assert [(text, ours) for text, ours in zip(texts, folded, strict=True) if fold(text) != ours] == []


@pytest.mark.parametrize("query", ["<img src=x onerror=alert(1)>", "zzzzqqqq", "", "🙂", "'\"\\"])
def test_the_search_is_not_upset_by_anything(opened, address, query):
    page = opened("search.html")
    page.evaluate("query => { location.search = '?' + new URLSearchParams({q: query}) }", query)
    page.wait_for_load_state()
    page.wait_for_function("document.querySelector('#record-search .said').textContent")
    assert page.locator("#record-search img").count() == 0
    assert page.locator("#record-search input").input_value() == query


def test_all_results_can_be_shown(opened):
    page = opened("search.html?q=asean")
    page.wait_for_selector("#record-search li")
    assert page.locator("#record-search li").count() == 30
    page.click("button.more")
    said = page.locator("#record-search .said").inner_text()
    assert page.locator("#record-search li").count() == int(said.split()[0]) > 500
