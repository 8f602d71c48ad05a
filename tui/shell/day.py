"""The screens of an open event, all of which are there as long as it is open."""

from tui.door.screen import DoorScreen
from tui.event.screen import EventScreen
from tui.frame.event_screen import CeremonyScreen
from tui.gifts.screen import GiftsScreen
from tui.guests.screen import GuestsScreen
from tui.log.screen import LogScreen
from tui.missing.screen import MissingScreen
from tui.papers.screen import PapersScreen
from tui.registrations.screen import RegistrationsScreen
from tui.report.screen import ReportScreen
from tui.stage.screen import StageScreen

DAY_SCREENS: tuple[type[CeremonyScreen], ...] = (
    DoorScreen,
    StageScreen,
    GiftsScreen,
    GuestsScreen,
    ReportScreen,
    EventScreen,
    RegistrationsScreen,
    MissingScreen,
    LogScreen,
    PapersScreen,
)
