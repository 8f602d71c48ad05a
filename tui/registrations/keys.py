"""What can be done with the yearly registrations of households (Ctrl+R)."""

from data.language import N_
from tui.frame.keys.command import REGISTRATIONS, Command

COMMANDS: tuple[Command, ...] = (
    Command(
        "other_criterion",
        "f7",
        N_("Criterion"),
        N_("Register for the next criterion of the plan"),
        (REGISTRATIONS,),
        (REGISTRATIONS,),
    ),
    Command(
        "withdraw",
        "f8",
        N_("Withdraw"),
        N_("Take the registration of a household back"),
        (REGISTRATIONS,),
        (REGISTRATIONS,),
    ),
    Command(
        "other_year",
        "f9",
        N_("Year"),
        N_("Register for another year"),
        (REGISTRATIONS,),
        (REGISTRATIONS,),
    ),
)
