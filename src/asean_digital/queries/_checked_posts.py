"""Posts that a text gives to people, set against the offices and roles of the record."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs

from asean_digital.model.party import PartyForm
from asean_digital.model.person import Person
from asean_digital.model.wording import Wording
from asean_digital.queries._cues import OTHER, cues
from asean_digital.queries._held import HELD, Held, held_at
from asean_digital.queries._spelling import lower
from asean_digital.queries._verdicts import ClaimSort, Judged, Overlap, Setting, Verdict, judged
from asean_digital.queries.statements import Statement, statements
from asean_digital.values._fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from asean_digital.queries._passages import Passage
    from asean_digital.queries._verdicts import Claim
    from asean_digital.queries.mentioning import Mention
    from asean_digital.registry import Registry

_RANKS: dict[str, str] = {
    "standing deputy prime minister|permanent deputy prime minister|deputy prime minister|phó thủ tướng thường trực|phó thủ tướng": "deputy premier",
    "prime minister|premier|thủ tướng": "premier",
    "senior minister of state|minister of state|state minister|quốc vụ khanh cấp cao|quốc vụ khanh": "minister of state",
    "second vice minister|vice minister|vice-minister|deputy minister|undersecretary|under secretary|thứ trưởng": "vice minister",
    "union minister|minister|bộ trưởng": "minister",
    "deputy secretary-general|under-secretary-general|under-secretary general|deputy secretary general|phó tổng thư ký": "deputy secretary-general",
    "secretary-general|secretary general|tổng thư ký": "secretary-general",
    "deputy permanent secretary|phó thư ký thường trực": "deputy permanent secretary",
    "permanent secretary|thư ký thường trực": "permanent secretary",
    "secretary": "minister",
    "deputy director-general|deputy director general|deputy director|deputy head|phó vụ trưởng|phó giám đốc|phó cục trưởng": "deputy director",
    "director-general|director general|director|vụ trưởng|giám đốc|cục trưởng|tổng giám đốc": "director",
    "head|trưởng văn phòng|trưởng ban": "head",
    "vice president|phó tổng thống": "vice president",
    "president|tổng thống": "president",
    "deputy chair|vice chair|vice-chair|vice chairman|phó chủ tịch": "vice chair",
    "chairman|chairperson|chairwoman|chair|chủ tịch": "chair",
    "commissioner|ủy viên": "commissioner",
    "ambassador|đại sứ": "ambassador",
    "special envoy|đặc phái viên": "envoy",
    "deputy sultan|phó quốc vương": "deputy sultan",
}
"""The words for a rank in English and Vietnamese, and the rank that both mean."""
_VIETNAMESE = re.compile(r"[^\x00-\x7f]")
_HONOUR = re.compile(
    r"(?:\b(?:ông|bà|đồng chí|ngài|ts|pgs|gs|mr|mrs|ms|dr|prof|h\.e|his excellency|her excellency|the honourable|datuk|dato)\b\.?\s*)+$"
)
_AFTER = re.compile(
    r"\s*(?:[,(–—-]|\bas\b|\bvới vai trò\b|\blà\b|\bgiữ chức\b|\bis\b|\bwas\b|\bwho is\b)\s*(?:the |a |who is |who was |then |hiện là |là |with )?"
)
_FORMER = re.compile(r"(?:former|then|ex|outgoing|nguyên|cựu|khi đó|incoming|tân)[\s-]*$")
_LOWER_RANK = re.compile(r"(?:deputy|vice|assistant|under|second|senior|state|acting|phó|trợ lý|quyền|tổng)[\s-]*$")
_GOES_ON = re.compile(r"\w|,? (?:and|và|&) ")
_STOP_AT = re.compile(r"[.;()“”\"\n]|\s[-–—]\s")
_AFFILIATION = re.compile(r"\s(?:thuộc|của|under|at|from|tại|trực thuộc)\s")
_IDLE = frozenset(
    [
        "of",
        "the",
        "for",
        "and",
        "in",
        "to",
        "a",
        "an",
        "s",
        "cua",
        "va",
        "bo",
        "phu",
        "trach",
        "nuoc",
        "cong",
        "hoa",
        "ve",
        "la",
        "ministry",
        "republic",
        "state",
        "socialist",
        "xa",
        "hoi",
        "chu",
        "nghia",
        "federal",
    ]
)


@cache
def _ranks() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {word: rank for words, rank in _RANKS.items() for word in words.split("|")}
    words = sorted(table, key=lambda word: -len(word))
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, words))})(?![\w-])"), table


@attrs.frozen(eq=False)
class _Post:
    """A post of the record: whose, its rank, and the words of its charge, without marks."""

    person: str
    held: Held
    lang: str
    rank: str
    charge: frozenset[str]
    party: str


@attrs.frozen(eq=False)
class _Posts:
    """The posts of a registry by person, their texts, the longest first, and the words of countries and the states."""

    by_person: dict[str, tuple[_Post, ...]]
    texts: tuple[str, ...]
    countries: frozenset[str]
    states: frozenset[str]


def _posts(registry: Registry) -> _Posts:
    found: dict[str, list[_Post]] = {}
    for record in registry:
        owners: dict[str, tuple[str, Any]] = {}
        if isinstance(record, Person):
            owners = {f"offices/{office.key}": (record.id, office.party) for office in record.offices}
        elif hasattr(type(record), "roles"):
            owners = {
                f"roles/{role.key}": (role.person.text, role.party)
                for role in record.roles  # type: ignore[attr-defined]
                if role.person
            }
        if not owners:
            continue
        by_path = {statement.path: statement for statement in statements(record)}
        for statement in by_path.values():
            owner = owners.get("/".join(statement.path.split("/")[:2]))
            if owner and "/post/" in statement.path and isinstance(statement.value, Wording):
                post = _post(*owner, record, statement, by_path)
                if post is not None:
                    found.setdefault(owner[0], []).append(post)
    countries = {fold(word) for party in registry.parties for wording in party.names for word in re.findall(r"\w+", wording.text)}
    texts = {lower(post.held.value.text) for rows in found.values() for post in rows}
    ordered = tuple(sorted(texts, key=lambda text: (-len(text), text)))
    states = {party.id for party in registry.parties if party.form is PartyForm.STATE}
    return _Posts({owner: tuple(rows) for owner, rows in found.items()}, ordered, frozenset(countries), frozenset(states))


def _post(owner: str, party: Any, record: Any, statement: Statement, by_path: dict[str, Statement]) -> _Post | None:
    held = held_at(record, statement.path, "post", by_path)
    parsed = _parsed(lower(statement.value.text))
    if held is None or parsed is None or statement.value.lang not in {"en", "vi"}:
        return None
    return _Post(owner, held, statement.value.lang, *parsed, str(party or ""))


def _parsed(text: str) -> tuple[str, frozenset[str]] | None:
    """The rank of a post and the words of its charge; None where it has no rank that we know."""
    pattern, table = _ranks()
    match = pattern.search(text)
    if match is None:
        return None
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    return table[match[1]], frozenset(fold(word) for word in re.findall(r"[^\W_]+", rest)) - _IDLE


def check_posts(passage: Passage, setting: Setting) -> Iterator[Claim]:
    """The posts that stand beside the names of people in a passage."""
    people = [row for row in passage.mentions if row.kind == "person"]
    if not people:
        return
    posts = setting.registry.derived(_posts)
    for number, row in enumerate(people):
        before = people[number - 1].end if number else passage.start
        after = people[number + 1].start if number + 1 < len(people) else passage.end
        spans = [*_before(row, before, passage, posts.texts), *_after(row, after, passage, posts.texts)]
        if not spans:
            continue
        if row.ref is None:
            why = setting.several(row.text, row.candidates)
            yield setting.claim(*spans[0][:2], ClaimSort.POST, Verdict.NOT_CHECKED, None, why=why)
            continue
        yield _checked(spans, row, passage, posts, setting)


Span = tuple[int, int, bool]  # where the words of a post stand, and whether they are of an earlier time


def _before(row: Mention, first: int, passage: Passage, texts: tuple[str, ...]) -> Iterator[Span]:
    """The stretches that may be the post before a name: one that is recorded of anybody, then from each rank, the nearest first."""
    window = passage.between(max(first, row.start - 160), row.start)
    offset = row.start - len(window)
    honour = _HONOUR.search(window)
    end = honour.start() if honour else len(window)
    ending = window[:end].rstrip(" ,")
    for text in texts:
        if ending.endswith(text) and not ending[: -len(text)][-1:].isalnum() and not _LOWER_RANK.search(ending[: -len(text)]):
            yield offset + len(ending) - len(text), offset + len(ending), _FORMER.search(ending[: -len(text)]) is not None
            break
    cut = max((match.end() for match in _STOP_AT.finditer(window, 0, end)), default=0)
    verbs = [cue.end for cue in cues(window[:end], 0) if OTHER in cue.senses or HELD in cue.senses]
    cut = max([cut, *verbs])
    for match in reversed(list(_ranks()[0].finditer(window, cut, end))):
        yield offset + match.start(), offset + len(ending), _FORMER.search(window[: match.start()]) is not None


def _after(row: Mention, last: int, passage: Passage, texts: tuple[str, ...]) -> Iterator[Span]:
    """The stretches that may be the post after a name: one that is recorded of anybody, then what goes on to the next mark or verb."""
    window = passage.between(row.end, min(last, row.end + 170))
    link = _AFTER.match(window)
    if link is None:
        return
    for text in texts:
        if window.startswith(text, link.end()) and not _GOES_ON.match(window, link.end() + len(text)):
            yield row.end + link.end(), row.end + link.end() + len(text), False
            break
    match = _ranks()[0].search(window, link.end(), min(len(window), link.end() + 60))
    if match is None or re.search(r"[,.;:()]", window[link.end() : match.start()]):
        return
    if match.start() - link.end() > 25:
        return
    stop = _STOP_AT.search(window, match.end())
    end = stop.start() if stop else len(window)
    verbs = [cue.start for cue in cues(window[:end], 0) if cue.start >= match.end()]
    end = min([end, *verbs])
    former = _FORMER.search(window[: match.start()]) is not None
    commas = [found.start() for found in re.finditer(",", window[match.end() : end])]
    for place in (*(match.end() + comma for comma in commas[:3]), end):
        trimmed = len(window[:place].rstrip(" ,-–"))
        yield row.end + match.start(), row.end + trimmed, former
        affiliation = _AFFILIATION.search(window, match.end(), trimmed)
        if affiliation:
            yield row.end + match.start(), row.end + affiliation.start(), former


_ORDER = (Verdict.AGREES, Verdict.PARTLY, Verdict.DIFFERS)


def _checked(spans: list[Span], row: Mention, passage: Passage, posts: _Posts, setting: Setting) -> Claim:
    recorded = posts.by_person.get(str(row.ref), ())
    states = posts.states
    found: list[tuple[int, int, int, Span, Judged]] = []
    for place, span in enumerate(spans):
        words = passage.between(span[0], span[1])
        parsed = _parsed(words)
        assert parsed is not None  # a stretch holds a rank, or is a recorded post, and these do
        lang = "vi" if _VIETNAMESE.search(words) else "en"
        said_of = {str(each.ref) for each in passage.mentions if span[0] <= each.start < span[1]} & states
        for post in recorded:
            judge = _judged(parsed, lang, post, posts, foreign=post.party in states and bool(said_of) and post.party not in said_of)
            if judge is not None:
                shared = len(parsed[1] & post.charge) + 2 * (parsed[0] == post.rank) + (post.held.record.KIND == "person")
                found.append((_ORDER.index(judge.verdict), place, -shared, span, judge))
    start, end, former = spans[0]
    said = passage.text[start - passage.start : end - passage.start]
    if not found or (former and min(found, key=lambda each: each[:3])[4].verdict is Verdict.DIFFERS):
        return setting.claim(start, end, ClaimSort.POST, Verdict.NOT_RECORDED, said, record=row.ref)
    _, _, _, (start, end, _), best = min(found, key=lambda each: each[:3])
    said = passage.text[start - passage.start : end - passage.start]
    why = _others(passage.between(start, end), str(row.ref), posts, setting) if best.verdict is Verdict.DIFFERS else ""
    if best.verdict is Verdict.DIFFERS and not why and _is_role(passage.between(start, end)):
        return setting.claim(start, end, ClaimSort.POST, Verdict.NOT_RECORDED, said, record=row.ref)
    return setting.claim(start, end, ClaimSort.POST, best.verdict, said, best.held, overlap=best.overlap, reading=best.reading, why=why)


def _is_role(words: str) -> bool:
    """Whether the words are of a part at a meeting, which is no office."""
    parsed = _parsed(words)
    return parsed is not None and parsed[0] in {"chair", "vice chair"}


def _judged(said: tuple[str, frozenset[str]], lang: str, post: _Post, posts: _Posts, *, foreign: bool) -> Judged | None:
    """What a recorded post says of one that is said: its rank, the words of its charge, and whether it is of another country."""
    rank, charge = said
    if lang != post.lang:
        return judged(post.held, lambda _: not foreign) if rank == post.rank and not charge - posts.countries else None
    rest, other = charge - posts.countries, post.charge - posts.countries
    if rank != post.rank or foreign:
        found: Overlap | bool = False
    elif rest == other or not rest:
        found = True
    elif rest < other:
        found = Overlap.WIDER
    else:
        found = Overlap.INSIDE if rest > other else False
    text = fold(post.held.value.text)
    for dispute in post.held.record.disputes:
        for reading in dispute.readings:
            value = getattr(reading.value, "text", reading.value)
            if (
                found is True
                and "/post/" in dispute.path
                and reading.role.value != "held"
                and isinstance(value, str)
                and fold(value) == text
            ):
                return Judged(post.held, Verdict.PARTLY, Overlap.ONE_OF_SEVERAL, reading)
    return judged(post.held, lambda value: found if value == post.held.value else False)


def _others(words: str, person: str, posts: _Posts, setting: Setting) -> str:
    """Who else is recorded in a post, as a sentence; empty where nobody is."""
    parsed = _parsed(words)
    same = [
        setting.registry[owner].name
        for owner, rows in posts.by_person.items()
        if owner != person and any((post.rank, post.charge - posts.countries) == parsed and post.charge for post in rows)
    ]
    names = ", ".join(sorted(same))
    return setting.say(f"the record has {names} in that post", f"bản ghi nêu {names} ở chức vụ đó") if same else ""
