"""What a person said of a list, on the screen or on the command line, before it is read again."""

from collections.abc import Mapping

from msgspec import Struct


class ReadingOptions(Struct, frozen=True, kw_only=True):
    """``columns``: what columns hold, by letter or heading (see ``wording.MEANINGS``). ``delegates``:
    whoever has a title or an organisation is a delegate, where the list does not say it. ``others``: who
    fits no delegation is taken among the other guests, not refused. ``sheets``: only these, hidden ones
    too. ``skip_hidden``: leave out rows that who opens the file does not see. ``skip_gone``: leave out
    people of whom the list says that they died or moved away. ``letters``: the code the file's letters
    are in (``encoding.ENCODINGS``, or "unicode"). ``split``: of two people in one cell the first is the
    guest, the other goes into the note. ``hamlets``: as which hamlet one with a slip is read.
    ``members``: the other people of a household are guests as well.
    ``proper``: names in capitals or in small letters are written as a person would. ``fill``: lost letters of
    names are filled in where the other names of the list leave one choice.
    """

    columns: Mapping[str, str] = {}
    delegates: bool = False
    others: bool = False
    sheets: tuple[str, ...] = ()
    skip_hidden: bool = False
    skip_gone: bool = False
    letters: str = ""
    split: bool = False
    hamlets: Mapping[str, str] = {}
    members: bool = False
    proper: bool = False
    fill: bool = False
