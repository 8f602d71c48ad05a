"""A hint where the terminal cannot draw Vietnamese letters, in letters that it can draw."""

import os
import sys
from collections.abc import Mapping

from data.language import _
from tui.shell.feedback import FeedbackApp

_LACKING_FONTS = frozenset({"terminal", "raster fonts", "lucida console", "fixedsys"})
"""Fonts of Windows' console without the letters of Vietnamese that have two marks."""
_LACKING_CHARSETS = ("8859", "1252", "850", "437", "tcvn", "viscii")


def lacks_letters(environment: Mapping[str, str], font: str = "") -> bool:
    """Whether the terminal surely lacks letters such as ``ẵ``; ``font`` is the Windows console's.

    Told from what the environment says of the terminal, never by drawing: a terminal that says nothing is
    taken for one that can.
    """
    if "WT_SESSION" in environment:
        # Windows Terminal takes from other fonts what its own lacks.
        return False
    if font:
        return font.casefold() in _LACKING_FONTS
    if environment.get("TERM") == "linux":
        return True
    chosen = next((environment[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if environment.get(name)), "")
    charset = chosen.partition(".")[2].casefold()
    return any(part in charset for part in _LACKING_CHARSETS)


def hint() -> str:
    """What to do about letters that the terminal lacks; empty where it has them."""
    if not lacks_letters(os.environ, _console_font()):
        return ""
    if sys.platform == "win32":
        # Without marks, since these are what cannot be read.
        return _("Letters look broken? Right-click the title bar, Properties, Font: choose Consolas.")
    return _("Letters look broken? Open the program in a terminal window with UTF-8, not on this console.")


class LettersApp(FeedbackApp):
    """The part of the program that gives the hint, once, on whatever screen it begins with."""

    def on_ready(self) -> None:
        """Give the hint."""
        if told := hint():
            self.say(told)


def _console_font() -> str:
    """The font of Windows' console, as it calls it; empty elsewhere, and where it does not say."""
    if sys.platform != "win32":
        return ""
    import ctypes
    from ctypes import wintypes

    class Font(ctypes.Structure):
        _fields_ = [
            ("cbSize", wintypes.ULONG),
            ("nFont", wintypes.DWORD),
            ("dwFontSize", wintypes._COORD),
            ("FontFamily", wintypes.UINT),
            ("FontWeight", wintypes.UINT),
            ("FaceName", wintypes.WCHAR * 32),
        ]

    found = Font(cbSize=ctypes.sizeof(Font))
    kernel = ctypes.windll.kernel32
    output = wintypes.HANDLE(kernel.GetStdHandle(-11))
    if not kernel.GetCurrentConsoleFontEx(output, False, ctypes.byref(found)):
        return ""
    return found.FaceName
