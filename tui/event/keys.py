"""What can be done with the event itself (F10)."""

from data.language import N_
from tui.frame.keys.command import EVENT, Command
from tui.frame.keys.row_keys import EARLIER, LATER

COMMANDS: tuple[Command, ...] = (
    Command("edit", "enter,ctrl+j", N_("Edit"), N_("Fill in or edit the marked row"), (EVENT,), (EVENT,)),
    Command("title_sign", "f7", N_("Title sign"), N_("Draw the title sign of the stage"), (EVENT,)),
    Command(
        "copies",
        "f9",
        N_("Copies"),
        N_("A second place for backup copies of the ledger: another drive, a USB stick"),
        (EVENT,),
    ),
    Command(
        "merge",
        "g",
        N_("Merge"),
        N_("Take in what another copy of this event has: a stick's, or another laptop's"),
        (EVENT,),
    ),
    Command("paper_list", "f8", N_("Paper list"), N_("Write the list on paper, to sign"), (EVENT,)),
    Command(
        "rehearse",
        "r",
        N_("Rehearse"),
        N_("Practise on a copy that is thrown away, with guests who come by themselves"),
        (EVENT,),
        (EVENT,),
    ),
    Command(
        "app.hall_page",
        "h",
        N_("Hall page"),
        N_("Show the hall's page in this laptop's browser, to be moved to the projector"),
        (EVENT,),
    ),
    Command("add", "a", N_("Add"), N_("Add an agenda item, or among the gifts a gift"), (EVENT,), (EVENT,)),
    Command(
        "earlier",
        EARLIER,
        N_("Up"),
        N_("Move the marked agenda item up (also Ctrl+↑)"),
        (EVENT,),
        (EVENT,),
    ),
    Command(
        "later",
        LATER,
        N_("Down"),
        N_("Move the marked agenda item down (also Ctrl+↓)"),
        (EVENT,),
        (EVENT,),
    ),
    Command(
        "more",
        "plus,equals_sign",
        N_("1 min more"),
        N_("Plan one more minute for the marked agenda item"),
        (EVENT,),
    ),
    Command("fewer", "minus", N_("1 min less"), N_("Plan one minute less for the marked item"), (EVENT,)),
    Command(
        "switch",
        "x",
        N_("On/off"),
        N_("Take an optional item into the agenda, or out of it"),
        (EVENT,),
    ),
)
