"""The roles ``record`` and ``record-vi``: a link to the page of a record, by its name or by words of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from _record_page import file_name
from docutils import nodes
from docutils.utils import unescape

import asean_digital
from asean_digital.errors import AseanDigitalError

if TYPE_CHECKING:
    from docutils.parsers.rst.states import Inliner


def record_role(
    name: str, rawtext: str, text: str, lineno: int, inliner: Inliner, _options: Any = None, _content: Any = None
) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    """``{record}`meeting:adgmin-6` ``, or with words of one's own before the id in angle brackets."""
    words, bracket, record_id = unescape(text).rpartition("<")
    record_id = record_id.rstrip(">").strip()
    try:
        record = asean_digital.load()[record_id]
    except AseanDigitalError as error:
        message = inliner.reporter.error(f"no record {record_id!r}: {error}", line=lineno)
        return [inliner.problematic(rawtext, rawtext, message)], [message]
    lang = "vi" if name == "record-vi" else "en"
    docname = inliner.document.settings.env.docname
    address = f"{'../' * docname.count('/')}records/{file_name(record.id, lang)}.html"
    return [nodes.reference(rawtext, words.strip() if bracket else record.name_in(lang) or record.name, refuri=address, internal=True)], []
