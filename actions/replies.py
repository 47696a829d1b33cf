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


def out_of_scope(guide: Guide) -> Answer:
    """That the guide does not answer this, and whom to call."""
    return reply(guide, "out_of_scope", "out_of_scope")


def office_answer(guide: Guide, offices: tuple[Office, ...]) -> Answer:
    """Address and telephone of the offices, with the page they stand on."""
    return Answer(
        "office",
        aspects=("phone_office",),
        sections=(office_section(offices),),
        phones=guide.centre.phones,
        citation=guide.cite(offices[0].page) if offices else None,
    )


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
