"""Whatever happened at an event, the workbook says what the state says."""

from contextlib import suppress
from pathlib import Path
from random import Random

import openpyxl
import pytest

from data import language
from data.clock import SetClock
from data.commands.registering import register
from data.errors import Refused
from data.export.files import export_event
from data.export.table.rows import attendance_columns
from data.queries.people.counts import by_delegation, by_hamlet, counts
from data.session.session import Session
from tests.conftest import MORNING, few_guests, found, list_guests
from tests.data.commands.editing.test_undo_of_all import ALL


@pytest.mark.parametrize("seed", range(6))
def test_a_random_event_has_the_states_figures_in_every_total(tmp_path: Path, seed: int) -> None:
    language.choose("en")
    random, clock = Random(seed), SetClock(MORNING)
    with Session(found(tmp_path / "e", clock), clock=clock) as session:
        for _step in range(70):
            clock.pass_time(random.randrange(1, 90))
            if not session.state.guests:
                list_guests(session, few_guests(session.state.event.number))
            with suppress(Refused):
                random.choice(ALL)(session, random.randrange(100))
            with suppress(Refused):
                criterion = random.choice(session.state.event.criteria).id
                register(session, random.randrange(1, 9), criterion, 2022 + random.randrange(2), "number")
        state = session.state
        workbook, *_others = export_event(session)
    book = openpyxl.load_workbook(workbook, data_only=True)
    rows = {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}
    said = {row[0]: row[1:] for row in rows["Summary"] if row[0]}
    n = counts(state)
    assert said["Households that came"][0] == n.households.came
    assert said["People from households"][0] == n.people
    assert said["Delegates who came"][0] == n.delegates.came
    assert said["People who attended in all"][0] == n.everybody
    for group in by_hamlet(state) + by_delegation(state):
        assert list(said[group.name or "not stated"][:2]) == [group.listed, group.invited_present]
    attendance = rows["Attendance"]
    if n.households_listed + n.delegates_listed:
        came, people, invited = (
            attendance_columns().place(column) - 1 for column in ("came", "people", "invited")
        )
        here = [row[invited] for row in attendance[1:-1] if row[came] == "yes"]
        assert attendance[-1][came] == here.count("yes")
        name = attendance_columns().place("name") - 1
        off = here.count("off the list")
        assert attendance[-1][name] == (f"Total; off the list besides: {off}" if off else "Total")
        assert attendance[-1][people] == sum(row[people] or 0 for row in attendance[1:-1]) == n.people
    given = [state.handovers.given(gift.id) for gift in state.handovers.listed(state.event)]
    assert [row[4] for row in rows["Gifts"][1 : 1 + len(given)]] == given
    registered = rows["Registrations"]
    for column, heading in enumerate(registered[0][3:-1], start=3):
        meant = next(c for c in state.event.criteria if str(heading).startswith(c.short))
        of = state.registrations.of(meant.id, int(str(heading)[-4:]))
        assert registered[-1][column] == len(of) == sum(row[column] == "✔" for row in registered[1:-1])
