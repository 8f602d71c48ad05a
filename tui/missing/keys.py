"""What can be done where the missing guests are listed (Ctrl+T)."""

from data.language import N_
from tui.frame.keys.command import MISSING, Command

COMMANDS: tuple[Command, ...] = (
    Command(
        "show_phone",
        "f7",
        N_("Phone"),
        N_("Show the marked guest's telephone number, until another is marked"),
        (MISSING,),
        (MISSING,),
        priority=True,
    ),
    Command(
        "admit_group",
        "f8",
        N_("All here"),
        N_("Let in all of the marked guest's delegation who are not here yet, at once"),
        (MISSING,),
        (MISSING,),
        priority=True,
    ),
)
