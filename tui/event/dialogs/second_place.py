"""Asking for a second place for the copies of every ledger."""

from msgspec.structs import replace

from data.errors import Refused
from data.files.typed_path import typed_path
from data.language import _
from data.session.laptop.settings import load_settings, save_settings
from tui.frame.dialogs.edit_value import EditValueDialog, Field
from tui.frame.program import Program


def ask_second_place(app: Program) -> None:
    """Ask for a folder that further copies of every ledger go to; empty for none."""

    def save(typed: dict[str, str]) -> None:
        place = typed["copies"].strip()
        if place and not typed_path(place).is_dir():
            raise Refused(_("There is no folder {path}.").format(path=place))
        chosen = str(typed_path(place).resolve()) if place else ""
        if not save_settings(replace(load_settings(), copies=chosen)):
            raise Refused(_("The disk did not take it."))

    label = _("A folder, on a second drive perhaps, for further copies of the ledger; empty: none")
    field = Field("copies", label, load_settings().copies)
    app.push_screen(EditValueDialog(_("Copies"), [field], save))
