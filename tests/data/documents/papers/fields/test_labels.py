"""What is left blank on a paper is named in the language that people read."""

import re

import pytest

from data.documents.papers.fields.content import event_content
from data.documents.papers.fields.labels import shown_label
from data.documents.papers.fields.single import copies
from data.documents.papers.fields.values import gaps_of, labelled, name_of
from data.documents.papers.overview import look_at_papers, missing_text
from data.language import choose
from data.model.event import Event
from data.session.session import Session

_VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")


def labels(session: Session) -> set[str]:
    """Every label that a template of anybody's could leave blank, tables by their columns."""
    content = event_content(session.state, session.now())
    found: set[str] = set()
    for name in content.names:
        table, dot, column = name.partition(".")
        found |= {f"{table}: {column}"} if dot else set(gaps_of(content.field(name_of(name))))
    for copy in (*copies(session.state, "delegate"), *copies(session.state, "front-row")):
        found |= {label for name, value in copy.fields.items() for label in gaps_of(labelled(value, name))}
    for look in look_at_papers(session).values():
        found |= set(look.missing)
    return found


@pytest.mark.parametrize("guests", [True, False], ids=["with guests", "empty"])
def test_whatever_is_left_blank_has_an_english_name(session: Session, guests: bool) -> None:
    event = session.state.event
    if not guests:
        session.state.guests.clear()
    choose("en")
    named = {label: shown_label(label, event) for label in labels(session)}
    assert len(named) > 100
    assert {label: name for label, name in named.items() if _VIETNAMESE.search(name)} == {}


def test_in_vietnamese_the_label_is_the_fields_own(session: Session) -> None:
    assert shown_label("số văn bản", session.state.event) == "số văn bản"


def test_what_the_plan_leaves_open_has_the_plans_english_name(session: Session) -> None:
    choose("en")
    event: Event = session.state.event
    assert shown_label("chủ tọa", event) == "chair"
    assert shown_label("người công bố Quyết định thành lập mô hình", event).startswith("who reads out")
    minutes = look_at_papers(session)["minutes"].missing
    assert "number of the paper" in missing_text(minutes, event)


def test_a_field_that_nobody_named_in_english_keeps_its_own(session: Session) -> None:
    choose("en")
    assert shown_label("trường riêng của xã", session.state.event) == "trường riêng của xã"
