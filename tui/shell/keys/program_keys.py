"""What works on every screen."""

from data.language import N_
from tui.frame.keys.command import (
    ALL_SCREENS,
    DAY_SCREENS,
    DOOR,
    GIFTS,
    GUESTS,
    LOG,
    MISSING,
    REPORT,
    STAGE,
    WELCOME,
    Command,
)

SCREENS: tuple[Command, ...] = (
    Command("app.help", "f1", N_("Help"), N_("What every key does"), footer=ALL_SCREENS, priority=True),
    Command(
        "app.show('door')",
        "f2",
        N_("Door"),
        N_("Check guests in"),
        footer=(STAGE, MISSING, LOG),
        priority=True,
    ),
    Command(
        "app.show('stage')",
        "f3",
        N_("Stage"),
        N_("Step through the agenda"),
        footer=(GIFTS,),
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
        "app.show('registrations')",
        "ctrl+r",
        N_("Register"),
        N_("Households that register for the yearly criteria of the plan"),
        priority=True,
    ),
    Command(
        "app.show('missing')",
        "ctrl+t",
        N_("Absent"),
        N_("Who has not come yet, to telephone or to let in a whole delegation at once"),
        footer=(DOOR, LOG),
        priority=True,
    ),
    Command(
        "app.show('log')",
        "ctrl+l",
        N_("Log"),
        N_("Every entry: check-ins, refused scans, what was undone"),
        footer=(MISSING,),
        priority=True,
    ),
    Command(
        "app.show('papers')",
        "ctrl+g",
        N_("Papers"),
        N_("Lists, minutes and report as Word files, to print and sign"),
        footer=(REPORT,),
        priority=True,
    ),
)

ALWAYS: tuple[Command, ...] = (
    Command(
        "app.undo",
        "ctrl+z",
        N_("Undo"),
        N_("Take back the last step, after saying which"),
        # The door has a line of its own that says what would be undone.
        footer=tuple(screen for screen in DAY_SCREENS if screen != DOOR),
        priority=True,
    ),
    Command(
        "app.confirm_day",
        "ctrl+y",
        N_("Date is right"),
        N_("The laptop's date was doubted, and it is right"),
        priority=True,
    ),
    Command("app.duty", "ctrl+d", N_("On duty"), N_("Say who is on duty at this laptop"), priority=True),
    Command(
        "app.lock",
        "f12",
        N_("Lock"),
        N_("Lock the keyboard to scanning until the PIN is typed"),
        priority=True,
    ),
    Command("app.pin", "ctrl+x", "PIN", N_("Set, change or take away the PIN"), priority=True),
    Command(
        "app.phones",
        "ctrl+k",
        N_("Phones"),
        N_("Phones at the door, the MC's words in the hand, pages for a television: pair and dismiss them"),
        priority=True,
    ),
    Command("app.switch_bell", "ctrl+w", N_("Bell"), N_("Switch the bell off, or on again"), priority=True),
    Command(
        "app.command_palette",
        "ctrl+p",
        N_("Commands"),
        N_("Find a command by its name"),
        footer=ALL_SCREENS,
        priority=True,
    ),
    Command(
        "app.note",
        "ctrl+n",
        N_("Note to the MC"),
        N_("A note that stands on the stage's screen until the MC has read it"),
        priority=True,
    ),
    Command(
        "app.several",
        "ctrl+a",
        N_("Laptops"),
        N_("Several laptops at this event: share it, see who is together. While typing: ^P, laptops"),
        priority=True,
    ),
    Command("app.events", "ctrl+o", N_("Events"), N_("Leave this event and choose another"), priority=True),
    Command(
        "app.leave",
        "ctrl+q",
        N_("Quit"),
        N_("Leave the program; everything is already saved"),
        footer=(WELCOME,),
        priority=True,
    ),
)

WITHOUT_EVENT = ("app.help", "app.switch_bell", "app.command_palette", "app.leave")
"""The actions that do something while no event is open."""
