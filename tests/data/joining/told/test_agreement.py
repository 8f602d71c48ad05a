"""Whether the laptops say the same stands on the screen, with the time since when."""

from datetime import UTC, datetime, timedelta

from data.joining.agreement import Agreement
from data.joining.link.standing import Peer, Standing
from data.joining.words import together_line

NOW = datetime(2022, 6, 15, 0, 30, tzinfo=UTC)


def peer(entries: int, digest: str, *, is_here: bool = True) -> Peer:
    return Peer(id="b", name="cửa 2", heard=NOW, entries=entries, digest=digest, is_here=is_here)


def line(agreement: Agreement, *peers: Peer) -> str:
    standing = Standing(is_together=True, is_level=True, peers=peers)
    return together_line(standing, "d1", 5, agreement=agreement).text


def test_same_is_said_with_since_when_and_stays_while_somebody_works() -> None:
    agreement, other = Agreement(), peer(5, "d1")
    agreement.note(5, "d1", [other], NOW)
    agreement.note(6, "", [peer(6, "")], NOW + timedelta(minutes=5))
    agreement.note(6, "d2", [peer(6, "d2")], NOW + timedelta(minutes=9))
    assert agreement.is_same and agreement.since == NOW
    assert "giống nhau từ 07:30" in line(agreement, other)


def test_what_is_on_its_way_is_no_difference_but_another_result_is() -> None:
    agreement = Agreement()
    agreement.note(5, "d1", [peer(5, "d1")], NOW)
    agreement.note(6, "d2", [peer(5, "d1")], NOW + timedelta(seconds=5))
    assert agreement.is_same
    agreement.note(6, "d2", [peer(5, "d1")], NOW + timedelta(seconds=60))
    assert agreement.is_same is False and agreement.since == NOW + timedelta(seconds=5)
    agreement.note(6, "d2", [peer(6, "d2")], NOW + timedelta(seconds=70))
    agreement.note(6, "d2", [peer(6, "d3")], NOW + timedelta(seconds=80))
    assert "khác nhau từ 07:31" in line(agreement, peer(6, "d3"))


def test_nothing_is_said_where_nobody_else_is_here() -> None:
    agreement = Agreement()
    agreement.note(5, "d1", [peer(5, "d1")], NOW)
    agreement.note(5, "d1", [peer(5, "d1", is_here=False)], NOW + timedelta(minutes=1))
    assert agreement.is_same is None and "giống" not in line(agreement)
