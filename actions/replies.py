"""Answers that are about no single item: sentences of wording.yml with the centre's facts."""

from __future__ import annotations

from actions.answer import Answer, Entry, Section, Status
from actions.wording import say, title, wording
from knowledge.guide import Guide
from knowledge.records import Office


def reply(guide: Guide, status: Status, key: str, **more: object) -> Answer:
    """One sentence, and the centre's telephones."""
    said = Entry(say(key, guide, count=len(guide.items), **more))
    return Answer(status, sections=(Section("reply", "", (said,)),), phones=guide.centre.phones)


def office_section(offices: tuple[Office, ...]) -> Section:
    """Offices with address and telephone; a cut-off address is said to be so."""
    form = wording()["office"]
    return Section(
        "phone_office",
        title("office"),
        tuple(
            Entry(
                form.format(name=office.name, address=office.address, phone=office.phone)
                + (f"（{office.note}）" if office.note else "")
            )
            for office in offices
        ),
    )
