"""What can be done from the report (F6)."""

from data.language import N_
from tui.frame.keys.command import REPORT, Command

COMMANDS: tuple[Command, ...] = (
    Command(
        "export",
        "f7",
        N_("Export"),
        N_("Write the attendance for the office: Excel and CSV"),
        (REPORT,),
        (REPORT,),
    ),
    Command(
        "afterwards",
        "f8",
        N_("Afterwards"),
        N_("Choose sheets, archive (a backup, copied to a USB stick), close or reopen, delete personal data"),
        (REPORT,),
        (REPORT,),
    ),
)
