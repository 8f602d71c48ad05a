"""The quiet lines around the MC's words: notes, what to see to, what comes next, who was missed."""

from collections.abc import Sequence

from textual.content import Content

from data.clock import hour_minute
from data.language import _, ngettext
from data.queries.stage.checks import Check, checks_now
from data.queries.stage.spoken.introduction import introduction_line, latecomers, turns
from data.queries.stage.spoken.live_facts import live_facts
from data.queries.stage.spoken.script import blank_labels
from data.state.stage.agenda_progress import Row
from data.state.state import State
from tui.safe_text import fit, joined, lines, plain

_LABEL = 10


def for_the_mc(state: State) -> Content:
    """The note that waits longest, and how many more there are; nothing when none waits."""
    waiting = list(state.words.notes.values())
    if not waiting:
        return plain("")
    note = waiting[0]
    who = f" · {note.duty}" if note.duty else ""
    more = _(" and {count} more").format(count=len(waiting) - 1) if len(waiting) > 1 else ""
    return joined(
        plain(f" ✉ {hour_minute(note.at)}{who}  ", "bold"),
        plain(note.text, "bold"),
        plain(f"{more}   N: " + _("read")),
    )


def heading(state: State, width: int, *, introduces: bool, is_cut: bool = False) -> Content:
    """What the words below are, and as many of their keys as stand whole in ``width``; while delegates are
    introduced, how many were read out, and where the words are cut (``is_cut``), how to see the rest."""
    if state.agenda_progress.closed is not None:
        return joined(plain(_("HOW IT WENT"), "bold dim"), plain("   Y: " + _("write down"), "dim"))
    said = ["A: " + _("announcements"), "Y: " + _("write down"), "V: " + _("words only")]
    rows = turns(state) if introduces else []
    if rows:
        read = sum(turn.is_read for turn in rows)
        count = _("read out {read}/{all}").format(read=read, all=len(rows))
        said = [count, "I: " + _("next one read"), "O: " + _("order (U/D)"), said[1]]
    told = [plain(_("WORDS OF THE MC"), "bold dim")]
    if is_cut and not rows:
        told.append(plain("   " + _("↓ goes on"), "bold $warning"))
    for word in said:
        part = plain(f"   {word}", "dim")
        if sum(one.cell_length for one in told) + part.cell_length <= width:
            told.append(part)
    return joined(*told)


def to_see_to(state: State, marked: Check | None, width: int, *, is_tight: bool = False) -> Content:
    """What can be seen to now, ``marked`` being what X would tick; once all items are over, one by one.

    ``is_tight``: on one row, with only as many of the others as stand whole in it, and how many are left.
    """
    here = checks_now(state)
    if marked is None or marked not in here:
        return plain("")
    parts = [_check(check, is_marked=check == marked) for check in here]
    if state.agenda_progress.closed is not None:
        item = _position(marked.item, state)
        place = here.index(marked)
        left = _("item {item}, {place} of {all} still open").format(item=item, place=place + 1, all=len(here))
        parts = [parts[place], plain(f"({left})", "dim")]
    keys = plain(_keys(here, marked), "dim")
    if is_tight:
        return _on_one_row(parts, here.index(marked) if len(parts) > 1 else 0, keys, width)
    return _in_lines([*parts, keys], _label(_("TO SEE TO")), width)


def _on_one_row(parts: Sequence[Content], marked: int, keys: Content, width: int) -> Content:
    shown, left = [parts[marked]], [*parts[marked + 1 :], *parts[:marked]]
    room = width - _LABEL - parts[marked].cell_length - keys.cell_length - len("  +00  ")
    while left and left[0].cell_length + 2 <= room:
        room -= left[0].cell_length + 2
        shown.append(left.pop(0))
    more = [plain(f"+{len(left)}", "bold $warning")] if left else []
    return joined(_label(_("TO SEE TO")), Content("  ").join([*shown, *more, keys]))


def _check(check: Check, *, is_marked: bool) -> Content:
    sign, style = ("✔", "$success") if check.is_done else ("☐", "bold $warning")
    return plain(f"{sign} {check.text}", f"{style} underline" if is_marked else style)


def _position(item: str, state: State) -> str:
    ids = [item.id for item in state.event.program]
    return str(ids.index(item) + 1) if item in ids else ""


def _in_lines(parts: Sequence[Content], label: Content, width: int) -> Content:
    """``parts`` side by side behind ``label``, none torn apart at the end of a line."""
    rows = [label]
    for part in parts:
        if rows[-1].cell_length > _LABEL and rows[-1].cell_length + part.cell_length > width:
            rows.append(plain(" " * _LABEL))
        rows[-1] = joined(rows[-1], part, "  ")
    return lines(rows)


def next_up(row: Row | None, state: State, width: int) -> Content:
    """The next item, when it will begin, and how much its line still lacks."""
    label = _label(_("NEXT"))
    if row is None:
        return joined(label, _("the end of the ceremony"))
    when = _("{time}, {minutes} min").format(time=hour_minute(row.expected), minutes=row.minutes)
    blanks = len(blank_labels(row.item.line, live_facts(state), state.event))
    told = ngettext("{count} blank in its words (F10)", "{count} blanks in its words (F10)", blanks)
    lack = f"  ⚠ {told.format(count=blanks)}" if blanks else ""
    said = f"{row.position} · {row.item.title} · {when}"
    room = max(20, width - label.cell_length - plain(lack).cell_length - 2)
    return joined(label, fit(said, room).rstrip(), plain(lack, "$warning"))


def not_introduced(state: State, *, is_tight: bool = False) -> Content:
    """The delegate whom the introduction missed and whom I would mark, to be read aloud; how many more.

    ``is_tight``: the flag says what it is, so that the name with its office mostly fits one row.
    """
    late = latecomers(state)
    if not late or state.agenda_progress.closed is not None:
        return plain("")
    guest = late[0]
    more = _(" and {count} more").format(count=len(late) - 1) if len(late) > 1 else ""
    return joined(
        plain("⚑ " if is_tight else "⚑ " + _("NOT INTRODUCED") + " ", "bold $accent"),
        f"{hour_minute(state.present[guest.number].at)} ",
        plain(introduction_line(guest, state, guess=True), "bold"),
        plain(f"{more}   I: " + _("read out"), "dim"),
    )


def _keys(here: Sequence[Check], marked: Check) -> str:
    does = _("log it (F4)") if marked.gift and not marked.is_done else _("tick off")
    return ("←→ " if len(here) > 1 else "") + f"X: {does}"


def _label(word: str) -> Content:
    return plain(fit(word, _LABEL - 1) + " ", "bold dim")
