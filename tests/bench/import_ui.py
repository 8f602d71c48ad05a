"""Whether the screens answer while 20,000 rows are read, looked at, written and shown.

Run with ``python -m tests.bench.import_ui [ROWS]``. The whole program runs without a terminal; a watcher in
its event loop wakes every 5 ms and notes how late it woke, since while the loop is held up no key is
answered. Each line says how long a stage took, the longest time that the loop stood still in it, how
much of that the program was at work on a processor (the rest it waited for its turn, or for the disk), the
slowest answer to a key of those pressed every fifth of a second, and how often progress was drawn.
"""

import asyncio
import csv
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import perf_counter, process_time

from textual import events
from textual.pilot import Pilot

from data.session.session import Session
from tests.conftest import found
from tui.guests.importing.import_roster import ImportRosterDialog
from tui.shell.app import CeremonyApp
from tui.widgets.lines.job_line import JobLine
from tui.widgets.lines.line_input import LineInput

_EVERY = 0.005
_KEY_EVERY = 0.2
_TOO_LONG = 60.0
_GIVEN = ("Hà", "Hoa", "Hồng", "Ánh", "Dũng", "Đức", "Yến", "Ngọc")
_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đỗ", "Vũ")
_MIDDLE = ("Văn", "Thị", "Đình", "Quang", "Đức", "Ngọc", "Hữu", "Minh", "Xuân", "Kim", "Thế")
_HEADINGS = ("STT", "Họ và tên chủ hộ", "Năm sinh", "Xóm", "Điện thoại")


class Watch:
    """How long the event loop stood still, and how long keys waited, since ``begin``."""

    def __init__(self, app: CeremonyApp) -> None:
        self._app = app
        self.stillest = self.busiest = self.slowest_key = self._pressed = 0.0
        self.drawn = 0

    def begin(self) -> None:
        """Forget what was measured."""
        self.stillest = self.busiest = self.slowest_key = 0.0
        self.drawn = 0

    async def ticks(self) -> None:
        """Note how late the loop wakes, until cancelled."""
        before, worked = perf_counter(), process_time()
        while True:
            await asyncio.sleep(_EVERY)
            now, working = perf_counter(), process_time()
            self.stillest = max(self.stillest, now - before - _EVERY)
            self.busiest = max(self.busiest, working - worked)
            before, worked = now, working

    def keys(self, loop: asyncio.AbstractEventLoop, stop: Event) -> None:
        """Press Down every now and then as a terminal's reader does, from its own thread, until ``stop``."""
        while not stop.wait(_KEY_EVERY):
            loop.call_soon_threadsafe(self._press, perf_counter())

    async def between_keys(self) -> None:
        """Wait until a key of a person's would not be taken for one of a scanner's, right behind another."""
        while not _KEY_EVERY * 0.4 < perf_counter() - self._pressed < _KEY_EVERY * 0.7:
            await asyncio.sleep(_EVERY)

    def _press(self, sent: float) -> None:
        self._pressed = perf_counter()
        self._app.post_message(events.Key("down", None))
        self._app.call_later(self._answered, sent)

    def _answered(self, sent: float) -> None:
        # A key goes from the program to the screen, and from there to the widget: behind it in each queue.
        self._app.screen.call_later(self._timed, sent)

    def _timed(self, sent: float) -> None:
        self.slowest_key = max(self.slowest_key, perf_counter() - sent)

    @contextmanager
    def counting_drawings(self) -> Iterator[None]:
        """Count how often a line of progress was drawn."""
        draw = JobLine._show

        def counted(line: JobLine, what: str, count: int, total: int) -> None:
            self.drawn += 1
            draw(line, what, count, total)

        JobLine._show = counted  # type: ignore[method-assign, assignment]
        try:
            yield
        finally:
            JobLine._show = draw  # type: ignore[method-assign]


def table(rows: int) -> Iterator[list[object]]:
    """A list of households with everything that takes time: old phones, dates, hamlets, namesakes."""
    yield list(_HEADINGS)
    for n in range(1, rows + 1):
        name = f"{_FAMILY[n % 7]} {_MIDDLE[n % 11]} {_GIVEN[n % 8]} {_GIVEN[n // 8 % 8]}"
        yield [n, name, 1930 + n % 70, f"Xóm {n % 19}", f"0{912_000_000 + n}"]


def write_lists(folder: Path, rows: int) -> list[Path]:
    """The same list as .xlsx, .xls and .csv."""
    import xlwt
    from openpyxl import Workbook

    new, old = Workbook(write_only=True), xlwt.Workbook()
    sheet, old_sheet = new.create_sheet("DS"), old.add_sheet("DS")
    for number, row in enumerate(table(rows)):
        sheet.append(row)
        for column, value in enumerate(row):
            old_sheet.write(number, column, value)
    new.save(folder / "list.xlsx")
    old.save(str(folder / "list.xls"))
    with (folder / "list.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(table(rows))
    return [folder / name for name in ("list.xlsx", "list.xls", "list.csv")]


async def one_list(path: Path, folder: Path) -> None:
    """Take the list at ``path`` into a new event, measuring every stage."""
    with Session(found(folder)) as session:
        app = CeremonyApp(session)
        async with app.run_test(size=(120, 40)) as pilot:
            watch = Watch(app)
            stop = Event()
            ticks = asyncio.create_task(watch.ticks())
            keys = Thread(target=watch.keys, args=(asyncio.get_running_loop(), stop))
            keys.start()
            with watch.counting_drawings():
                await _stages(path, pilot, watch)
            stop.set()
            await asyncio.to_thread(keys.join)
            ticks.cancel()


async def _stages(path: Path, pilot: Pilot[None], watch: Watch) -> None:
    app = pilot.app

    async def stage(name: str, act: Callable[[], Awaitable[object]], over: Callable[[], bool]) -> None:
        await watch.between_keys()
        watch.begin()
        began = perf_counter()
        await act()
        while not over():
            await asyncio.sleep(0.02)
            if perf_counter() - began > _TOO_LONG:
                raise TimeoutError(f"{name}: the key came too close to another, as a scanner's; run it again")
        taken = perf_counter() - began
        # What the stage leaves to be drawn belongs to it.
        await asyncio.sleep(0.5)
        print(
            f"{path.suffix:6} {name:22} {taken:6.2f} s   still {watch.stillest * 1000:5.0f} ms"
            f" ({watch.busiest * 1000:5.0f} of work)"
            f"   key {watch.slowest_key * 1000:5.0f} ms   drawn {watch.drawn}",
            flush=True,
        )

    async def nothing() -> None:
        await asyncio.sleep(1.0)

    await stage("nothing to do", nothing, lambda: True)
    for key in ("f5", "f7"):
        await watch.between_keys()
        await pilot.press(key)
    # Keys are pressed all the while: the program never rests, which a pilot's pause would wait for.
    while not (isinstance(app.screen, ImportRosterDialog) and app.screen.query(LineInput)):
        await asyncio.sleep(0.02)
    dialog = app.screen
    assert isinstance(dialog, ImportRosterDialog)
    dialog.query_one(LineInput).value = str(path)
    await pilot.pause()
    await stage("reading and comparing", lambda: pilot.press("enter"), lambda: dialog.has_class("read"))
    await stage("writing", lambda: pilot.press("f7"), lambda: app.screen is not dialog)
    await stage("guests, down the list", lambda: pilot.press("pagedown"), lambda: True)
    await stage("guests, one letter", lambda: pilot.press("h"), lambda: True)
    await stage("door", lambda: pilot.press("f2"), lambda: True)
    await stage("door, one letter", lambda: pilot.press("h"), lambda: True)
    await stage("guests again", lambda: pilot.press("f5"), lambda: True)


def main(rows: int) -> None:
    """Print the stages of the three kinds of list."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for path in write_lists(folder, rows):
            asyncio.run(one_list(path, folder / path.suffix[1:]))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
