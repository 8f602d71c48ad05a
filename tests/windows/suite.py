"""Run the suite, folder by folder, on the Windows laptop of ``laptop``, and say what came of it.

``tests/windows/run [--folder FOLDER] [PART ...]``: a part is a folder of ``tests``. Ends with 1 where a test
failed that ``known`` does not name.
"""

import argparse
import os
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from tests.windows.known import FOLDERS_LEFT_OUT, named
from tests.windows.laptop import ROOT, VERSION, Laptop, Trouble

SECONDS = 1200.0
"""How long one folder of tests may take before it is ended."""


class Result(NamedTuple):
    """One test: its name, "passed", "failed" or "skipped", and why."""

    test: str
    outcome: str
    why: str


def parts() -> list[str]:
    """The folders of ``tests`` that hold tests and are not left out."""
    found = {path.parent.name for path in (ROOT / "tests").glob("*/test_*.py")}
    return sorted(found - FOLDERS_LEFT_OUT.keys())


def run_part(laptop: Laptop, part: str) -> list[Result]:
    """Run one folder of tests; where Python itself ended, that is one more failure."""
    results = laptop.folder / "results"
    results.mkdir(exist_ok=True)
    report = results / f"{part}.xml"
    report.unlink(missing_ok=True)
    options = ("-p", "no:cacheprovider", "-o", "addopts=", "-q", "--tb=short")
    done = laptop.run(
        *("-X", "utf8", "-m", "pytest", *options, "--continue-on-collection-errors"),
        f"--junitxml={laptop.windows_path(report)}",
        f"tests/{part}",
        seconds=SECONDS,
    )
    (results / f"{part}.txt").write_text(done.said, encoding="utf-8")
    if not report.is_file():
        ended = "was ended after its time" if done.status is None else f"ended with {done.status}"
        return [Result(part, "failed", f"Python {ended}: {done.said.strip()[-200:]}")]
    return [_result(case) for case in ElementTree.parse(report).iter("testcase")]


def _result(case: ElementTree.Element) -> Result:
    test = f"{case.get('classname', '')}::{case.get('name', '')}".removeprefix("tests.")
    for kind, outcome in (("failure", "failed"), ("error", "failed"), ("skipped", "skipped")):
        if (found := case.find(kind)) is not None:
            said = [line for line in (found.text or "").splitlines() if line.startswith("E ")]
            why = said[0].removeprefix("E ") if kind != "skipped" and said else found.get("message") or "?"
            return Result(test, outcome, " ".join(why.split())[:160])
    return Result(test, "passed", "")


def summary(results: list[Result]) -> str:
    """How many ran, passed, failed and were skipped, and why."""
    tally = Counter(result.outcome for result in results)
    failed = [result for result in results if result.outcome == "failed"]
    new = [result for result in failed if not named(result.test, result.why)]
    lines = [
        f"{len(results)} tests under Windows Python {VERSION}: {tally['passed']} passed, "
        f"{tally['failed']} failed ({len(failed) - len(new)} of them named), {tally['skipped']} skipped"
    ]
    skipped = Counter(result.why for result in results if result.outcome == "skipped")
    lines += [f"  skipped {count}: {why}" for why, count in skipped.most_common()]
    reasons = Counter(named(result.test, result.why) for result in failed if named(result.test, result.why))
    lines += [f"  named {count}: {why}" for why, count in reasons.most_common()]
    lines += [f"  FAILED {result.test}: {result.why}" for result in new]
    lines += [f"  not tried, {part}: {why}" for part, why in FOLDERS_LEFT_OUT.items()]
    return "\n".join(lines)


def main() -> int:
    """Set up, run, print; 0 when every failure is named."""
    parser = argparse.ArgumentParser(prog="tests/windows/run", description=sys.modules[__name__].__doc__)
    parser.add_argument("--folder", type=Path, default=_usual_folder(), help="where the laptop is made")
    parser.add_argument("parts", nargs="*", metavar="PART", help="folders of tests; else all that can be")
    asked = parser.parse_args()
    laptop = Laptop(asked.folder)
    try:
        laptop.prepare(lambda line: print(line, flush=True))
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    results: list[Result] = []
    for part in asked.parts or parts():
        found = run_part(laptop, part)
        results += found
        tally = Counter(result.outcome for result in found)
        print(f"{part}: " + ", ".join(f"{count} {outcome}" for outcome, count in tally.items()), flush=True)
    print(summary(results))
    return int(any(result.outcome == "failed" and not named(result.test, result.why) for result in results))


def _usual_folder() -> Path:
    cache = os.environ.get("XDG_CACHE_HOME")
    return (Path(cache) if cache else Path.home() / ".cache") / "le-ra-mat-windows"


if __name__ == "__main__":
    sys.exit(main())
