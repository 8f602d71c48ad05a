"""What belongs to an item that is off is not missing: the list of what is missing can reach zero."""

from data.commands.event.checklist import open_points, settle
from data.commands.event.event import set_blank, set_fact, set_gift, switch_item
from data.commands.guests import correct_guest, mark_printed
from data.session.session import Session
from data.text.people.honorific import likely_honorific
from tests.data.commands.event.test_checklist import said_of


def ids(session: Session) -> set[str]:
    return {point.id for point in open_points(session.state)}


def test_blanks_and_books_of_an_item_go_and_come_with_it(session: Session) -> None:
    assert {"bookcase_giver", "bookcase_witness", "tu-sach"} <= ids(session)
    assert "response_speaker" not in ids(session)
    switch_item(session, "tu-sach", False)
    assert not {"bookcase_giver", "bookcase_receiver", "bookcase_witness", "tu-sach"} & ids(session)
    switch_item(session, "tu-sach", True)
    switch_item(session, "tiep-thu", True)
    assert {"bookcase_giver", "tu-sach", "response_speaker"} <= ids(session)


def test_nothing_is_missing_in_the_end(session: Session) -> None:
    switch_item(session, "tu-sach", False)
    switch_item(session, "tang-hoa", False)
    for guest in list(session.state.guests.values()):
        if not guest.is_household:
            correct_guest(session, guest.number, honorific=likely_honorific(guest.name) or "Ông")
    mark_printed(session, session.state.guests)
    set_fact(session, "plan_number", "12/KH-MTTQ-BTT")
    for point in open_points(session.state):
        settle(session, point, said_of(point.id) or "Bà Hà")
    assert open_points(session.state) == []


def test_a_blank_that_another_text_uses_too_stays(session: Session) -> None:
    set_gift(session, "tai-lieu", giver="{bookcase_giver}")
    switch_item(session, "tu-sach", False)
    assert "bookcase_giver" in ids(session)
    set_blank(session, "bookcase_giver", "Bà Hà")
    assert "bookcase_giver" not in ids(session)
