"""What can be done with gifts (F4)."""

from data.language import N_
from tui.frame.keys.command import GIFTS, Command

COMMANDS: tuple[Command, ...] = (
    Command(
        "hand_over",
        "f7",
        N_("Log it"),
        N_("Log the handover as the form says; at the gift desk: check in and give, or give to a hamlet"),
        (GIFTS,),
        (GIFTS,),
    ),
    Command(
        "void", "f8", N_("Void"), N_("Say that the selected handover was logged wrongly"), (GIFTS,), (GIFTS,)
    ),
    Command(
        "pieces",
        "f9",
        N_("Pieces"),
        N_("What the gift consists of: titles, numbers, condition"),
        (GIFTS,),
        (GIFTS,),
    ),
    Command(
        "photo",
        "ctrl+f",
        N_("Photo"),
        N_("Copy a photo of a handover into the event's folder"),
        (GIFTS,),
        priority=True,
    ),
    Command(
        "desk",
        "ctrl+b",
        N_("Form"),
        N_("Between the gift desk and the form, for a gift that every household gets"),
        (GIFTS,),
        priority=True,
    ),
)
