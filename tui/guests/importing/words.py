"""What the dialog that reads a list in says besides its preview."""

from pathlib import Path

from data.language import _, ngettext
from data.roster.comparing.preview import ImportPreview
from tui.guests.importing.import_preview import refused_sentence


def hint() -> str:
    """How a list is chosen."""
    return _(
        "↑ ↓ choose, letters search; Enter reads it. Or drop the file on this window, or type its path. "
        "Nothing is written before you have seen what it would do."
    )


def short_path(path: Path) -> str:
    """The end of a path, by which people know it: "…/folder/name.xlsx"."""
    folder = path.absolute().parent
    return str(Path("…", folder.name, path.name)) if folder.name else str(path)


def offices_sentence(count: int, remedy: str) -> str:
    """That ``count`` people with an office would be households, and the ``remedy`` that F9 is."""
    told = ngettext(
        "{count} row with an office would be written as a household. F7 once more writes it so; F9: {what}.",
        "{count} rows with an office would be written as households. F7 once more writes them so;"
        " F9: {what}.",
        count,
    )
    return told.format(count=count, what=remedy)


def written_sentence(preview: ImportPreview, *, is_changed: bool) -> str:
    """What was written, and which rows were refused; ``is_changed``: whether anything was written."""
    sentence = (
        _("{source}: {added} added, {changed} changed").format(
            source=preview.reading.source, added=len(preview.added), changed=len(preview.changed)
        )
        if is_changed
        else _("The list changes nothing: every guest is there already.")
    )
    return " ".join(filter(None, (sentence, refused_sentence(preview))))
