"""What can be done on the stage (F3). Single letters do; none of them ends an item or loses a time."""

from data.language import N_
from tui.frame.keys.command import STAGE, Command

COMMANDS: tuple[Command, ...] = (
    Command("go", "space", N_("Next"), N_("End the running item and begin the next"), (STAGE,), (STAGE,)),
    Command(
        "pause",
        "p",
        N_("Pause"),
        N_("Stop the clock of the running item, or let it go on"),
        (STAGE,),
        (STAGE,),
    ),
    Command("back", "b", N_("Back"), N_("Go back to the item before; says which, first"), (STAGE,), (STAGE,)),
    Command(
        "more", "plus,equals_sign", N_("1 min more"), N_("Give the running item one more minute"), (STAGE,)
    ),
    Command("fewer", "minus", N_("1 min less"), N_("Give the running item one minute less"), (STAGE,)),
    Command(
        "minutes_ago",
        "m",
        N_("Missed Space"),
        N_("The item began some minutes ago: Space was forgotten, or pressed late"),
        (STAGE,),
    ),
    Command(
        "to_come",
        "l",
        N_("Items to come"),
        N_("The items that are still to come: other order (U, D), left out, more or fewer minutes"),
        (STAGE,),
    ),
    Command(
        "catch_up",
        "c",
        N_("Catch up"),
        N_("Propose which items to shorten so that it ends on time; at the second press, do it"),
        (STAGE,),
    ),
    Command("times", "g", N_("Times"), N_("Edit when an item really began or ended"), (STAGE,)),
    Command("count", "t", N_("Count it"), N_("Time that went by unseen counts for the item"), (STAGE,)),
    Command("drop", "k", N_("Do not count"), N_("Time that went by unseen does not count"), (STAGE,)),
    Command("ended_at", "h", N_("It ended at…"), N_("The item ended unseen: type when"), (STAGE,)),
)
