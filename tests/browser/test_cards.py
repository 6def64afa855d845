"""Cards and tables in Debian's Chromium as a notebook shows them: every theme, a phone, the keyboard, and what a screen reader is told."""

import re

import pytest

import asean_digital as ad

# What the themes of JupyterLab say about the place where HTML is shown; the second sets dark colours whatever the system prefers.
NOTEBOOK = """
    .out table {border: none; border-collapse: collapse; margin-left: auto; table-layout: fixed}
    :not(.markdown).out td, :not(.markdown).out th {padding: .5em; text-align: right; vertical-align: middle; white-space: nowrap}
    .out ul:not(.list-inline) {padding-left: 2em}
    .out tbody tr:nth-child(even) {background: STRIPE}
    .out a:link {color: #0043a0}
    .out p {margin-bottom: 1em}
    .out :not(pre) > code {background: STRIPE; padding: 1px 5px}
"""
HOSTS = {
    "plain": ":root {color-scheme: light dark}",
    "notebook": "body {background: #fff; color: rgba(0,0,0,.87)}" + NOTEBOOK.replace("STRIPE", "#f5f5f5"),
    "dark notebook": "body {background: #111; color: #fff}" + NOTEBOOK.replace("STRIPE", "#212121"),
}
SHOWN = {
    "meeting": lambda: ad.meetings["adgmin-6"],
    "planned": lambda: ad.meetings["adgmin-7"],
    "vietnamese": lambda: ad.card("adm-2030", lang="vi"),
    "records": lambda: ad.meetings,
    "sources": lambda: ad.sources,
    "registry": ad.load,
    "timeline": lambda: ad.timeline("2026-01-01", "2027-12-31"),
    "compare": lambda: ad.compare("ADM 2025", "ADM 2030"),
    "check": lambda: ad.check("Hội nghị Bộ trưởng Số ASEAN lần thứ 6 khai mạc ngày 12/1/2026 tại Hà Nội."),
    "facts": lambda: ad.facts("adgmin-6"),
    "evidence": lambda: ad.evidence("adgmin-6-opening", "when"),
    "matrix": lambda: ad.matrix(2026),
    "nothing": lambda: ad.adoption("plan:korea-work-plan-2026"),
}

OPEN = "document.querySelectorAll('details').forEach(each => { each.open = true; })"
# The contrast of each text with what is behind it, layers and opacities counted together.
FAINT = """() => {
    const at = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
    const known = new Map();
    const drawn = colour => { at.clearRect(0, 0, 1, 1); at.fillStyle = colour; at.fillRect(0, 0, 1, 1);
        const d = at.getImageData(0, 0, 1, 1).data; return [d[0], d[1], d[2], d[3] / 255]; };
    const read = colour => { if (!known.has(colour)) known.set(colour, drawn(colour)); return [...known.get(colour)]; };
    const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
    const light = c => { const s = c / 255; return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4; };
    const lum = c => 0.2126 * light(c[0]) + 0.7152 * light(c[1]) + 0.0722 * light(c[2]);
    const canvas = matchMedia("(prefers-color-scheme: dark)").matches && getComputedStyle(document.documentElement).colorScheme.includes("dark");
    const found = new Map();
    let count = 0;
    for (const e of document.querySelectorAll(".asean-digital, .asean-digital *")) {
        if (e.tagName === "STYLE" || !Array.from(e.childNodes).some(n => n.nodeType === 3 && n.textContent.trim())) continue;
        let ground = canvas ? [18, 18, 18, 1] : [255, 255, 255, 1], opacity = 1;
        for (const each of [e, ...function* () { for (let p = e; p = p.parentElement;) yield p; }()].reverse()) {
            const style = getComputedStyle(each);
            ground = over(read(style.backgroundColor), ground);
            opacity *= Number(style.opacity);
        }
        const ink = read(getComputedStyle(e).color);
        ink[3] *= opacity;
        const [a, b] = [lum(over(ink, ground)), lum(ground)].sort((x, y) => y - x);
        const ratio = (a + 0.05) / (b + 0.05);
        count += 1;
        if (ratio < 4.5) found.set(`${e.tagName} ${e.className}`, ratio.toFixed(2));
    }
    return [count, Array.from(found)];
}"""
WIDE = """() => [document.documentElement.scrollWidth - window.innerWidth,
    Array.from(document.querySelectorAll(".asean-digital *")).filter(e => !e.closest(".scroll")
        && e.getClientRects().length && e.getBoundingClientRect().right > window.innerWidth + 1).map(e => e.outerHTML.slice(0, 120))]"""


@pytest.fixture
def show(opened):
    """A function that shows a value as a notebook does."""

    def shows(name, host="notebook", page=None, **how):
        page = page or opened(None, **how)
        viewport = '<meta name="viewport" content="width=device-width">'
        html = SHOWN[name]()._repr_html_()
        page.set_content(
            f'<!doctype html><html lang="en"><head>{viewport}<style>{HOSTS[host]}</style></head><body class="out">{html}</body>'
        )
        return page

    return shows


@pytest.mark.parametrize("host", sorted(HOSTS))
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_stands_out_in_every_theme(show, host, scheme):
    page = None
    for name in SHOWN:
        page = show(name, host, page, scheme=scheme)
        page.evaluate(OPEN)
        count, faint = page.evaluate(FAINT)
        assert count
        assert faint == [], name


def test_the_measure_of_contrast_sees_grey_on_grey(opened):
    page = opened(None)
    page.set_content('<p class="asean-digital" style="color: #000; background: #fff; opacity: .4">faint</p>')
    assert page.evaluate(FAINT) == [1, [["P asean-digital", page.evaluate(FAINT)[1][0][1]]]]
    page.set_content('<p class="asean-digital">plain</p>')
    assert page.evaluate(FAINT) == [1, []]


@pytest.mark.parametrize("host", sorted(HOSTS))
def test_nothing_is_wider_than_a_phone(show, host):
    page = None
    for name in SHOWN:
        page = show(name, host, page, width=390)
        page.evaluate(OPEN)
        wide, out = page.evaluate(WIDE)
        assert (wide <= 0, out) == (True, []), name


def test_the_rules_of_the_notebook_do_not_bend_a_table(show):
    page = show("records")
    for cell in ("tbody td", "tbody th", "thead th"):
        assert page.locator(cell).first.evaluate("each => getComputedStyle(each).textAlign") in {"left", "start"}
        assert page.locator(cell).first.evaluate("each => getComputedStyle(each).whiteSpace") == "normal"


def test_sources_are_reached_and_opened_with_the_keyboard(show):
    page = show("meeting")
    summary = page.locator(".facts summary").first
    link = page.locator(".facts details").first.locator("a").first
    assert not link.is_visible()
    for _ in range(3):
        page.keyboard.press("Tab")
        if summary.evaluate("each => each === document.activeElement"):
            break
    assert summary.evaluate("each => getComputedStyle(each).outlineStyle") != "none"
    page.keyboard.press("Enter")
    assert link.is_visible()
    page.keyboard.press("Tab")
    assert link.evaluate("each => each === document.activeElement")


def test_a_wide_table_scrolls_with_the_keyboard(show):
    page = show("timeline", width=390)
    page.keyboard.press("Tab")
    box = page.locator(".scroll")
    assert box.evaluate("each => each === document.activeElement")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.scroll').scrollLeft > 0")


def test_a_screen_reader_is_told_headings_captions_and_heads(show):
    page = show("meeting")
    assert page.get_by_role("heading", level=3).inner_text() == "6th ASEAN Digital Ministers' Meeting"
    headings = page.get_by_role("heading", level=4).all_inner_texts()
    assert {"At a glance", "Outcomes", "What sources disagree on", "What is not known"} <= set(headings)
    assert page.get_by_role("article").count() == 1
    page = show("records")
    assert page.get_by_role("table", name=re.compile("^RecordSet: [0-9]+ records, the first 20 shown$")).count() == 1
    assert page.get_by_role("columnheader").all_inner_texts()[0] == "name"
    assert page.get_by_role("rowheader").count() == 20
    assert page.get_by_role("region", name=re.compile("^RecordSet")).count() == 1


def test_each_mark_of_a_matrix_has_words_that_are_not_seen(show):
    page = show("matrix")
    matrix = ad.matrix(2026)
    assert page.get_by_role("cell", name="not named", exact=True).count() == sum(cell.mark == "✗" for cell in matrix)
    hidden = page.locator("td .unseen").first.bounding_box()
    assert max(hidden["width"], hidden["height"]) <= 1


def test_all_is_there_without_the_style(opened):
    """Where a notebook is not trusted, its styles are taken away."""
    page = opened(None)
    html = re.sub("<style>.*?</style>", "", ad.card("adgmin-7"), flags=re.DOTALL)
    page.set_content(html)
    text = page.locator("article").inner_text()
    for words in ("7th ASEAN Digital Ministers' Meeting", "When: \nJanuary 2027", "only announced"):
        assert " ".join(words.split()) in " ".join(text.split())
