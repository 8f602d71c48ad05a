import csv
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from data import language
from data.export.files import export_event
from data.queries.people.arrivals import arrivals
from data.queries.people.counts import by_delegation, by_hamlet, counts
from tests.data.export.played import play

_SHEETS_AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libreoffice_computes_the_same_figures_and_finds_no_error(tmp_path: Path) -> None:
    """The stored values are taken out first, so that LibreOffice has to compute every formula."""
    language.choose("en")
    with play(tmp_path / "e") as session:
        workbook, *_others = export_event(session)
        state = session.state
    bare = tmp_path / "bare.xlsx"
    with zipfile.ZipFile(workbook) as source, zipfile.ZipFile(bare, "w") as target:
        for name in source.namelist():
            target.writestr(name, re.sub(rb"</f><v>[^<]*</v>", b"</f>", source.read(name)))
    home = (tmp_path / "office").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={home}", "--headless", "--convert-to", _SHEETS_AS_CSV, str(bare)],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=120,
    )
    sheets = {path.stem.removeprefix("bare-"): path for path in tmp_path.glob("bare-*.csv")}
    rows = {
        name: list(csv.reader(path.read_text(encoding="utf-8").splitlines())) for name, path in sheets.items()
    }
    assert len(rows) == 7
    for name, table in rows.items():
        errors = [cell for row in table for cell in row if re.match(r"Err:|#(?!N/A)", cell)]
        assert not errors, (name, errors)
    said = {row[0]: row[1:] for row in rows["Summary"]}
    n = counts(state)
    assert said["Households that came"][0] == str(n.households.came)
    assert said["People from households"][0] == str(n.people)
    assert said["Delegates who came"][0] == str(n.delegates.came)
    for group in by_hamlet(state) + by_delegation(state):
        figures = (group.listed, group.invited_present, group.walk_ins, group.missing)
        assert said[group.name or "not stated"][:4] == [str(figure) for figure in figures]
    assert [row[2] for row in rows["Arrivals"][1:-1]] == [str(stretch.came) for stretch in arrivals(state)]
    given = [str(state.handovers.given(gift.id)) for gift in state.event.gifts]
    assert [row[4] for row in rows["Gifts"][1 : 1 + len(given)]] == given
