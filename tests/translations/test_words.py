"""One word for each thing: what people read is checked against the words that were given up."""

import re
from typing import get_args

import pytest

from data.assets import ASSETS
from data.language import _
from data.model.entry import AnyHappening
from tests.translations.check import catalogue
from tests.translations.marked import forms, source_strings
from tui.frame.keys.command import ALL_SCREENS
from tui.shell.keys.registry import footer_of

BANNED = {
    r"\btrễ\b": "chậm",
    r"\bmuộn\b": "chậm",
    r"\bfiles?\b": "tệp",
    r"\bfolder\b": "thư mục",
    r"\bbytes?\b": "a sentence without numbers",
    r"\bgiây\b": "phút",
    r"\bclick\b": "bấm",
    r"No matches found": "Textual's own English",
}
_BRACES = re.compile(r"\{[^}]*\}")
_VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")
_EXAMPLES = {
    "xóm 3 — or: Báo Thái Bình, phóng viên",
    "for example Chủ tịch",
    "for example Tổ trưởng",
    "huyện Vũ Thư, or empty",
    "thôn Đông Hải",
    "for example thôn Đông Hải",
    "for example 12/QĐ-UBND ngày 20/11/2026",
    "for example 5 triệu",
    "“{text}” is no number here: type 2, or 5 triệu for money.",
    "Ông or Bà",
    "ông or bà",
    "ông or bà, full name",
    "ông or bà, then the name",
    "xóm 3 — or: Hội Nông dân xã, chủ tịch",
    "Ông, Bà, Đồng chí of delegates",
    "O: Ông. B: Bà. C: Đồng chí. T: another. Enter: the guess. A: all guesses. Esc: leave.",
    "“{text}” is no sum of money; write it as 5.000.000 or 5 triệu.",
}
"""English sentences that show what is typed into a field, which is Vietnamese whatever the screen speaks."""


def vietnamese() -> list[str]:
    """Every Vietnamese sentence of the program and of its plans, without the names of its braces."""
    told = [form for message in catalogue() if message.id for form in forms(message.string)]
    plans = [path.read_text(encoding="utf-8") for path in (ASSETS / "plans").glob("*.toml")]
    # In a plan file what stands behind a number sign is for whoever writes plans.
    lines = [line for plan in plans for line in plan.splitlines() if "=" in line and not line.startswith("#")]
    return [_BRACES.sub("", text) for text in [*told, *(line.split("=", 1)[1] for line in lines)]]


@pytest.mark.parametrize("word", BANNED)
def test_a_word_that_was_given_up_is_nowhere_on_screen(word: str) -> None:
    found = [text for text in vietnamese() if re.search(word, text, re.IGNORECASE)]
    assert found == [], f"say instead: {BANNED[word]}"


def test_no_duration_has_a_minus_sign() -> None:
    signed = re.compile(r"[-−]\{(minutes|seconds|length|hours|late)\b")
    assert [text for text in source_strings() if signed.search(text)] == []
    assert [str(m.string) for m in catalogue() if m.id and signed.search(str(m.string))] == []


def test_english_is_english_everywhere() -> None:
    # In quotes, and in brackets behind their English, the words of papers are Vietnamese.
    quoted = re.compile(r"“[^”]*”|\([^()]*\)")
    mixed = {text for text in source_strings() if _VIETNAMESE.search(quoted.sub("", text))}
    assert mixed <= _EXAMPLES | {text for text in mixed if re.search(r"^\d|: \d", text)}


def test_drawn_is_not_called_printed() -> None:
    told = {str(message.id): str(message.string) for message in catalogue()}
    assert "vẽ" in told["Cards drawn: {count}"] and " in " not in told["Cards drawn: {count}"]
    assert "in" in told["Cards printed: {count}"].split()


def test_the_log_has_a_name_for_every_kind_of_entry() -> None:
    names = [kind.called for kind in get_args(AnyHappening)]
    assert len(names) == len(set(names))
    assert [name for name in names if _(name) == name] == []


@pytest.mark.parametrize("screen", ALL_SCREENS)
def test_the_labels_at_the_bottom_are_whole_at_80_columns(screen: str) -> None:
    shown = (f"{command.shown_key} {_(command.label)}" for command in footer_of(screen))
    assert len(" " + "  ".join(shown)) <= 80


_THINGS = (
    "households|people|delegates|guests|entries|steps|cards|papers|phones|items|scans|titles|templates|minutes|"
    "days|files|pages|lines|copies|villages|seconds|codes"
)
_COUNTED = re.compile(rf"\{{(?!most\b|names|number|text|name|where|path|gift)\w+\}} (?:\w+ )?(?:{_THINGS})\b")
_NEVER_ONE = {
    "Arrivals in every {minutes} minutes": "a fixed number",
    "All {count} papers were made": "the rehearsal makes all of them",
    "Comparison of {count} events": "two or more are compared",
    "{district}: comparison of {count} villages": "a district has several",
    "{count} people fit. ↑ ↓ choose, Enter takes the marked one; Tab again: as typed.": "told of several",
    "{name}: {count} codes, {welcome} of them welcome.": "told of two or more",
    "{count} strange cards in a row": "told from the third on",
    "{count} strange cards in a row. Look who is scanning.": "told from the third on",
    "{count} wrong pairing codes were refused, from {address}": "one has a sentence of its own",
}


def test_what_is_counted_has_a_form_for_one() -> None:
    alone = {forms(message.id)[0] for message in catalogue() if message.id and len(forms(message.id)) == 1}
    assert {text for text in alone if _COUNTED.search(text)} <= _NEVER_ONE.keys()


_STEPS = re.compile(r"\{\w+\} (?:\w+ )?(?:entries|steps|entry|step)\b|\bwhole entries\b")


def test_what_was_done_is_a_step_in_every_sentence_and_a_line_is_what_is_damaged() -> None:
    told = [(" ".join(forms(message.id)), " ".join(forms(message.string))) for message in catalogue()]
    assert [vi for _en, vi in told if re.search("mục ghi|bước ghi", vi, re.IGNORECASE)] == []
    steps = [vi for en, vi in told if _STEPS.search(en)]
    assert len(steps) > 8 and [vi for vi in steps if "bước" not in vi.lower()] == []
