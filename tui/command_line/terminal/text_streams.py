"""What goes in and out of the program as text: UTF-8, whatever the console's code page is."""

import codecs
import contextlib
import os
import sys
from io import BufferedReader, TextIOWrapper
from typing import TextIO

_UTF8_CODE_PAGE = 65001
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def speak_utf8() -> None:
    """Let standard input, output and errors be UTF-8, also where they are pipes, files or closed."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # Closed, it is None; a test may have put something simpler in its place.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if sys.platform == "win32" and not (_is_console(sys.stdout) and _is_console(sys.stderr)):
        # Whoever stands behind the pipe ("more", PowerShell 5) reads it by the console's code page. It is
        # not put back: they go on reading when this program has ended.
        import ctypes

        with contextlib.suppress(OSError, AttributeError):
            ctypes.windll.kernel32.SetConsoleOutputCP(_UTF8_CODE_PAGE)


def read_as_marked(stream: TextIO) -> TextIO:
    """``stream``, read as UTF-16 where its first bytes say so: so PowerShell 5 and Notepad write files."""
    buffer = getattr(stream, "buffer", None)
    if not (isinstance(buffer, BufferedReader) and isinstance(stream, TextIOWrapper)):
        return stream
    if buffer.peek(2)[:2] in _UTF16:
        stream.reconfigure(encoding="utf-16")
    return stream


def output_is_gone() -> bool:
    """Whether nobody takes what is printed any more; then nothing is said at the program's end either.

    Windows says of a pipe whose reader has left that the argument is invalid, as of much else.
    """
    if sys.stdout is None:
        return False
    try:
        sys.stdout.flush()
    except OSError:
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return True
    except ValueError:
        return True
    return False


def _is_console(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()
