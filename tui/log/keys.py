"""What can be done on the log (Ctrl+L)."""

from data.language import N_
from tui.frame.keys.command import LOG, Command

COMMANDS: tuple[Command, ...] = (
    Command(
        "log_area",
        "f7",
        N_("Part"),
        N_("Show only check-ins, refused scans, the stage, gifts …; again for the next"),
        (LOG,),
        (LOG,),
        priority=True,
    ),
    Command(
        "log_channel",
        "f8",
        N_("Way in"),
        N_("Show only what came by scanner, name, paper …; again for the next"),
        (LOG,),
        (LOG,),
        priority=True,
    ),
)
