"""The one list of what can be done from the keyboard.

Key bindings, the footer, the command palette and the help screen are all made from it.
"""

from dataclasses import dataclass

from textual.binding import Binding, BindingType

from data.language import N_

DOOR, STAGE, GIFTS, GUESTS, REPORT, WELCOME = "door", "stage", "gifts", "guests", "report", "welcome"
EVENT = "event"
DAY_SCREENS = (DOOR, STAGE, GIFTS, GUESTS, REPORT, EVENT)


@dataclass(frozen=True)
class Command:
    """One thing to do: the Textual ``action`` of the app or of the screens it stands on.

    ``screens`` is empty for a command of the whole program. ``label`` is short enough for the
    footer; ``help`` is a sentence. ``footer`` names the screens that show it there. ``priority``
    keys work whatever has the focus.
    """

    action: str
    key: str
    label: str
    help: str
    screens: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    priority: bool = False

    @property
    def shown_key(self) -> str:
        """The key as people read it: ``^Z``, ``F7``, ``Space``."""
        first = self.key.split(",")[0]
        named = {
            "space": "Space",
            "plus": "+",
            "minus": "-",
            "enter": "Enter",
            "escape": "Esc",
            "delete": "Del",
        }
        return named.get(first) or (f"^{first[5:].upper()}" if first.startswith("ctrl+") else first.upper())


_ALL = (*DAY_SCREENS, WELCOME)

COMMANDS: tuple[Command, ...] = (
    Command("app.help", "f1", N_("Help"), N_("What every key does"), footer=_ALL, priority=True),
    Command(
        "app.show('door')",
        "f2",
        N_("Door"),
        N_("Check guests in"),
        footer=(STAGE, GIFTS, REPORT),
        priority=True,
    ),
    Command(
        "app.show('stage')",
        "f3",
        N_("Stage"),
        N_("Step through the agenda"),
        footer=(DOOR, GIFTS),
        priority=True,
    ),
    Command(
        "app.show('gifts')", "f4", N_("Gifts"), N_("Log what is handed over"), footer=(STAGE,), priority=True
    ),
    Command(
        "app.show('guests')",
        "f5",
        N_("Guests"),
        N_("The list of guests and their cards"),
        footer=(REPORT,),
        priority=True,
    ),
    Command(
        "app.show('report')",
        "f6",
        N_("Report"),
        N_("Attendance in numbers, export"),
        footer=(GUESTS,),
        priority=True,
    ),
    Command(
        "app.show('event')",
        "f10",
        N_("Event"),
        N_("What is still missing; the event's facts, agenda and gifts"),
        footer=(REPORT,),
        priority=True,
    ),
    Command(
        "substitute",
        "f7",
        N_("Who came"),
        N_("Somebody came in the head's place, or several people came"),
        (DOOR,),
        (DOOR,),
    ),
    Command(
        "walk_in", "f8", N_("New guest"), N_("Check in somebody who is not on the list"), (DOOR,), (DOOR,)
    ),
    Command(
        "back_entry",
        "ctrl+b",
        N_("From paper"),
        N_("Enter who came from the paper list, with the times"),
        (DOOR,),
        priority=True,
    ),
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
    Command("hand_over", "f7", N_("Log it"), N_("Log the handover as the form says"), (GIFTS,), (GIFTS,)),
    Command(
        "void", "f8", N_("Void"), N_("Say that the selected handover was logged wrongly"), (GIFTS,), (GIFTS,)
    ),
    Command(
        "import_roster",
        "f7",
        N_("Import"),
        N_("Read a list of guests from an Excel or CSV file"),
        (GUESTS,),
        (GUESTS,),
    ),
    Command(
        "draw_cards",
        "f8",
        N_("Cards"),
        N_("Draw cards: the new ones, all, or only one"),
        (GUESTS,),
        (GUESTS,),
    ),
    Command("show_code", "f9", N_("QR"), N_("Show the selected guest's QR large"), (GUESTS,), (GUESTS,)),
    Command(
        "guest_actions",
        "ctrl+e",
        N_("Edit"),
        N_("Add, correct or withdraw a guest; replace a lost card"),
        (GUESTS,),
        (GUESTS,),
        priority=True,
    ),
    Command(
        "export",
        "f7",
        N_("Export"),
        N_("Write the attendance for the office: Excel and CSV"),
        (REPORT,),
        (REPORT,),
    ),
    Command("edit", "enter,ctrl+j", N_("Change"), N_("Fill in or change the marked row"), (EVENT,), (EVENT,)),
    Command("add", "a", N_("Add"), N_("Add an agenda item, or among the gifts a gift"), (EVENT,), (EVENT,)),
    Command(
        "earlier",
        "u,ctrl+up",
        N_("Up"),
        N_("Move the marked agenda item up (also Ctrl+↑)"),
        (EVENT,),
        (EVENT,),
    ),
    Command(
        "later",
        # The second name is đ, which a Vietnamese typing program makes of "dd".
        "d,latin_small_letter_d_with_stroke,ctrl+down",
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
        (EVENT,),
    ),
    Command("sample", "s", N_("Sample"), N_("Make and open the sample event"), (WELCOME,), (WELCOME,)),
    Command("new", "n", N_("New"), N_("Make an event from the plan"), (WELCOME,), (WELCOME,)),
    Command(
        "app.undo",
        "ctrl+z",
        N_("Undo"),
        N_("Take back the last step, after saying which"),
        footer=DAY_SCREENS,
        priority=True,
    ),
    Command("app.command_palette", "ctrl+p", N_("Commands"), N_("Find a command by its name"), footer=_ALL),
    Command("app.events", "ctrl+o", N_("Events"), N_("Leave this event and choose another")),
    Command(
        "app.leave",
        "ctrl+q",
        N_("Quit"),
        N_("Leave the program; everything is already saved"),
        footer=(WELCOME,),
        priority=True,
    ),
)


def commands_on(screen: str) -> list[Command]:
    """What can be done on a screen: its own commands and the program's."""
    return [command for command in COMMANDS if not command.screens or screen in command.screens]


def bindings_of(screen: str) -> list[BindingType]:
    """The key bindings of one screen's own commands."""
    return [_binding(command) for command in COMMANDS if screen in command.screens]


def program_bindings() -> list[BindingType]:
    """The key bindings of the whole program."""
    return [_binding(command) for command in COMMANDS if not command.screens]


def footer_of(screen: str) -> list[Command]:
    """What the footer of a screen shows, in order."""
    return [command for command in COMMANDS if screen in command.footer]


def _binding(command: Command) -> Binding:
    return Binding(command.key, command.action, command.label, show=False, priority=command.priority)
