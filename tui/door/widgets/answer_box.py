"""The answer of the door, to be read from two metres."""

from importlib import import_module
from itertools import groupby

from msgspec.structs import replace
from textual.content import Content
from textual.widgets import Static

from data.clock import hour_minute
from data.commands.door.answer import Answer
from data.commands.door.check_in import holder_now, was_taken_away
from data.language import _
from data.model.guest import Guest
from data.state.people.attendance import Attendance
from data.state.state import State
from tui.large_text.large_type import large
from tui.safe_text import fit, joined, lines, plain
from tui.widgets.answers import (
    belongs_to,
    explanation,
    headline,
    look_of,
    running_count,
    who_came,
    writing_sentence,
)

_SHARE = 0.6
"""How much of the screen's body the box may take (as in the style sheet)."""
_ROWS_ABOVE_AND_BELOW = 4
_ROWS_BESIDE_NAME = 7
_CELLS_BESIDE_NAME = 8
_LONGEST_IN_CAPITALS = 60
_LOW = 17


class AnswerBox(Static):
    """Shows one answer: sign and word, the whole name as large as there is room, why, the attention note."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._answer: Answer | None = None
        self._state: State | None = None
        self._instead_of = ""
        self._first: int | None = None
        self._gone = False
        self._refusal = ""

    @property
    def guest(self) -> Guest | None:
        """The guest of the answer, if it found one."""
        return self._answer.guest if self._answer else None

    def on_mount(self) -> None:
        self._ask(_("Hold a card before the scanner, or type a name."))

    def on_resize(self) -> None:
        if self._answer is not None:
            self._draw()
        elif self._refusal:
            self.refuse(self._refusal)

    @staticmethod
    def make_ready() -> None:
        """Load what an answer needs and an empty door does not, so that no first card waits for it."""
        import_module("data.queries.people.known_person")

    def show(self, answer: Answer, state: State) -> None:
        """Show an answer."""
        self._answer, self._state, self._refusal = answer, state, ""
        self._instead_of, self._first = "", answer.guest.number if answer.guest else None
        self._draw()

    def writing(self, waiting: int) -> None:
        """Say that the disk has not taken yet what was scanned: the answer before it is nobody's now."""
        self._answer, self._refusal = None, ""
        self.set_classes("tone-misread")
        rows = [
            plain("…  " + _("WRITING TO DISK"), "bold"),
            plain(""),
            plain(writing_sentence(waiting), "bold"),
        ]
        self.update(lines([*rows, plain(_("Wait for WELCOME before letting anybody in."))]))

    def refuse(self, sentence: str) -> None:
        """Say that nothing was recorded, and why: the answer before it never stands for this guest."""
        self._answer, self._refusal = None, sentence
        self.set_classes("tone-refused")
        rows = int((self.screen.size.height - _ROWS_ABOVE_AND_BELOW) * _SHARE) - _ROWS_BESIDE_NAME
        word = _("NOT RECORDED")
        drawn = large(word, self.size.width - _CELLS_BESIDE_NAME, rows) if rows > 0 else ()
        head = plain(f"✖  {word}", "bold")
        self.update(lines([head, plain(""), *map(_inked, drawn), plain(sentence, "bold")]))

    def renew(self, state: State) -> None:
        """Follow what was set right or undone since: the answer never says what no longer holds."""
        answer = self._answer
        if answer is None or answer.guest is None or not answer.is_welcome:
            return
        self._state = state
        number = answer.guest.number
        if number not in state.present:
            self._follow(answer, number)
        elif (
            state.guests[number] != answer.guest
            or not _is_same(answer.attendance, state.present[number])
            or self._gone != _gone(number, state)
        ):
            self._answer = replace(answer, guest=state.guests[number], attendance=state.present[number])
            self._draw()

    def _follow(self, answer: Answer, number: int) -> None:
        """Show whose check-in it is now; or say that it is nobody's."""
        assert self._state is not None
        other = holder_now(answer, self._state)
        if other is not None:
            self._instead_of = "" if other == self._first else self._state.guests[number].name
            self._answer = replace(
                answer, guest=self._state.guests[other], attendance=self._state.present[other]
            )
            self._draw()
            return
        self._answer = None
        self.set_classes("")
        taken_away = was_taken_away(number, self._state)
        self._ask(
            _("Check-in taken away. Hold a card before the scanner, or type a name.")
            if taken_away
            else _("Undone. Hold a card before the scanner, or type a name.")
        )

    def _ask(self, sentence: str) -> None:
        self.update(lines([plain(""), plain(sentence, "$foreground 70%")]))

    def _draw(self) -> None:
        answer, state = self._answer, self._state
        assert answer is not None and state is not None
        self._gone = answer.guest is not None and answer.is_welcome and _gone(answer.guest.number, state)
        self.set_classes("tone-again" if self._gone else f"tone-{look_of(answer).tone}")
        # Where there is little room the answer and the name come before the air between them.
        rows = [self._head(answer, state)] + [plain("")] * (self.app.size.height >= _LOW)
        if answer.guest is not None:
            rows += self._written_name(answer.guest)
        detail = explanation(answer)
        if answer.status == "replaced":
            detail = " ".join(filter(None, (detail, who_came(answer.attendance))))
        if self._gone:
            assert answer.attendance is not None
            came = _("came at {time}").format(time=hour_minute(answer.attendance.at))
            detail = " · ".join(filter(None, (came, who_came(answer.attendance))))
        if self._instead_of:
            not_who = _("edited: it was not {name}").format(name=self._instead_of)
            detail = " · ".join(filter(None, (not_who, detail)))
        if detail:
            rows.append(plain(detail, "bold"))
        if answer.guest is not None and answer.guest.note:
            rows.append(plain(f"★ {answer.guest.note}", "bold $warning"))
        if (
            answer.guest is not None
            and answer.is_welcome
            and (also := _on_the_other_list(answer.guest, state))
        ):
            rows.append(plain(also, "bold $warning"))
        self.update(lines(rows))

    def _head(self, answer: Answer, state: State) -> Content:
        """Sign, word and where the guest belongs; at the right end how many have come by now."""
        left = plain(f"{look_of(answer).sign}  {headline(answer)}", "bold")
        if self._gone:
            left = plain(f"←  {_went_home(answer)}", "bold")
        if answer.guest is None:
            return left
        right = running_count(answer, state)
        room = self.size.width - left.cell_length - len(right) - 5
        where = _where(answer.guest, state)
        if room < len(where) // 2 or not right:
            return joined(left, "   ", plain(where))
        return joined(left, "   ", plain(fit(where, room)), "  ", plain(right, "bold"))

    def _written_name(self, guest: Guest) -> list[Content]:
        rows = int((self.screen.size.height - _ROWS_ABOVE_AND_BELOW) * _SHARE) - _ROWS_BESIDE_NAME
        drawn = large(guest.name, self.size.width - _CELLS_BESIDE_NAME, rows) if rows > 0 else ()
        # The name stands there in ordinary letters too: nobody has to spell out drawn ones.
        name = guest.name.upper() if len(guest.name) <= _LONGEST_IN_CAPITALS else guest.name
        written = joined(plain(name, "bold"), plain(_also_known(guest), "$foreground 80%"))
        return [*map(_inked, drawn), written]


def _inked(row: str) -> Content:
    """A row of drawn letters. Ink and blanks are parts of their own, so that each keeps its place in a
    picture of the screen too: drawing programs leave out the blanks that a part begins with."""
    runs = ("".join(run) for _is_ink, run in groupby(row, key=lambda cell: not cell.isspace()))
    return joined(*(plain(run, "" if run.isspace() else "bold") for run in runs))


def _gone(number: int, state: State) -> bool:
    attendance = state.present.get(number)
    return attendance is not None and not attendance.is_here


def _went_home(answer: Answer) -> str:
    left = answer.attendance.left if answer.attendance else None
    return _("WENT HOME {time}").format(time=hour_minute(left)) if left else ""


def _is_same(shown: Attendance | None, now: Attendance) -> bool:
    """Whether what is shown holds still. That somebody who went home is back was the answer itself."""
    return shown is not None and (shown == now or replace(shown, left=None) == now)


def _where(guest: Guest, state: State) -> str:
    kind = _("household") if guest.is_household else _("delegate")
    return " · ".join(filter(None, (f"{kind} {guest.number:03}", belongs_to(guest, state.event))))


def _on_the_other_list(guest: Guest, state: State) -> str:
    """That this person is expected a second time, as household or delegate, and whether that one is in."""
    # What knows a name in many spellings comes with it; the door loads it behind its first paint.
    from data.queries.people.known_person import also_listed

    other = also_listed(guest, state)
    if other is None:
        return ""
    attendance = state.present.get(other.number)
    came = _("came at {time}").format(time=hour_minute(attendance.at)) if attendance else _("not in yet")
    what = " · ".join(filter(None, (came, belongs_to(other, state.event))))
    sentence = (
        _("also household {number}: {what}") if other.is_household else _("also delegate {number}: {what}")
    )
    return sentence.format(number=f"{other.number:03}", what=what)


def _also_known(guest: Guest) -> str:
    born = _("born {year}").format(year=guest.birth_year) if guest.birth_year else ""
    return "".join(f"  ·  {part}" for part in (born, guest.nickname) if part)
