"""Text that acts never reaches a terminal, a file or a screen, from wherever it came."""

import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.archive.restore import restore
from data.commands.door.door import admit, set_party, walk_in
from data.commands.stage.mc_words import leave_note
from data.documents.cards.files import draw_cards
from data.documents.papers.catalogue import papers as papers_of
from data.documents.papers.files import make_papers
from data.documents.signing_sheet.files import write_paper_list
from data.errors import CeremonyError, PlanInvalid, Refused
from data.export.event_json import write_json
from data.export.files import export_event
from data.plans.load import PLANS, load_plan
from data.session.folders.peek import peek, sibling_events
from data.session.opening import open_for_reading
from data.session.session import Session
from data.text.cleaning.clean import clean, safe
from tests.conftest import PLAN, few_guests, found, list_guests
from tests.outside.hostile import ACTING, EVERYTHING, acts, append_raw, hostile_text, texts_in
from tui.command_line import papers, report, run, setup
from tui.shell.app import CeremonyApp


def begun(folder: Path) -> Path:
    with Session(found(folder)) as session:
        list_guests(session, few_guests(session.state.event.number))
        admit(session, 1, "name", people=2)
    return folder


def spoilt(folder: Path, text: str) -> Path:
    """An event of an older version, whose ledger holds ``text`` wherever text can stand."""
    begun(folder)
    with open_for_reading(folder) as session:
        append_raw(folder / "ledger.jsonl", session.state, text)
    return folder


@given(st.text(max_size=60) | hostile_text)
@settings(max_examples=500, deadline=None)
def test_cleaning_once_is_enough_and_leaves_nothing_that_acts(text: str) -> None:
    for wash in (clean, safe):
        washed = wash(text)
        assert not acts(washed)
        assert wash(washed) == washed == unicodedata.normalize("NFC", washed)


@pytest.mark.parametrize(
    "name", ["Nguyễn Thị Lệ Hà", "Hoà", "Ơ kìa 👍🏽 ☎️", "Đỗ Văn Ễnh (con ông Tư)", "Ksơr H'Bơ"]
)
def test_vietnamese_and_plain_emoji_stay_as_typed(name: str) -> None:
    assert clean(name) == name
    assert clean(unicodedata.normalize("NFD", name)) == name


@given(hostile_text)
@settings(max_examples=4, deadline=None)
def test_every_file_of_an_old_event_is_harmless(text: str) -> None:
    with TemporaryDirectory() as parent:
        folder = spoilt(Path(parent) / "event", text)
        with open_for_reading(folder) as session:
            state, out = session.state, folder / "out"
            export_event(session, out)
            make_papers(session, papers_of(session.state), out)
            write_json(state, session.now(), out / "whole.json", phones=True)
        written = [path for path in out.iterdir() if path.suffix in (".xlsx", ".docx", ".csv", ".json")]
        assert {path.suffix for path in written} == {".xlsx", ".docx", ".csv", ".json"}
        for path in written:
            assert not acts(texts_in(path)), path.name
            assert not acts(path.name)


def test_the_command_line_prints_nothing_that_acts() -> None:
    _prints_nothing_that_acts(EVERYTHING)


@pytest.mark.thorough
@given(hostile_text)
@settings(max_examples=10, deadline=None)
def test_the_command_line_prints_nothing_that_acts_whatever_it_is(text: str) -> None:
    _prints_nothing_that_acts(text)


def _prints_nothing_that_acts(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as parent:
        folder = spoilt(Path(parent) / "event", text)
        said: list[str] = []
        patch.setattr("builtins.print", lambda *words, **_more: said.append(" ".join(map(str, words))))
        run.status(folder)
        run.status(folder, as_json=True)
        run.scan(folder, code=few_code(folder))
        report.export([folder], None)
        papers.papers(folder, None)
        setup.backdrop(folder, None)
        assert said
        for line in said:
            assert not acts(line)


def few_code(folder: Path) -> str:
    with open_for_reading(folder) as session:
        return "00" + session.state.guests[2].code


@pytest.mark.parametrize("text", [EVERYTHING, *ACTING])
def test_a_refusal_that_names_a_hostile_file_is_harmless(text: str) -> None:
    assert not acts(str(CeremonyError(f"{text} is missing")))
    with pytest.raises(PlanInvalid) as refused:
        load_plan(text.replace("\0", ""))
    assert not acts(refused.value.sentence)


async def test_every_screen_of_an_old_event_is_harmless(tmp_path: Path) -> None:
    with Session(spoilt(tmp_path / "event", EVERYTHING)) as session:
        app = CeremonyApp(session)
        async with app.run_test(size=(120, 40)) as pilot:
            for name in ("door", "stage", "gifts", "guests", "report", "event", "missing", "log", "papers"):
                app.action_show(name)
                await pilot.pause()
                assert name == app.screen.NAME  # type: ignore[attr-defined]
                shown = "\n".join(
                    "".join(segment.text for segment in row) for row in app.screen._compositor.render_strips()
                )
                assert not acts(shown), name


def test_what_is_recorded_is_clean_on_disk_and_in_memory(tmp_path: Path) -> None:
    with Session(begun(tmp_path / "event"), duty=EVERYTHING) as session:
        session.device = EVERYTHING
        set_party(session, 1, relation=EVERYTHING, substitute=EVERYTHING, people=2)
        walk_in(session, kind="household", name=f"An {EVERYTHING}", hamlet=EVERYTHING)
        leave_note(session, f"gấp {EVERYTHING}")
        remembered = session.state.steps
    with open_for_reading(tmp_path / "event") as again:
        assert again.state.steps == remembered
    assert not acts((tmp_path / "event" / "ledger.jsonl").read_text(encoding="utf-8"))


def test_a_name_without_end_is_refused_and_costs_nothing(tmp_path: Path) -> None:
    with Session(begun(tmp_path / "event")) as session:
        entries = len(session.state.steps)
        with pytest.raises(Refused, match="500"):
            walk_in(session, kind="household", name="Nguyễn " * 30_000)
        with pytest.raises(Refused, match="500"):
            set_party(session, 1, substitute="a\u0301\u0323" * 100_000, people=2)
        assert len(session.state.steps) == entries
        session.duty = "Mai " * 50_000
        admit(session, 2, "name")
        assert len(session.state.entries[-1].duty) <= 200


def test_an_old_event_with_a_name_without_end_is_drawn(tmp_path: Path) -> None:
    folder = spoilt(tmp_path / "event", "Nguyễn " * 30_000)
    with open_for_reading(folder) as session:
        guests = list(session.state.guests.values())
        assert max(len(guest.name) for guest in guests) <= 500
        draw_cards(session.state.event, guests, tmp_path / "cards")
        write_paper_list(session.state, tmp_path / "list")
        make_papers(session, papers_of(session.state), tmp_path / "papers")


def test_events_beside_are_named_harmlessly(tmp_path: Path) -> None:
    plan = (PLANS / f"{PLAN}.toml").read_text(encoding="utf-8")
    begun(tmp_path / "one")
    begun(tmp_path / "two")
    first, _line, rest = (tmp_path / "two" / "ledger.jsonl").read_bytes().partition(b"\n")
    assert plan and first and rest
    assert all(not acts(event.title) for event in sibling_events(tmp_path / "one"))
    assert peek(tmp_path / "two") is not None


def test_a_plan_file_is_cleaned_and_bounded(tmp_path: Path) -> None:
    plan = (PLANS / f"{PLAN}.toml").read_text(encoding="utf-8")
    title = load_plan(PLAN).event_title
    hostile = tmp_path / "plan.toml"
    hostile.write_text(plan.replace(title, title + "\\u009b5m\\u202e", 1), encoding="utf-8")
    assert load_plan(hostile).event_title == title + "5m"
    for damage in (
        plan.replace(title, "x" * 5000, 1),
        "a = " + "[" * 5000,
        "a = " + "9" * 10_000,
        "# " + "x" * 300_000,
        plan.replace("target_households = 100", "target_households = 1000000000000", 1),
    ):
        hostile.write_text(damage, encoding="utf-8")
        with pytest.raises(PlanInvalid):
            load_plan(hostile)


def test_a_hostile_event_brought_back_from_json_is_harmless(tmp_path: Path) -> None:
    folder = spoilt(tmp_path / "event", "\x9b5m")
    with open_for_reading(folder) as session:
        write_json(session.state, session.now(), tmp_path / "whole.json", phones=True)
    back = restore(tmp_path / "whole.json", tmp_path / "back")
    assert not acts((back / "ledger.jsonl").read_text(encoding="utf-8"))
