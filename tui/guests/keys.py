"""What can be done with the list of guests (F5)."""

from data.language import N_
from tui.frame.keys.command import GUESTS, Command

COMMANDS: tuple[Command, ...] = (
    Command(
        "import_roster",
        "f7",
        N_("Import"),
        N_("Read a list of guests from an Excel or CSV file"),
        (GUESTS,),
        (GUESTS,),
    ),
    Command(
        "draw_cards",
        "f8",
        N_("Cards"),
        N_("Draw cards: the new ones, all, or only one"),
        (GUESTS,),
        (GUESTS,),
    ),
    Command("show_code", "f9", N_("QR"), N_("Show the selected guest's QR large"), (GUESTS,), (GUESTS,)),
    Command(
        "guest_actions",
        "ctrl+e",
        N_("Edit"),
        N_("Add, edit or withdraw a guest; replace a lost card"),
        (GUESTS,),
        (GUESTS,),
        priority=True,
    ),
)
