"""A first look at the packaged data: one meeting, its evidence, what it adopted, what is not known.

Run it with `python examples/first_look.py`; it needs no network.
"""

from __future__ import annotations

import asean_digital as ad


def main() -> None:
    """Print a few sourced answers on the 6th ASEAN Digital Ministers' Meeting."""
    meeting = ad.meetings["adgmin-6"]
    print(meeting.name)
    print(meeting.name_in("vi"))
    if meeting.when and meeting.when_overall:
        print(f"  sessions: {meeting.when.label('en')}, within the week of {meeting.when_overall.label('en')}")

    found = ad.evidence(meeting, "when")
    print(f"  how sure: {found.certainty.label('en') if found.certainty else 'nothing said'}, {len(found.citations)} citations")

    print("\nAdopted, approved, endorsed or signed there:")
    for row in ad.outcomes(at=meeting, verbs=[verb for verb in ad.Verb if verb.is_acceptance]):
        if row.act.target:
            record = ad.find(row.act.target)
            print(f"  {row.act.verb.label('en')}: {record.name}")

    print("\nWhere sources disagree:")
    for dispute in ad.disputes(meeting):
        print(f"  {dispute.path}: {len(dispute.readings)} readings")

    print("\nLooked for and not found:")
    for gap in ad.gaps(meeting):
        print(f"  {gap.path}: {gap.note}")

    before, after = len(ad.members("2025-10-25")), len(ad.members("2025-10-26"))
    print(f"\nMembers of ASEAN: {before} on 25 October 2025, {after} on 26 October 2025")


if __name__ == "__main__":
    main()
