"""What can be done on the first screen."""

from data.language import N_
from tui.frame.keys.command import WELCOME, Command

COMMANDS: tuple[Command, ...] = (
    Command("sample", "s", N_("Sample"), N_("Make and open the sample event"), (WELCOME,), (WELCOME,)),
    Command("new", "n", N_("New"), N_("Make an event from the plan"), (WELCOME,), (WELCOME,)),
    Command(
        "rehearse",
        "r",
        N_("Rehearse"),
        N_("Practise on a copy that is thrown away, with guests who come by themselves"),
        (WELCOME,),
    ),
    Command(
        "app.tour",
        "t",
        N_("Tour"),
        N_("See a ceremony in one minute; any key leaves it"),
        (WELCOME,),
    ),
    Command(
        "meeting",
        "m",
        N_("Next meeting"),
        N_("Make the quarterly meeting that follows the chosen event, for the same guests"),
        (WELCOME,),
        (WELCOME,),
    ),
    Command(
        "bring_back",
        "b",
        N_("Bring back"),
        N_("Open an archive (.zip) or an event's .json from another laptop"),
        (WELCOME,),
    ),
    Command(
        "app.join",
        "j",
        N_("Join"),
        N_("Join a laptop that shares its event: everything comes over, then goes both ways"),
        (WELCOME,),
    ),
    Command(
        "merge",
        "g",
        N_("Merge"),
        N_("Take in what another copy of the chosen event has: a stick's, or another laptop's"),
        (WELCOME,),
    ),
    Command(
        "rescue",
        "k",
        N_("What was kept"),
        N_("Bring back an event whose folder is gone, from what this computer kept of it"),
        (WELCOME,),
    ),
    Command(
        "compare",
        "c",
        N_("Compare"),
        N_("Write one workbook that shows these events side by side"),
        (WELCOME,),
        (WELCOME,),
    ),
)
