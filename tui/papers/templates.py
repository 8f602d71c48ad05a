"""T at the papers: templates of one's own, chosen among the Word files that lie at hand."""

from collections.abc import Callable

from data.documents.papers.template_places import FOLDER, copy_templates, take_template
from data.files.typed_path import typed_path
from data.finding.files import TEMPLATES
from data.language import _, ngettext
from tui.frame.dialogs.edit_value import EditValueDialog, Field
from tui.frame.event_screen import CeremonyScreen


def ask_template(screen: CeremonyScreen, say: Callable[[str], None]) -> None:
    """Ask which Word file becomes a template of the event; without one, the program's are copied there.

    ``say`` is told what was done.
    """
    folder = screen.session.folder

    def save(typed: dict[str, str]) -> None:
        if not typed["file"]:
            count = len(copy_templates(folder))
            text = ngettext(
                "{count} template copied to {path}. Edit it in Word and save it there.",
                "{count} templates copied to {path}. Edit them in Word and save them there.",
                count,
            )
            say(text.format(count=count, path=folder / FOLDER))
            return
        taken = take_template(folder, typed_path(typed["file"]))
        say(_("Template taken in: {path}").format(path=taken))

    def saved(done: bool | None) -> None:
        if done:
            screen.on_screen_resume()
            screen.show_state()

    label = _("A Word file of your own as a template; empty: copy the program's templates, to change them")
    field = Field("file", label, hint=_("part of its name"), kinds=TEMPLATES, may_be_empty=True)
    keys = _("↑ ↓: choose.  Letters: search.  Enter: take.  Esc: leave.")
    screen.app.push_screen(EditValueDialog(_("Templates"), [field], save, keys=keys), saved)
