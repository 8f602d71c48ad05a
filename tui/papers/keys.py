"""What can be done with the papers (^G)."""

from data.language import N_
from tui.frame.keys.command import PAPERS, Command

COMMANDS: tuple[Command, ...] = (
    Command("make", "f7", N_("Make"), N_("Make the marked paper as a Word file"), (PAPERS,), (PAPERS,)),
    Command(
        "make_all",
        "f8",
        N_("Make all"),
        N_("Make every usual paper that is not made yet, and whose figures have changed"),
        (PAPERS,),
        (PAPERS,),
    ),
    Command(
        "make_group",
        "g",
        N_("Set"),
        N_("Make the usual papers of the marked one's group"),
        (PAPERS,),
        (PAPERS,),
    ),
    Command("printed", "p", N_("Printed"), N_("Say that the marked paper was printed"), (PAPERS,), (PAPERS,)),
    Command(
        "signed",
        "k",
        N_("Signed"),
        N_("The marked paper came back signed; keep its scan"),
        (PAPERS,),
        (PAPERS,),
    ),
    Command(
        "templates",
        "t",
        N_("Templates"),
        N_("A Word file of your own as a template, or the program's own to change in Word"),
        (PAPERS,),
    ),
)
