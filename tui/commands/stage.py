"""What can be done on the stage (F3)."""

from data.language import N_
from tui.commands.command import STAGE, Command

COMMANDS: tuple[Command, ...] = (
    Command("go", "space", N_("GO"), N_("End the running item and begin the next"), (STAGE,), (STAGE,)),
    Command(
        "pause",
        "p",
        N_("Pause"),
        N_("Stop the clock of the running item, or let it go on"),
        (STAGE,),
        (STAGE,),
    ),
    Command("back", "b", N_("Back"), N_("Go back to the item before"), (STAGE,), (STAGE,)),
    Command(
        "more", "plus,equals_sign", N_("1 min more"), N_("Give the running item one more minute"), (STAGE,)
    ),
    Command("fewer", "minus", N_("1 min less"), N_("Give the running item one minute less"), (STAGE,)),
)
