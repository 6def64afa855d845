"""What holds of every piece of HTML that the library shows: it parses, it is inert, and it can be read without seeing it."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import html5lib

ALLOWED = {
    "style": set(),
    "article": {"class", "lang"},
    "div": {"class", "lang", "role", "tabindex", "aria-label"},
    "section": set(),
    "h3": set(),
    "h4": set(),
    "p": {"class", "lang"},
    "ul": {"class"},
    "li": {"class"},
    "b": {"data-path", "data-record"},
    "em": set(),
    "br": set(),
    "code": set(),
    "span": {"lang", "class", "aria-hidden", "data-path", "data-record"},
    "details": {"class"},
    "summary": set(),
    "a": {"href"},
    "table": {"class"},
    "caption": set(),
    "thead": set(),
    "tbody": set(),
    "tr": set(),
    "th": {"scope"},
    "td": set(),
}


def parsed(text: str) -> Any:
    """The fragment as a tree; any error of a browser's parser is an error."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(text)


def said(element: Any) -> str:
    """The text of an element without style, white space drawn together."""
    words = "".join(element.itertext())
    for style in element.iter("style"):
        words = words.replace("".join(style.itertext()), "")
    return " ".join(words.split())


def assert_sound(text: str) -> Any:
    """The tree of a piece of HTML that keeps every law."""
    tree = parsed(text)
    _assert_inert(tree)
    _assert_readable(tree)
    return tree


def _assert_inert(tree: Any) -> None:
    for element in tree.iter():
        if element is tree:
            continue
        assert element.tag in ALLOWED
        assert set(element.attrib) <= ALLOWED[element.tag]
        if element.tag == "a":
            assert re.match('https?://[^\\s"<>]+$', element.attrib["href"])
            assert said(element)
    (style,) = tree.iter("style")
    css = "".join(style.itertext())
    assert "url(" not in css
    assert "@import" not in css
    outer = [element for element in tree if element.tag != "style"]
    assert [element.attrib["class"] for element in outer] == ["asean-digital"]


def _assert_readable(tree: Any) -> None:
    for element in tree.iter("details"):
        assert element[0].tag == "summary"
        assert said(element[0])
        assert len(element) > 1
    for element in (*tree.iter("h3"), *tree.iter("h4"), *tree.iter("caption"), *tree.iter("p"), *tree.iter("li"), *tree.iter("td")):
        assert said(element)
    for element in tree.iter():
        lang = element.attrib.get("lang")
        assert lang is None or re.fullmatch("[a-z]{2,3}(-[A-Za-z0-9]+)*", lang)
    for table in tree.iter("table"):
        assert table[0].tag == "caption"
        heads = table.findall("thead/tr/th")
        assert all(head.attrib["scope"] == "col" for head in heads)
        assert heads
        for row in table.findall("tbody/tr"):
            assert [cell.tag for cell in row] == ["th", *["td"] * (len(heads) - 1)]
            assert row[0].attrib["scope"] == "row"
    for box in tree.iter("div"):
        if box.attrib.get("role") == "region":
            assert box.attrib["tabindex"] == "0"
            assert box.attrib["aria-label"] == said(box.find("table/caption"))


def paths(tree: Any, *sorts: str) -> Counter[str]:
    """The paths of the record itself that lines of certain sorts show."""
    found: Counter[str] = Counter()
    for line in (*tree.iter("li"), *tree.iter("p")):
        if line.attrib.get("class") in sorts:
            found.update(_own(line))
    return found


def _own(line: Any) -> Counter[str]:
    """The paths in a line, but not those in the lines below it."""
    found: Counter[str] = Counter()
    for child in line:
        if child.tag in {"span", "b"} and "data-path" in child.attrib and "data-record" not in child.attrib:
            found[child.attrib["data-path"]] += 1
        if not (child.tag == "li" and "class" in child.attrib):
            found.update(_own(child))
    return found
