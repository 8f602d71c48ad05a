"""Who stands in a list as a household and as a delegate is told: the door counts each for itself."""

from data.model.guest import Facts, Guest
from data.model.plan import GuestKind
from data.roster.comparing.namesakes import Namesakes, on_both_lists
from data.roster.facts import RosterRow


def row(number: int, kind: GuestKind, name: str, phone: str) -> RosterRow:
    return RosterRow("A", number, Facts(kind=kind, name=name, delegation="x", phone=phone))


def test_one_name_and_one_telephone_on_both_lists_is_one_person() -> None:
    rows = [
        row(2, "household", "Phạm Văn Thơ", "0900000123; 0900000124"),
        row(3, "household", "Phạm Văn Thơ", "0911111111"),
        row(4, "delegate", "PHẠM VĂN THƠ", "0900 000 124"),
        row(5, "delegate", "Phạm Văn Thơ", ""),
        row(6, "delegate", "Lê Thị Lan", "0911111111"),
    ]
    assert on_both_lists(rows) == (Namesakes("Phạm Văn Thơ", (2, 4)),)


def test_a_guest_whom_the_event_has_counts_and_one_on_one_list_does_not() -> None:
    known = Guest(number=7, code="", kind="delegate", name="Lê Thị Lan", delegation="x", phone="0911111111")
    rows = [row(2, "household", "Lê Thị Lan", "0911111111")]
    assert on_both_lists(rows, [known]) == (Namesakes("Lê Thị Lan", (2,)),)
    assert on_both_lists(rows) == ()
