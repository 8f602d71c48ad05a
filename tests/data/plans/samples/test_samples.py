"""The sample rosters are fictional, complete, and as awkward as a real village's list."""

import csv
import unicodedata
from pathlib import Path

import pytest

from data.plans.load import PLANS, load_plan
from data.text.cleaning.clean import clean
from data.text.people.phone import phone_digits

SAMPLES = PLANS.parent / "samples"
PLAN = load_plan("ke-hoach-2022")
SITES = [site.id for site in PLAN.sites]
MARKS = {"grave": "\u0300", "acute": "\u0301", "tilde": "\u0303", "hook": "\u0309", "dot": "\u0323"}
Row = dict[str, str]


def lines(site: str) -> list[list[str]]:
    with Path(SAMPLES / f"{site}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def rows(site: str) -> list[Row]:
    table = lines(site)
    header = next(i for i, line in enumerate(table) if line[0] == "STT")
    return [dict(zip(table[header], line, strict=True)) for line in table[header + 1 :]]


def households(site: str) -> list[Row]:
    return [row for row in rows(site) if row["Thành phần"] in ("", PLAN.delegations[-1].short)]


def delegates(site: str) -> list[Row]:
    return [row for row in rows(site) if row not in households(site)]


def test_there_is_a_sample_for_each_site_and_no_other() -> None:
    assert sorted(path.stem for path in SAMPLES.glob("*.csv")) == sorted(SITES)


@pytest.mark.parametrize("site", SITES)
class TestSample:
    def test_excel_sees_utf8_by_its_byte_order_mark(self, site: str) -> None:
        assert (SAMPLES / f"{site}.csv").read_bytes().startswith(b"\xef\xbb\xbf")

    def test_the_first_line_says_that_nobody_in_it_is_real(self, site: str) -> None:
        assert "HƯ CẤU" in lines(site)[0][0]

    def test_every_row_is_as_wide_as_the_header(self, site: str) -> None:
        assert {len(line) for line in lines(site)} == {11}

    def test_a_hundred_households_and_thirty_eight_delegates(self, site: str) -> None:
        assert (len(households(site)), len(delegates(site))) == (100, 38)

    def test_every_row_is_one_person_and_every_phone_one_persons(self, site: str) -> None:
        everyone = [(row["Họ và tên"], row["Năm sinh"], row["Xóm"]) for row in rows(site)]
        assert len(set(everyone)) == 138
        assert [row["STT"] for row in rows(site)] == [str(n) for n in range(1, 139)]
        phones = [row["Điện thoại"] for row in rows(site) if row["Điện thoại"]]
        assert len(set(phones)) == len(phones) > 100
        assert all(digits.startswith("0900000") for phone in phones for digits in phone_digits(phone))

    def test_some_household_has_no_phone_a_nickname_or_a_note(self, site: str) -> None:
        homes = households(site)
        assert any(not row["Điện thoại"] for row in homes)
        assert any(row["Tên thường gọi"] for row in homes)
        assert any("mời ngồi hàng đầu" in row["Ghi chú"] for row in homes)

    def test_two_heads_share_name_and_year_and_are_told_apart_by_hamlet_and_nickname(self, site: str) -> None:
        seen: dict[tuple[str, str], list[Row]] = {}
        for row in households(site):
            seen.setdefault((row["Họ và tên"], row["Năm sinh"]), []).append(row)
        pairs = [pair for pair in seen.values() if len(pair) > 1]
        assert pairs
        for pair in pairs:
            assert len({row["Xóm"] for row in pair}) == len(pair)
            assert len({row["Tên thường gọi"] for row in pair}) == len(pair)

    def test_households_live_in_four_to_six_hamlets_and_have_a_year_of_birth(self, site: str) -> None:
        assert 4 <= len({row["Xóm"] for row in households(site)}) <= 6
        assert all(1920 < int(row["Năm sinh"]) < 2004 for row in households(site))

    def test_every_delegation_of_the_plan_is_there_by_a_name_the_plan_gives_it(self, site: str) -> None:
        planned = [d for d in PLAN.delegations if d.kind == "delegate" and not d.spare]
        known = {word: d.id for d in planned for word in (d.short, d.name)}
        came = {known[row["Thành phần"]] for row in delegates(site)}
        assert came == set(known.values())
        assert all(row["Chức vụ"] and row["Đơn vị"] for row in delegates(site))
        assert all(row["Ông/Bà"] in ("Ông", "Bà") for row in delegates(site))

    def test_delegates_serve_the_sites_own_commune_and_village(self, site: str) -> None:
        own = next(s for s in PLAN.sites if s.id == site)
        others = [s for s in PLAN.sites if s.id != site]
        organisations = " ".join(row["Đơn vị"] for row in delegates(site))
        assert own.commune in organisations and own.village in organisations
        assert not any(s.commune in organisations or s.village in organisations for s in others)

    def test_nobody_who_signed_the_plan_is_among_the_fictional(self, site: str) -> None:
        assert PLAN.signer not in [row["Họ và tên"] for row in rows(site)]

    def test_every_text_is_already_clean(self, site: str) -> None:
        assert all(clean(cell) == cell for line in lines(site) for cell in line)

    @pytest.mark.parametrize("letter", ["ă", "â", "đ", "ê", "ô", "ơ", "ư"])
    def test_every_vietnamese_letter_is_in_some_name(self, site: str, letter: str) -> None:
        names = " ".join(row["Họ và tên"] for row in rows(site)).lower()
        bare = "".join(c for c in unicodedata.normalize("NFD", names) if c not in MARKS.values())
        assert letter in unicodedata.normalize("NFC", bare)

    @pytest.mark.parametrize("tone", MARKS)
    def test_every_tone_is_in_some_name(self, site: str, tone: str) -> None:
        names = " ".join(row["Họ và tên"] for row in rows(site))
        assert MARKS[tone] in unicodedata.normalize("NFD", names)
