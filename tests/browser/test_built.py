"""The built docs without a browser: a page for everything, and no link that leads nowhere."""

import html
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

import attrs
import pytest

import asean_digital as ad
from asean_digital.exports._page import page

MORE = re.compile(r"and \d+ more|và \d+ mục khác")
"""What a briefing says of the records that it does not list; a page lists them all."""
RECORDS = [record for record in ad.load() if record.KIND != "source"]


class _Reader(HTMLParser):
    """The links, ids and text of a page."""

    def __init__(self, text):
        super().__init__()
        self.links, self.ids, self.said = [], set(), []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if "id" in given:
            self.ids.add(given["id"])
        if tag in {"a", "link"} and given.get("href"):
            self.links.append(given["href"])

    def handle_data(self, data):
        self.said.append(data)


@pytest.fixture(scope="module")
def article(site):
    def read(record, lang):
        path = site / "records" / record.KIND / f"{record.slug}{'.vi' if lang == 'vi' else ''}.html"
        text = path.read_text(encoding="utf-8")
        return text[text.index('<article role="main"') : text.index("</article>")]

    return read


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_every_record_has_a_page_with_all_its_names_and_all_its_sources(article, lang):
    for record in RECORDS:
        text = article(record, lang)
        said = html.unescape(re.sub("<[^>]+>", "", text))
        assert [name.text for name in record.names if name.text not in said] == [], record.id
        lines = [line for section in page(record, lang, ad.load()).sections for line in section.lines]
        cited = {citation.source.slug for line in lines for piece in line.pieces for citation in piece.citations}
        noted = set(re.findall(r'<a class="source"[^>]* href="\.\./source/([^"]+)\.html"', text))
        assert noted == cited, record.id


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_a_page_says_what_the_briefing_says(article, lang):
    """Every piece of the briefing stands in the page, whose marks and tags are taken away."""
    for record in RECORDS[::7]:
        said = " ".join(html.unescape(re.sub("<sup.*?</sup>|<[^>]+>", "", article(record, lang))).split())
        for section in page(record, lang, ad.load()).sections:
            for line in section.lines:
                missing = [
                    piece.text for piece in line.pieces if " ".join(piece.text.split()) not in said and not MORE.fullmatch(piece.text)
                ]
                assert missing == [], record.id


def test_the_address_of_a_former_slug_leads_to_the_record(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "docs"))
    import _records

    moved = attrs.evolve(ad.meetings["adgmin-6"], former_slugs=("adgmin-vi",))
    pages = dict(_records.record_pages(ad.Registry([moved, *(each for each in ad.load() if each.id != moved.id)], check=False)))
    assert 'href="adgmin-6.html"' in pages["records/meeting/adgmin-vi"]["body"]
    assert 'content="0; url=adgmin-6.html"' in pages["records/meeting/adgmin-vi"]["metatags"]
    assert "records/meeting/adgmin-6" in pages


def test_where_a_record_is_named_there_is_a_link(article):
    meeting = article(ad.meetings["adgmin-6"], "en")
    for act in ad.meetings["adgmin-6"].outcomes:
        if act.target and not act.expected:
            assert f'href="../{act.target.kind}/{act.target.slug}.html"' in meeting


def test_a_page_links_every_record_that_names_it(article):
    for record in (ad.parties["viet-nam"], ad.topics["artificial-intelligence"], ad.bodies["adgmin"]):
        text = article(record, "en")
        naming = {each for each in ad.load().referrers(record.ref) if each.id != record.id and each.KIND != "source"}
        assert [each.id for each in naming if f'href="../{each.KIND}/{each.slug}.html"' not in text] == []


def test_every_source_has_a_page_that_tells_what_rests_on_it(site):
    for source in ad.sources:
        text = (site / "records" / "source" / f"{source.slug}.html").read_text(encoding="utf-8")
        assert html.escape(source.names[0].text) in text
    facts = ad.facts()
    for slug in ("seed-000", "seed-003"):
        text = (site / "records" / "source" / f"{slug}.html").read_text(encoding="utf-8")
        resting = {row.record.partition(":") for row in facts if row.source == slug}
        assert resting
        assert [where for kind, _, where in resting if f'href="../{kind}/{where}.html"' not in text] == []


def test_no_link_within_the_docs_leads_nowhere(site):
    pages = {path.relative_to(site).as_posix(): _Reader(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}
    assert len(pages) > 2 * len(RECORDS)
    broken = []
    for name, read in pages.items():
        for link in read.links:
            if re.match(r"[a-z]+:", link):
                continue
            path, anchor = urldefrag(link)
            target = (site / name).parent / unquote(path.partition("?")[0]) if path else site / name
            inside = target.resolve().relative_to(site.resolve()).as_posix()
            if not target.exists() or (anchor and inside in pages and unquote(anchor) not in pages[inside].ids):
                broken.append((name, link))
    assert broken == []


def test_the_pages_ask_for_nothing_outside(site):
    """No script, style, picture or font of a page comes from elsewhere."""
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert re.findall(r'<(?:script|img|iframe|source)[^>]* src="(?:https?:)?//|<link[^>]* href="(?:https?:)?//', text) == [], path
    for path in [*site.rglob("*.css"), *site.glob("_static/*.js")]:
        assert re.findall(r'url\(["\']?(?:https?:)?//|@import', path.read_text(encoding="utf-8")) == [], path
