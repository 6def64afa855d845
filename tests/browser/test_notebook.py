"""Cards and tables as a notebook shows them, in Debian's Chromium."""

import pytest

import asean_digital as ad
from tests.looking import FAINT, OVERFLOW

SHOWN = {
    "card": lambda: ad.card("adgmin-6"),
    "card-vi": lambda: ad.card("hanoi-declaration-2026", lang="vi"),
    "record": lambda: ad.plans["adm-2030"],
    "set": lambda: ad.meetings,
    "answers": lambda: ad.timeline(since="2026-01-01", about="AI"),
    "empty": lambda: ad.adoption("plan:korea-work-plan-2026"),
    "matrix": lambda: ad.matrix(2026),
    "evidence": lambda: ad.evidence("adgmin-6", "when"),
    "registry": ad.load,
}
GROUNDS = {"light": ("#ffffff", "rgba(0,0,0,0.87)"), "dark": ("#111111", "#ffffff")}
"""Background and text of a cell in JupyterLab."""


@pytest.fixture
def cell(opened):
    def shows(name, *, width=900, scheme="light"):
        page = opened(None, width=width, scheme=scheme)
        ground, ink = GROUNDS[scheme]
        page.set_content(
            f'<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>cell</title>'
            f'<body style="background:{ground};color:{ink};font:13px system-ui;margin:8px">'
            f"<article>{SHOWN[name]()._repr_html_()}</article></body></html>"
        )
        return page

    return shows


@pytest.mark.parametrize("scheme", GROUNDS)
@pytest.mark.parametrize("width", [900, 390])
@pytest.mark.parametrize("name", SHOWN)
def test_what_shows_itself_is_readable_at_every_width_and_in_both_schemes(cell, name, width, scheme):
    page = cell(name, width=width, scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    assert page.locator("article").first.inner_text().strip()
    assert page.evaluate(FAINT) == []
    assert page.evaluate(OVERFLOW) == []
    assert page.locator("script").count() == 0


def test_the_sources_of_a_card_open_with_the_keyboard(cell):
    page = cell("card")
    summary = page.locator("details.src > summary").first
    summary.focus()
    link = page.locator("details.src a[href*=':~:text=']").first
    assert not page.evaluate("document.querySelector('details.src').open")
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector('details.src').open")
    assert link.get_attribute("href").startswith("https://")


def test_a_table_has_a_caption_and_named_columns(cell):
    page = cell("set")
    assert page.locator("table caption").count() == 1
    assert page.locator("thead th[scope=col]").count() > 2
    assert page.locator("tbody th[scope=row]").count() == 20
