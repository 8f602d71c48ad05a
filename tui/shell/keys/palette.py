"""The command palette's commands, from the registry: those of the screen in front, then all others."""

from collections.abc import Iterator
from functools import partial

from rich.align import Align
from rich.text import Text
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.widgets.option_list import Option

from data.language import _
from data.text.fold import fold
from tui.frame.keys.command import DAY_SCREENS, Command
from tui.frame.program import program_of
from tui.safe_text import plain
from tui.shell.keys.program_keys import SCREENS, WITHOUT_EVENT
from tui.shell.keys.registry import COMMANDS, commands_on

_AT_THE_START, _IN_THE_NAME, _IN_THE_HELP = 3.0, 2.0, 1.0
_ELSEWHERE = 0.5
"""What another screen's command weighs less than one that works here."""


class FindCommand(CommandPalette):
    """Textual's palette, which has one English sentence of its own."""

    def _start_no_matches_countdown(self, search_value: str) -> None:
        self._stop_no_matches_countdown()

        def show() -> None:
            self._list_visible = bool(search_value)
            if search_value:
                sentence = Text(_("No command has this name."), style="not bold")
                nothing = Option(Align.center(sentence), disabled=True, id=self._NO_MATCHES)
                self.query_one(CommandList).add_option(nothing)

        self._no_matches_timer = self.set_timer(self._NO_MATCHES_COUNTDOWN, show)


class RegistryProvider(Provider):
    """Finds commands by label and help, in the language of the screen; marks need not be typed."""

    async def discover(self) -> Hits:
        for command in self._here():
            yield DiscoveryHit(plain(_title(command)), partial(self._run, command), help=_(command.help))

    async def search(self, query: str) -> Hits:
        for command in self._here():
            if score := _score(query, command):
                yield Hit(score, plain(_title(command)), partial(self._run, command), help=_(command.help))
        for screen, command in self._elsewhere():
            if score := _score(query, command):
                title = plain(f"{_(command.label)}  ({_key_of(screen)} · {command.shown_key})")
                yield Hit(
                    score - _ELSEWHERE, title, partial(self._lead_to, screen, command), help=_(command.help)
                )

    def _here(self) -> list[Command]:
        name = getattr(self.screen, "NAME", "")
        opened = program_of(self.screen).session is not None
        return [
            command
            for command in commands_on(name)
            if command.action != "app.command_palette"
            and (opened or command.screens or command.action in WITHOUT_EVENT)
        ]

    def _elsewhere(self) -> Iterator[tuple[str, Command]]:
        """The commands of the event's other screens, each with the first screen that has it."""
        name = getattr(self.screen, "NAME", "")
        if program_of(self.screen).session is None:
            return
        for command in COMMANDS:
            screens = [screen for screen in command.screens if screen in DAY_SCREENS]
            if screens and name not in command.screens:
                yield screens[0], command

    async def _run(self, command: Command) -> None:
        await self.app.run_action(command.action, default_namespace=self.screen)

    def _lead_to(self, screen: str, command: Command) -> None:
        """Go where the command works, and say its key: nothing is done to a screen that was not seen."""
        program = program_of(self.screen)
        program.action_show(screen)
        told = _("{key}: {what}").format(key=command.shown_key, what=_(command.help))
        program.call_later(program.say, told, "again")


def _score(query: str, command: Command) -> float:
    """How well a command answers to every word of ``query``; 0 for not at all."""
    words = fold(query).split()
    name = fold(_(command.label))
    if not words:
        return 0.0
    if name.startswith(" ".join(words)):
        return _AT_THE_START
    if all(word in name for word in words):
        return _IN_THE_NAME
    told = f"{name} {fold(_(command.help))} {fold(command.shown_key)}"
    return _IN_THE_HELP if all(word in told for word in words) else 0.0


def _title(command: Command) -> str:
    return f"{_(command.label)}  ({command.shown_key})"


def _key_of(screen: str) -> str:
    """The key that goes to a screen."""
    return next((one.shown_key for one in SCREENS if one.action == f"app.show('{screen}')"), "")
