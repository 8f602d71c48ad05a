"""What can be done at the door (F2).

All keys have priority: a letter typed right behind one belongs to the dialog that it opens.
"""

from data.language import N_
from tui.frame.keys.command import DOOR, Command

COMMANDS: tuple[Command, ...] = (
    Command(
        "substitute",
        "f7",
        N_("Who came"),
        N_("Somebody came in the head's place, or several people came"),
        (DOOR,),
        (DOOR,),
        priority=True,
    ),
    Command(
        "walk_in",
        "f8",
        N_("New guest"),
        N_("Check in somebody who is not on the list"),
        (DOOR,),
        (DOOR,),
        priority=True,
    ),
    Command(
        "camera",
        "f9",
        N_("Camera"),
        N_("Scan with a camera; read pictures, a film, or a folder of pictures"),
        (DOOR,),
        (DOOR,),
        priority=True,
    ),
    Command(
        "set_right",
        "ctrl+e",
        N_("Edit"),
        N_("Wrong person, went home, a note for the door: about the guest that is shown"),
        (DOOR,),
        (DOOR,),
        priority=True,
    ),
    Command(
        "back_entry",
        "ctrl+b",
        N_("From paper"),
        N_("Enter who came from the paper list, with the times"),
        (DOOR,),
        priority=True,
    ),
)
