"""The command palette's commands, from the registry: those that work on the screen in front."""

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from data.language import _
from tui.frame.command import Command
from tui.safe_text import plain
from tui.shell.registry import commands_on


class RegistryProvider(Provider):
    """Finds commands by label and help, in the language of the screen."""

    async def discover(self) -> Hits:
        for command in self._commands():
            yield DiscoveryHit(plain(_title(command)), partial(self._run, command), help=_(command.help))

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for command in self._commands():
            text = f"{_title(command)} {_(command.help)}"
            if (score := matcher.match(text)) > 0:
                yield Hit(score, plain(_title(command)), partial(self._run, command), help=_(command.help))

    def _commands(self) -> list[Command]:
        name = getattr(self.screen, "NAME", "")
        return [command for command in commands_on(name) if command.action != "app.command_palette"]

    async def _run(self, command: Command) -> None:
        await self.app.run_action(command.action, default_namespace=self.screen)


def _title(command: Command) -> str:
    return f"{_(command.label)}  ({command.shown_key})"
