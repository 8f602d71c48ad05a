"""Lists in separated values and in old Excel files: every name right, every refusal at its place."""

from pathlib import Path

from data.model.event import Event
from data.roster.comparing.preview import preview
from data.roster.reading import read_roster
from tests.data.roster.build import Table, csv_text, names, refusals, tcvn3, tcvn3_h, vni, write_xls

PEOPLE = ["Nguyễn Văn Ước", "Trần Thị Ánh Tuyết", "Lê Đình Hợp", "Đỗ Quý Kỷ", "Ngô Thế Dũng"]


def test_our_own_export_keeps_hostile_names(tmp_path: Path, event: Event) -> None:
    table: Table = [
        ["DANH SÁCH HƯ CẤU - chỉ để dùng thử"],
        ["STT", "Họ và tên", "Năm sinh", "Xóm", "Điện thoại", "Thành phần"],
        [1, "'=1+1", 1960, "Xóm 1", "'+84912345678", None],
        [2, "[/b]", 1960, "Xóm 1", None, "Hộ gia đình"],
        [3, "'@Hoa", 1960, "Xóm 1", None, "hộ gia đinh"],
        [4, 'Nguyễn "Ba" Văn, Bốn', 1960, "Xóm 1", None, None],
        [5, "'nháy", "19600", "Xóm 1", None, None],
        [6, "'nháy", "1960", "Xóm 1", None, "Đoàn lạ"],
        [7, "'nháy", "1960", "Xóm 1", None, ""],
    ]
    path = tmp_path / "ds.csv"
    path.write_text(csv_text(table), encoding="utf-8-sig", newline="")
    reading = read_roster(path, event)
    assert names(reading) == ["=1+1", "[/b]", "@Hoa", 'Nguyễn "Ba" Văn, Bốn', "'nháy"]
    assert reading.rows[0].facts.phone == "0912345678"
    assert refusals(reading) == [("ds", 7), ("ds", 8)]


def test_utf16_with_tabs_as_excel_saves_unicode_text(tmp_path: Path, event: Event) -> None:
    table: Table = [
        [],
        ["Họ", "Tên", "Ngày sinh", "Tổ"],
        *([*p.rsplit(" ", 1), "1/2/1950", "3"] for p in PEOPLE),
    ]
    table += [["", "", "1/2/1950", "3"], ["Vũ", "Văn", "31/12/2050", "3"]]
    path = tmp_path / "unicode.txt"
    path.write_bytes(csv_text(table, "\t").encode("utf-16"))
    reading = read_roster(path, event)
    assert names(reading) == PEOPLE
    assert {row.facts.hamlet for row in reading.rows} == {"Tổ 3"}
    assert refusals(reading) == [("unicode", 8), ("unicode", 9)]


def test_code_page_1258_with_semicolons(tmp_path: Path, event: Event) -> None:
    table: Table = [
        ["TT", "Ho va ten", "Nam sinh", "Thon"],
        *([i, p, 1950 + i, "Đông"] for i, p in enumerate(PEOPLE, 1)),
    ]
    table += [[6, "0912345678", 1950, "Đông"], [7, "Có Tên", "3021", "Đông"], ["", "Tong cong", "7", ""]]
    path = tmp_path / "ansi.csv"
    path.write_bytes(_cp1258(csv_text(table, ";")))
    reading = read_roster(path, event)
    assert names(reading) == PEOPLE
    assert {row.facts.hamlet for row in reading.rows} == {"Đông"}
    assert refusals(reading) == [("ansi", 7), ("ansi", 8)]


def _cp1258(text: str) -> bytes:
    import unicodedata

    out = []
    for char in unicodedata.normalize("NFC", text):
        try:
            out.append(char.encode("cp1258"))
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", char)
            tone = [c for c in parts if c in "\u0300\u0301\u0303\u0309\u0323"]
            rest = unicodedata.normalize("NFC", "".join(c for c in parts if c not in tone))
            out.append((rest + "".join(tone)).encode("cp1258"))
    return b"".join(out)


def test_tcvn3_without_fonts_is_told_by_its_words(tmp_path: Path, event: Event) -> None:
    table: Table = [
        ["STT", "Họ và tên", "Xóm"],
        *([i, p, "Xóm Đoài"] for i, p in enumerate(PEOPLE, 1)),
        [6, "", "Xóm Đoài"],
    ]
    for name, content in {
        "bytes": tcvn3(csv_text(table)).encode("latin-1"),
        "utf8": tcvn3(csv_text(table)).encode("utf-8"),
    }.items():
        path = tmp_path / f"{name}.csv"
        path.write_bytes(content)
        reading = read_roster(path, event)
        assert names(reading) == PEOPLE
        assert {row.facts.hamlet for row in reading.rows} == {"Xóm Đoài"}
        assert refusals(reading) == [(name, 7)]
        assert any("TCVN3" in problem.sentence for problem in reading.problems)


def test_english_headings_and_doubles(tmp_path: Path, event: Event) -> None:
    table: Table = [
        ["No", "Full name", "Year of birth", "Hamlet", "Phone number", "Known as", "Group", "Note"],
        [1, "Nguyen Van A", 1960, "Xom 1", "0912345678", "", "households", ""],
        [2, "nguyễn văn a", 1960, "xóm 1", "0912345678", "", "", "again"],
        [3, "Nguyen Van A", 1960, "Xom 1", "0912345679", "", "", "a namesake"],
        [4, "Nguyen Van A", 1960, "Xom 2", "0912345678", "", "Cong an huyen", ""],
        [5, "", 1970, "", "", "", "", ""],
    ]
    path = tmp_path / "en.csv"
    path.write_text("sep=;\n" + csv_text(table, ";"), encoding="utf-8", newline="")
    shown = preview(read_roster(path, event), [])
    assert [(row.row, row.facts.kind) for row in shown.added] == [
        (2, "household"),
        (4, "household"),
        (5, "delegate"),
    ]
    assert [(p.row, p.column) for p in shown.refused] == [(3, ""), (6, "B")]
    assert [p.row for p in shown.warnings] == [4]


def test_xls_in_vntime_with_capitals_and_rich_text(tmp_path: Path, event: Event) -> None:
    table: Table = [
        [tcvn3_h("DANH SÁCH HỘ GIA ĐÌNH VĂN HÓA"), None, None, None, None],
        ["TT", tcvn3_h("HỌ VÀ TÊN CHỦ HỘ"), tcvn3("Năm sinh"), tcvn3("Xóm"), tcvn3("Điện thoại")],
        [1, tcvn3(PEOPLE[0]), 1960.0, tcvn3("Xóm Đoài"), 912345678.0],
        [2, tcvn3_h("TRẦN THỊ ÁNH TUYẾT"), 1961, None, "0912345679"],
        [3, [("TrÇn ThÞ ", ".VnTime"), (tcvn3("á"), ".VnTimeH"), ("nh", ".VnTime")], "1962", None, None],
        [4, "PHAN THÞ Hµ", 1963, "3", None],
        [5, tcvn3("Vũ Ứng Ước"), 1864, "3", None],
        [6, None, 1964, "3", None],
    ]
    fonts = {(0, 0): ".VnTimeH", (1, 1): ".VnTimeH", (3, 1): ".VnTimeH"}
    path = write_xls(tmp_path / "abc.xls", table, ".VnTime", fonts, [(0, 0, 0, 4), (2, 4, 3, 3)])
    reading = read_roster(path, event)
    assert names(reading) == [PEOPLE[0], "TRẦN THỊ ÁNH TUYẾT", "Trần Thị Ánh", "PHAN THỊ HÀ"]
    assert [row.facts.hamlet for row in reading.rows] == ["Xóm Đoài"] * 3 + ["Xóm 3"]
    assert [row.facts.phone for row in reading.rows[:2]] == ["0912345678", "0912345679"]
    assert refusals(reading) == [("DS", 7), ("DS", 8)]
    assert reading.sheets[0].columns[1].heading == "HỌ VÀ TÊN CHỦ HỘ"


def test_xls_in_vni_times_beside_unicode(tmp_path: Path, event: Event) -> None:
    table: Table = [
        [vni("STT"), vni("Họ và tên"), vni("Chức vụ"), vni("Cơ quan"), vni("Thành phần"), "Ghi chú"],
        [1, vni("NGUYỄN VĂN ƯỚC"), vni("Chủ tịch"), vni("MTTQ xã"), vni("MTTQ xã"), "Đến sớm"],
        [2, vni("Trần Thị Ánh Tuyết"), vni("Phó bí thư"), None, vni("Cấp ủy xã"), "Lê Hà báo"],
        [3, vni("Lý Kỵ"), vni("Nhà báo"), vni("Đài huyện"), vni("Truyền hình"), None],
        [4, vni("Hộ Ông Bảy"), None, None, None, None],
        [5, 12345678, None, None, None, None],
    ]
    fonts = {(row, 5): "Times New Roman" for row in range(6)}
    reading = read_roster(write_xls(tmp_path / "vni.xls", table, "VNI-Times", fonts), event)
    assert [(row.facts.name, row.facts.title, row.facts.delegation) for row in reading.rows] == [
        ("NGUYỄN VĂN ƯỚC", "Chủ tịch", "mttq-xa"),
        ("Trần Thị Ánh Tuyết", "Phó bí thư", "cap-uy-xa"),
        ("Hộ Ông Bảy", "", "ho-gia-dinh"),
    ]
    assert [row.facts.note for row in reading.rows] == ["Đến sớm", "Lê Hà báo", ""]
    assert refusals(reading) == [("DS", 4), ("DS", 6)]
