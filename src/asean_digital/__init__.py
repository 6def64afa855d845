"""ASEAN's digital cooperation as immutable, typed records in which every fact carries its source.

Example:
    >>> import asean_digital as ad
    >>> ad.meetings["adgmin-6"].when.label("en")
    '15-16 January 2026'

Nothing is loaded by the import itself: a name is fetched when it is first asked for, and data when it is first touched.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from asean_digital import errors, testing
    from asean_digital.codec._encode import to_dict
    from asean_digital.codec.document import dump, dumps, loads
    from asean_digital.dataset import load, validate
    from asean_digital.errors import Problem
    from asean_digital.exports._html import Html
    from asean_digital.exports.batches import mention_batches
    from asean_digital.exports.briefing import Markdown, brief
    from asean_digital.exports.card import card
    from asean_digital.exports.plots import plot_lineage, plot_matrix, plot_timeline
    from asean_digital.exports.saving import save_plot
    from asean_digital.model.act import Act, Verb
    from asean_digital.model.agreement import Agreement, AgreementForm, AgreementStatus
    from asean_digital.model.body import Body, BodyForm, BodyStatus
    from asean_digital.model.declaration import Declaration, DeclarationForm
    from asean_digital.model.evidence import Citation, Dispute, Gap, Reading, ReadingRole, Support
    from asean_digital.model.guide import Binding, Guide, GuideForm
    from asean_digital.model.item import Item, ItemForm, ItemStage
    from asean_digital.model.meeting import Meeting, MeetingForm, MeetingMode, MeetingStatus
    from asean_digital.model.membership import MemberRole, Membership
    from asean_digital.model.office import Office
    from asean_digital.model.partnership import Partnership
    from asean_digital.model.party import Party, PartyForm
    from asean_digital.model.person import Person
    from asean_digital.model.plan import Plan, PlanForm
    from asean_digital.model.prize import Medal, Prize
    from asean_digital.model.programme import Programme, ProgrammeForm, ProgrammeStatus
    from asean_digital.model.record import Record
    from asean_digital.model.role import Role, RoleForm
    from asean_digital.model.series import Level, MeetingSeries
    from asean_digital.model.source import Extent, Source, SourceForm
    from asean_digital.model.stage import Stage, StageForm
    from asean_digital.model.statistic import Nature, Statistic
    from asean_digital.model.topic import Topic
    from asean_digital.model.wording import Wording, WordingStatus
    from asean_digital.queries._dated import Happens, Standing
    from asean_digital.queries.acts import Outcome, adoption, outcomes
    from asean_digital.queries.atoms import Fact, facts
    from asean_digital.queries.certainty import Certainty
    from asean_digital.queries.checking import Claim, ClaimSort, Overlap, Verdict, check
    from asean_digital.queries.comparing import Compared, Continuity, compare
    from asean_digital.queries.days import Adopted, ChairOn, MemberOn, PlanOn, chair, members, plans_on
    from asean_digital.queries.expecting import Expectation, Fate, expectations
    from asean_digital.queries.finding import find, get
    from asean_digital.queries.happenings import Happening, timeline
    from asean_digital.queries.matrices import Matrix, MatrixCell, Named, PlanCoverage, Seen, matrix, plan_coverage
    from asean_digital.queries.mentioning import Mention, mentions
    from asean_digital.queries.partners import NamedArea, partners_naming, priorities
    from asean_digital.queries.provenance import Disputed, Evidence, Known, Missing, disputes, evidence, gaps
    from asean_digital.queries.reading import DateInText, dates_in, parse_when
    from asean_digital.queries.relating import OnTopic, about
    from asean_digital.queries.searching import Hit, Match, MatchStatus, match, search
    from asean_digital.queries.subjects import TopicMatch
    from asean_digital.queries.verifying import Uncited, Verification, uncited, verify_citations
    from asean_digital.registry import Registry
    from asean_digital.sets import Answers, RecordSet
    from asean_digital.values import (
        OPEN,
        UNKNOWN,
        Bound,
        PartialDate,
        Period,
        Quantity,
        QuantityBound,
        Ref,
        Term,
        When,
        possibly_before,
        possibly_on,
        possibly_same,
        surely_before,
        surely_on,
        surely_same,
    )
    from asean_digital.values._index import Likeness

    agreements: RecordSet[Agreement]
    bodies: RecordSet[Body]
    declarations: RecordSet[Declaration]
    guides: RecordSet[Guide]
    instruments: RecordSet[Agreement | Declaration | Guide | Plan]
    meeting_series: RecordSet[MeetingSeries]
    meetings: RecordSet[Meeting]
    parties: RecordSet[Party]
    partnerships: RecordSet[Partnership]
    people: RecordSet[Person]
    plans: RecordSet[Plan]
    programmes: RecordSet[Programme]
    sources: RecordSet[Source]
    statistics: RecordSet[Statistic]
    topics: RecordSet[Topic]

__version__ = "26.1.0"

_MODULES = {
    "codec._encode": ("to_dict",),
    "codec.document": ("dump", "dumps", "loads"),
    "dataset": ("load", "validate"),
    "errors": ("Problem",),
    "exports.batches": ("mention_batches",),
    "exports._html": ("Html",),
    "exports.briefing": ("Markdown", "brief"),
    "exports.card": ("card",),
    "exports.plots": ("plot_lineage", "plot_matrix", "plot_timeline"),
    "exports.saving": ("save_plot",),
    "model.act": ("Act", "Verb"),
    "model.agreement": ("Agreement", "AgreementForm", "AgreementStatus"),
    "model.body": ("Body", "BodyForm", "BodyStatus"),
    "model.declaration": ("Declaration", "DeclarationForm"),
    "model.evidence": ("Citation", "Dispute", "Gap", "Reading", "ReadingRole", "Support"),
    "model.guide": ("Binding", "Guide", "GuideForm"),
    "model.item": ("Item", "ItemForm", "ItemStage"),
    "model.meeting": ("Meeting", "MeetingForm", "MeetingMode", "MeetingStatus"),
    "model.membership": ("MemberRole", "Membership"),
    "model.office": ("Office",),
    "model.partnership": ("Partnership",),
    "model.party": ("Party", "PartyForm"),
    "model.person": ("Person",),
    "model.plan": ("Plan", "PlanForm"),
    "model.prize": ("Medal", "Prize"),
    "model.programme": ("Programme", "ProgrammeForm", "ProgrammeStatus"),
    "model.record": ("Record",),
    "model.role": ("Role", "RoleForm"),
    "model.series": ("Level", "MeetingSeries"),
    "model.source": ("Extent", "Source", "SourceForm"),
    "model.stage": ("Stage", "StageForm"),
    "model.statistic": ("Nature", "Statistic"),
    "model.topic": ("Topic",),
    "model.wording": ("Wording", "WordingStatus"),
    "queries._dated": ("Happens", "Standing"),
    "queries.acts": ("Outcome", "adoption", "outcomes"),
    "queries.atoms": ("Fact", "facts"),
    "queries.certainty": ("Certainty",),
    "queries.checking": ("Claim", "ClaimSort", "Overlap", "Verdict", "check"),
    "queries.comparing": ("Compared", "Continuity", "compare"),
    "queries.days": ("Adopted", "ChairOn", "MemberOn", "PlanOn", "chair", "members", "plans_on"),
    "queries.expecting": ("Expectation", "Fate", "expectations"),
    "queries.finding": ("find", "get"),
    "queries.happenings": ("Happening", "timeline"),
    "queries.matrices": ("Matrix", "MatrixCell", "Named", "PlanCoverage", "Seen", "matrix", "plan_coverage"),
    "queries.mentioning": ("Mention", "mentions"),
    "queries.partners": ("NamedArea", "partners_naming", "priorities"),
    "queries.provenance": ("Disputed", "Evidence", "Known", "Missing", "disputes", "evidence", "gaps"),
    "queries.relating": ("OnTopic", "about"),
    "queries.searching": ("Hit", "Match", "MatchStatus", "match", "search"),
    "queries.subjects": ("TopicMatch",),
    "queries.reading": ("DateInText", "dates_in", "parse_when"),
    "queries.verifying": ("Uncited", "Verification", "uncited", "verify_citations"),
    "registry": ("Registry",),
    "sets": ("Answers", "RecordSet"),
    "values": (
        "Bound",
        "OPEN",
        "PartialDate",
        "Period",
        "Quantity",
        "QuantityBound",
        "Ref",
        "Term",
        "UNKNOWN",
        "When",
        "possibly_before",
        "possibly_on",
        "possibly_same",
        "surely_before",
        "surely_on",
        "surely_same",
    ),
    "values._index": ("Likeness",),
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}
_SETS = {
    "agreements": "agreement",
    "bodies": "body",
    "declarations": "declaration",
    "guides": "guide",
    "meeting_series": "series",
    "meetings": "meeting",
    "parties": "party",
    "partnerships": "partnership",
    "people": "person",
    "plans": "plan",
    "programmes": "programme",
    "sources": "source",
    "statistics": "statistic",
    "topics": "topic",
}

__all__ = [
    "OPEN",
    "UNKNOWN",
    "Act",
    "Adopted",
    "Agreement",
    "AgreementForm",
    "AgreementStatus",
    "Answers",
    "Binding",
    "Body",
    "BodyForm",
    "BodyStatus",
    "Bound",
    "Certainty",
    "ChairOn",
    "Citation",
    "Claim",
    "ClaimSort",
    "Compared",
    "Continuity",
    "DateInText",
    "Declaration",
    "DeclarationForm",
    "Dispute",
    "Disputed",
    "Evidence",
    "Expectation",
    "Extent",
    "Fact",
    "Fate",
    "Gap",
    "Guide",
    "GuideForm",
    "Happening",
    "Happens",
    "Hit",
    "Html",
    "Item",
    "ItemForm",
    "ItemStage",
    "Known",
    "Level",
    "Likeness",
    "Markdown",
    "Match",
    "MatchStatus",
    "Matrix",
    "MatrixCell",
    "Medal",
    "Meeting",
    "MeetingForm",
    "MeetingMode",
    "MeetingSeries",
    "MeetingStatus",
    "MemberOn",
    "MemberRole",
    "Membership",
    "Mention",
    "Missing",
    "Named",
    "NamedArea",
    "Nature",
    "Office",
    "OnTopic",
    "Outcome",
    "Overlap",
    "PartialDate",
    "Partnership",
    "Party",
    "PartyForm",
    "Period",
    "Person",
    "Plan",
    "PlanCoverage",
    "PlanForm",
    "PlanOn",
    "Prize",
    "Problem",
    "Programme",
    "ProgrammeForm",
    "ProgrammeStatus",
    "Quantity",
    "QuantityBound",
    "Reading",
    "ReadingRole",
    "Record",
    "RecordSet",
    "Ref",
    "Registry",
    "Role",
    "RoleForm",
    "Seen",
    "Source",
    "SourceForm",
    "Stage",
    "StageForm",
    "Standing",
    "Statistic",
    "Support",
    "Term",
    "Topic",
    "TopicMatch",
    "Uncited",
    "Verb",
    "Verdict",
    "Verification",
    "When",
    "Wording",
    "WordingStatus",
    "about",
    "adoption",
    "agreements",
    "bodies",
    "brief",
    "card",
    "chair",
    "check",
    "compare",
    "dates_in",
    "declarations",
    "disputes",
    "dump",
    "dumps",
    "errors",
    "evidence",
    "expectations",
    "facts",
    "find",
    "gaps",
    "get",
    "guides",
    "instruments",
    "load",
    "loads",
    "match",
    "matrix",
    "meeting_series",
    "meetings",
    "members",
    "mention_batches",
    "mentions",
    "outcomes",
    "parse_when",
    "parties",
    "partners_naming",
    "partnerships",
    "people",
    "plan_coverage",
    "plans",
    "plans_on",
    "plot_lineage",
    "plot_matrix",
    "plot_timeline",
    "possibly_before",
    "possibly_on",
    "possibly_same",
    "priorities",
    "programmes",
    "save_plot",
    "search",
    "sources",
    "statistics",
    "surely_before",
    "surely_on",
    "surely_same",
    "timeline",
    "to_dict",
    "topics",
    "uncited",
    "validate",
    "verify_citations",
]

if not TYPE_CHECKING:

    def __getattr__(name):
        """Fetch a public name when it is first asked for."""
        import importlib

        if name in _HOMES:
            value = getattr(importlib.import_module(f"asean_digital.{_HOMES[name]}"), name)
        elif name in _SETS:
            value = importlib.import_module("asean_digital.dataset").records(_SETS[name])
        elif name == "instruments":
            value = importlib.import_module("asean_digital.dataset").instruments()
        elif name in {"errors", "testing"}:
            value = importlib.import_module(f"asean_digital.{name}")
        else:
            msg = f"module 'asean_digital' has no attribute {name!r}"
            raise AttributeError(msg, name=name, obj=None)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
