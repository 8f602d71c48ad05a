"""The log of handovers names receivers as whole as there is room."""

from data.commands.gifts.gifts import hand_over
from data.model.entries.gifts import HandedGift, Person
from data.session.session import Session
from tui.gifts.handover_log import handover_text


def test_what_the_givers_column_does_not_need_is_the_receivers(session: Session) -> None:
    gift = session.state.event.gifts[0].id
    giver, receiver = Person(name="Đỗ Sơn"), Person(name="Bà Đặng Thị Đức Hạnh Nguyên")
    hand_over(session, [HandedGift(gift=gift, quantity=1)], giver=giver, receiver=receiver, witness=Person())
    (handover,) = session.state.handovers.by_id.values()
    width = 74
    wide = handover_text(handover, session.state, width, givers=len(giver.name))
    assert receiver.name in wide and len(wide) == width
    assert receiver.name not in handover_text(handover, session.state, width)
