"""What stands around a record: meetings within it, plans of partners, bodies and what they did, numbers, and where else it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from asean_digital.exports._labels import HEADINGS, KIND_LABELS, say
from asean_digital.exports._lines import Line, Piece, Section
from asean_digital.exports._words import Words
from asean_digital.model import KINDS
from asean_digital.model._spec import fields
from asean_digital.model.act import Act
from asean_digital.model.body import Body
from asean_digital.model.evidence import ReadingRole
from asean_digital.model.meeting import Meeting
from asean_digital.model.partnership import Partnership
from asean_digital.model.plan import Plan
from asean_digital.model.programme import Programme
from asean_digital.model.role import RoleForm
from asean_digital.model.series import MeetingSeries
from asean_digital.model.statistic import Statistic
from asean_digital.model.wording import Wording, best
from asean_digital.queries.acts import acts_on
from asean_digital.queries.statements import cited, items

if TYPE_CHECKING:
    from collections.abc import Iterator

    from asean_digital.model.record import Record
    from asean_digital.model.role import Role
    from asean_digital.values import Ref

_LEADING = frozenset((RoleForm.CHAIR, RoleForm.CO_CHAIR, RoleForm.HOST))


class Around(Words):
    """Writes what stands around one record."""

    most: int = 12
    """How many records that name this one are shown of a kind."""

    def within(self) -> list[Record]:
        own = self.record.ref
        return [meeting for meeting in self.registry.of(Meeting) if meeting.part_of == own]

    def numbers(self) -> list[Record]:
        """The statistics about the record; for a meeting also those about what it dealt with that its own sources give."""
        statistics = self.registry.of(Statistic)
        if not isinstance(self.record, Meeting):
            return [statistic for statistic in statistics if statistic.about == self.record.ref]
        own = {self.record.ref} | {meeting.ref for meeting in self.within()}
        near = {act.target for act in self.record.outcomes if act.target and not act.expected} | {body.ref for body in self.met()}
        sources = {entry.citation.source for entry in cited(self.record)}
        year = self.record.moment.earliest.year if self.record.moment else None
        return [
            each
            for each in statistics
            if each.about in own
            or (
                each.about in near
                and (each.as_of is None or each.as_of.year == year)
                and any(citation.source in sources for citation in each.citations if "quantity" in citation.supports)
            )
        ]

    def met(self) -> list[Body]:
        """The bodies whose series met: of the meeting itself and of the meetings within it."""
        meetings = [self.record, *self.within()]
        series = [self.registry.get(m.series) for m in meetings if isinstance(m, Meeting) and m.series]
        refs = [each.body for each in series if isinstance(each, MeetingSeries) and each.body]
        found = [self.registry.get(ref) for ref in dict.fromkeys(refs)]
        return [body for body in found if body is not None]

    def around(self) -> Iterator[Section]:
        if isinstance(self.record, Meeting):
            yield Section(say(HEADINGS, "within", self.lang), tuple(line for each in self.within() for line in self.with_outcomes(each)))
            yield Section(say(HEADINGS, "plans", self.lang), tuple(self.partner_plans()))
            yield Section(say(HEADINGS, "groups", self.lang), tuple(self.groups()))
        if isinstance(self.record, Partnership):
            for heading, records in self.partner_records(self.record.partner).items():
                yield Section(say(HEADINGS, heading, self.lang), tuple(line for each in records for line in self.with_outcomes(each)))
        yield Section(
            say(HEADINGS, "statistics", self.lang),
            tuple(self.short(each, "quantity") for each in self.numbers() if not self.only_announced(each)),
        )
        yield Section(say(HEADINGS, "acts_upon", self.lang), tuple(self.acts_upon()))
        yield Section(say(HEADINGS, "referrers", self.lang), tuple(self.referrers()))

    def partner_records(self, partner: Ref[Any]) -> dict[str, list[Record]]:
        """What ASEAN does with a partner: the meetings of their series, newest first, the plans and the programmes."""
        series = {each.ref for each in self.registry.of(MeetingSeries) if each.partner == partner}
        meetings = [each for each in self.registry.of(Meeting) if each.series in series]
        return {
            "meetings_with": [*reversed([each for each in meetings if each.moment]), *(each for each in meetings if not each.moment)],
            "plans_with": [each for each in self.registry.of(Plan) if partner in each.partners],
            "programmes_with": [each for each in self.registry.of(Programme) if partner in each.partners],
        }

    def only_announced(self, record: Record) -> bool:
        return isinstance(record, Statistic) and record.expected

    def short(self, record: Record, *names: str) -> Line:
        """Another record in one line: its name, when and where it was, or the fields named."""
        writer = self.of(record)
        chosen = names or ("when", "when_overall", "period", "city", "status")
        pieces = []
        for name, spec, _ in fields(type(record)):
            value = getattr(record, name)
            if name in names and value in (None, ()):
                pieces += self.readings(writer, name)
            elif name in chosen and value not in (None, ()) and not (name == "when_overall" and record.moment is not value):
                if isinstance(value, tuple) and isinstance(value[0], Wording):
                    wording = best(value, self.lang) or value[0]
                    pieces.append(Piece(self.spoken(wording), record.id, f"{name}/{wording.key}", wording.citations))
                else:
                    pieces += [Piece(writer.text(v), record.id, p, writer.held.get(p, ())) for p, v in items(name, spec, value)]
                if name in names:
                    pieces += self.readings(writer, name)
        disputed = any(writer.marks((), piece.path.partition("/")[0], elsewhere=True) for piece in pieces)
        after = self.mark("disputed_elsewhere") if disputed else ""
        return Line(label=self.name(record.ref), pieces=tuple(pieces), sort="related", after=after)

    def readings(self, writer: Words, name: str) -> list[Piece]:
        """What other sources say of a field, in short."""
        return [
            Piece(self.mark("otherwise").format(writer.text(reading.value)), writer.record.id, name, reading.citations)
            for dispute in writer.record.disputes
            if dispute.path == name
            for reading in dispute.readings
            if reading.role is not ReadingRole.HELD
        ]

    def with_outcomes(self, meeting: Record) -> Iterator[Line]:
        """A meeting in one line, and below it what it decided."""
        yield self.short(meeting)
        writer = self.of(meeting)
        for act in getattr(meeting, "outcomes", ()):
            if not act.expected:
                path = f"outcomes/{act.key}"
                yield Line(
                    pieces=(Piece(writer.part(act), meeting.id, path, act.citations),),
                    sort="related",
                    depth=1,
                    after=writer.marks(act.citations, path, elsewhere=True),
                )

    def partner_plans(self) -> Iterator[Line]:
        """The partners' plans that the meeting received, each once with all its verbs, and the areas that it names."""
        acts: dict[Ref[Any], list[Act]] = {}
        for act in getattr(self.record, "outcomes", ()):
            if act.target and not act.expected:
                acts.setdefault(act.target, []).append(act)
        for target, received in acts.items():
            plan = self.registry.get(target)
            if isinstance(plan, Plan) and plan.partners:
                writer = self.of(plan)
                verbs = [Piece(act.verb.label(self.lang), self.record.id, f"outcomes/{act.key}", act.citations) for act in received]
                label = f"{', '.join(self.name(ref) for ref in plan.partners)}, {self.name(target)}"
                yield Line(label=label, pieces=tuple(verbs), sort="related")
                for item in plan.priorities:
                    piece = Piece(writer.part(item, lead=False), plan.id, f"priorities/{item.key}", item.citations)
                    yield Line(
                        pieces=(piece,),
                        sort="related",
                        depth=1,
                        after=writer.marks(item.citations, f"priorities/{item.key}", elsewhere=True),
                    )

    def groups(self) -> Iterator[Line]:
        """What the bodies that met, and those under them, did: as far as sources of this meeting report it."""
        sources = {entry.citation.source for entry in cited(self.record)}
        met = self.met()
        refs = {body.ref for body in met}
        under = [body for body in self.registry.of(Body) if body.parent in refs and body.ref not in refs]
        named = {act.target for act in getattr(self.record, "outcomes", ()) if act.target}
        others = [b for b in self.registry.of(Body) if b.ref in named and b.ref not in refs and b not in under]
        for body in (*met, *under, *others):
            acts = [
                act
                for act in body.acts
                if not act.expected and act.by in {None, body.ref} and any(citation.source in sources for citation in act.citations)
            ]
            if acts:
                writer = self.of(body)
                status = body.status.label(self.lang) if body.status else ""
                path = (Piece(status, body.id, "status", writer.held.get("status", ())),) if status else ()
                yield Line(label=self.name(body.ref), pieces=path, sort="related")
                for act in acts:
                    piece = Piece(writer.part(act), body.id, f"acts/{act.key}", act.citations)
                    yield Line(
                        pieces=(piece,), sort="related", depth=1, after=writer.marks(act.citations, f"acts/{act.key}", elsewhere=True)
                    )

    def acts_upon(self) -> Iterator[Line]:
        for row in acts_on(self.record.ref, self.registry):
            if row.record == self.record.ref:
                continue  # its own acts stand above
            field = "outcomes" if row.meeting else "acts"
            when = f", {self.text(row.when)}" if row.when else ""
            about = f": {self.wordings(row.act.words)}" if row.act.words else ""
            text = f"{row.act.verb.label(self.lang)}{about}{when}"
            yield Line(
                label=self.name(row.record),
                pieces=(Piece(text, row.record.text, f"{field}/{row.act.key}", row.act.citations),),
                sort="related",
            )

    def referrers(self) -> Iterator[Line]:
        """The records that name this one, by kind, shown by name."""
        found: dict[str, list[Record]] = {}
        acting = {row.record.text for row in acts_on(self.record.ref, self.registry)}
        shown = {each.id for each in (*self.within(), *self.numbers())} | acting
        for record in self.registry.referrers(self.record.ref):
            if record.id != self.record.id and record.id not in shown:
                found.setdefault(record.KIND, []).append(record)
        chaired, found["meeting"] = self.meetings(found.get("meeting", []))
        if chaired:
            yield Line(label=say(HEADINGS, "chaired", self.lang), pieces=tuple(map(self.with_role, chaired)), sort="referrers")
        for kind in KINDS:
            records = found.get(kind, [])
            if records:
                names = [self.name(record.ref) for record in records[: self.most]]
                if len(records) > self.most:
                    names.append(self.mark("more").format(len(records) - self.most))
                yield Line(label=say(KIND_LABELS, kind, self.lang), pieces=tuple(Piece(name) for name in names), sort="referrers")

    def meetings(self, records: list[Record]) -> tuple[list[Record], list[Record]]:
        """The meetings that a party or person chaired or hosted, and the others; the newest first, those without a day last."""
        newest = [*reversed([each for each in records if each.moment]), *(each for each in records if not each.moment)]
        leading = [each for each in newest if any(role.role in _LEADING for role in self.roles_in(each))]
        return leading, [each for each in newest if each not in leading]

    def roles_in(self, meeting: Record) -> list[Role]:
        """The roles of the page's record in a meeting."""
        return [role for role in getattr(meeting, "roles", ()) if self.record.ref in {role.party, role.person} and not role.expected]

    def with_role(self, meeting: Record) -> Piece:
        roles = self.roles_in(meeting)
        year = [str(meeting.moment.earliest.year)] if meeting.moment else []
        said = ", ".join([*year, *dict.fromkeys(role.role.label(self.lang) for role in roles if role.role in _LEADING)])
        citations = tuple(dict.fromkeys(citation for role in roles for citation in role.citations))
        return Piece(f"{self.name(meeting.ref)} ({said})", meeting.id, "roles", citations)

    def following(self) -> Iterator[Line]:
        record = self.record
        if isinstance(record, Meeting) and record.series and record.ordinal:
            for meeting in self.registry.of(Meeting):
                if meeting.series == record.series and meeting.ordinal == record.ordinal + 1:
                    yield self.short(meeting)
        if isinstance(record, Plan):
            for plan in self.registry.of(Plan):
                if plan.supersedes == record.ref:
                    yield self.short(plan)
