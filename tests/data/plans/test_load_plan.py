"""A plan that does not hold together is refused with one sentence that says where."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.errors import CeremonyError, PlanInvalid
from data.plans.load import PLANS, load_plan

pytestmark = pytest.mark.usefixtures("english")

WHOLE = (PLANS / "ke-hoach-2022.toml").read_text(encoding="utf-8")


def refusal(folder: Path, *changes: tuple[str, str]) -> str:
    text = WHOLE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PlanInvalid) as refused:
        load_plan(path)
    assert "mine.toml" in refused.value.sentence
    return refused.value.sentence


def test_a_plan_is_found_by_stem_by_path_and_by_path_as_text(tmp_path: Path) -> None:
    copy = tmp_path / "kế hoạch.toml"
    copy.write_text(WHOLE, encoding="utf-8")
    assert load_plan("ke-hoach-2022") == load_plan(copy) == load_plan(str(copy))


def test_a_plan_saved_by_notepad_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    copy = tmp_path / "plan.toml"
    copy.write_text(WHOLE, encoding="utf-8-sig")
    assert load_plan(copy).id == "ke-hoach-2022"


def test_an_unknown_name_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(PlanInvalid, match="ke-hoach-2022"):
        load_plan("ke-hoach-1999")


def test_a_folder_is_no_plan(tmp_path: Path) -> None:
    with pytest.raises(PlanInvalid):
        load_plan(tmp_path)


def test_broken_toml_is_refused_with_its_line(tmp_path: Path) -> None:
    line = 1 + WHOLE[: WHOLE.index('doors = "07:15"')].count("\n")
    assert f"line {line}" in refusal(tmp_path, ('doors = "07:15"', 'doors = "07:15'))


def test_text_in_a_legacy_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "old.toml"
    path.write_bytes(b'id = "\xe0\xff"')
    with pytest.raises(PlanInvalid, match="UTF-8"):
        load_plan(path)


def test_a_missing_field_is_named(tmp_path: Path) -> None:
    assert "lacks doors" in refusal(tmp_path, ('doors = "07:15"\n', ""))
    assert "agenda[1].minutes" in refusal(tmp_path, ("minutes = 15\n", ""))


def test_a_number_written_as_text_is_refused_where_it_stands(tmp_path: Path) -> None:
    assert "agenda[1].minutes" in refusal(tmp_path, ("minutes = 15\n", 'minutes = "15"\n'))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('kind = "household"', 'kind = "family"', "family"),
        ('kind = "household"', 'kind = "delegate"', "household"),
        ('short = "MTTQ xã"', 'short = "MTTQ xã"\nkind = "household"', "household"),
        ('id = "dong-thai"', 'id = "kha-tan"', "kha-tan"),
        ('id = "mttq-xa"', 'id = "mttq-huyen"', "mttq-huyen"),
        ('id = "be-mac"', 'id = "tang-hoa"', "tang-hoa"),
        ('id = "hoa-mttq"', 'id = "tai-lieu"', "tai-lieu"),
        ('id = "secretary"', 'id = "chair"', "chair"),
        ('id = "secretary"', 'id = "venue"', "venue"),
        ('id = "secretary"', 'id = "thư ký"', "thư ký"),
        ('id = "kha-tan"', 'id = "../kha-tan"', "kha-tan"),
        ('doors = "07:15"', 'doors = "7:15"', "7:15"),
        ('start = "08:00"', 'start = "24:00"', "24:00"),
        ('start = "08:00"', 'start = "07:00"', "follow"),
        ('issued = "2022-06-10"', 'issued = "10/06/2022"', "issued"),
        ('month = "2022-06"', 'month = "2022-13"', "month"),
        ('item = "tang-hoa"', 'item = "tang-qua"', "tang-qua"),
        ("quantity = 100", "quantity = 0", "tai-lieu"),
        ("least = 45", "least = 76", "chuyen-de"),
        ("minutes = 15", "minutes = 0", "gioi-thieu"),
        ("fixed = true", "fixed = true\nleast = 5", "quyet-dinh-mo-hinh"),
        ("target_households = 100", "target_households = 0", "target_households"),
        ("{plan_number}", "{plan_nubmer}", "plan_nubmer"),
        ("{talk_speaker}", "{}", "chuyen-de"),
        ("{talk_speaker}", "{talk_speaker", "chuyen-de"),
        ("{bookcase_witness}", "{nobody}", "nobody"),
        ("{commune_upper}", "{Commune}", "Commune"),
    ],
)
def test_what_does_not_hold_together_is_refused_by_name(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    assert says in refusal(tmp_path, (old, new))


@given(cut=st.integers(0, len(WHOLE)), debris=st.text(max_size=8))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_damage_to_a_plan_ends_in_anything_but_a_sentence(tmp_path: Path, cut: int, debris: str) -> None:
    path = tmp_path / "damaged.toml"
    path.write_bytes((WHOLE[:cut] + debris + WHOLE[cut + 20 :]).encode("utf-8", "surrogatepass"))
    try:
        load_plan(path)
    except CeremonyError as refused:
        assert refused.sentence and "\n" not in refused.sentence.strip()
