"""What can be done with gifts (F4)."""

from data.language import N_
from tui.commands.command import GIFTS, Command

COMMANDS: tuple[Command, ...] = (
    Command("hand_over", "f7", N_("Log it"), N_("Log the handover as the form says"), (GIFTS,), (GIFTS,)),
    Command(
        "void", "f8", N_("Void"), N_("Say that the selected handover was logged wrongly"), (GIFTS,), (GIFTS,)
    ),
)
