"""Báo cáo on a ceremony and on a quarterly meeting (Mẫu 1.4), and the agenda as it really ran."""

from typing import Any

from docx.shared import Pt

from data.documents.papers.form.page import new_page
from data.documents.papers.form.tables import ON_THE_DAY, grid, head, recipients, signatures
from data.documents.papers.form.words import item, open_lines, part, say, title
from data.documents.papers.models.shared import AT_PLACE, BODY_SIGNS, BY_HAND, EVENT, SIGNER

_BELOW_TABLE = Pt(8)


def report() -> Any:
    """Báo cáo kết quả."""
    page = new_page()
    head(page, "BC")
    title(page, "BÁO CÁO", f"Kết quả {EVENT} tại {AT_PLACE}")
    _begin(page, f"kết quả {EVENT}")
    _when_and_who(page)
    _program(page, "3. Nội dung")
    part(page, "4. Hiện vật đã trao tặng")
    grid(
        page,
        [
            ("TT", 12, "|{{ quà.TT }}"),
            ("Hiện vật", 69, "{{ quà.tên }}"),
            ("ĐVT", 22, "|{{ quà.đơn vị tính }}"),
            ("Kế hoạch", 31, "|{{ quà.kế hoạch }}"),
            ("Đã trao", 31, "|{{ quà.đã trao }}"),
        ],
    )
    item(
        page,
        "{{ Trao tặng.bên tặng }} trao {{ trao tặng.hiện vật }} lúc {{ trao tặng.giờ }}; bên nhận: {{ trao "
        "tặng.bên nhận }}.",
    ).paragraph_format.space_before = _BELOW_TABLE
    part(page, "5. Kinh phí")
    item(page, "{{ kinh phí }}")
    item(page, "Tổng cộng: {{ tổng kinh phí }}.")
    part(page, "6. Đánh giá")
    open_lines(page, "đánh giá")
    part(page, "7. Công việc tiếp theo")
    item(page, "{{ việc tiếp theo }}")
    part(page, "8. Đề xuất, kiến nghị")
    open_lines(page, "đề xuất")
    _close(page, f"kết quả {EVENT}")
    return page


def meeting_report() -> Any:
    """Báo cáo kết quả sinh hoạt chuyên đề hằng quý."""
    page = new_page()
    head(page, "BC")
    title(
        page,
        "BÁO CÁO",
        f"Kết quả sinh hoạt chuyên đề {{{{ kỳ sinh hoạt }}}} của mô hình “{{{{ mô hình }}}}” {AT_PLACE}",
    )
    _begin(page, "kết quả sinh hoạt chuyên đề {{ kỳ sinh hoạt }}")
    _when_and_who(page)
    part(page, "3. Tình hình an ninh trật tự trong quý")
    say(
        page,
        "Số vụ việc xảy ra trong {{ kỳ sinh hoạt }}: {{ số vụ việc }}. Kết quả giải quyết:",
        together=True,
    )
    open_lines(page, "đánh giá")
    _program(page, "4. Nội dung sinh hoạt")
    part(page, "5. Nhiệm vụ quý tới")
    open_lines(page, "nhiệm vụ quý tới")
    part(page, "6. Đề xuất, kiến nghị")
    open_lines(page, "đề xuất")
    _close(page, "kết quả sinh hoạt chuyên đề {{ kỳ sinh hoạt }}")
    return page


def agenda_run() -> Any:
    """Chương trình và thời gian thực hiện."""
    page = new_page()
    head(page, day=ON_THE_DAY)
    title(page, "CHƯƠNG TRÌNH VÀ THỜI GIAN THỰC HIỆN", EVENT)
    say(page, "{{ Ngày hội nghị }}, tại {{ địa điểm }}.", together=True)
    grid(
        page,
        [
            ("TT", 10, "|{{ mục.TT }}"),
            ("Nội dung", 54, "{{ mục.tên }}\n{{ mục.tạm dừng }}"),
            ("Dự kiến", 17, "|{{ mục.dự kiến }}"),
            ("Bắt đầu", 17, "|{{ mục.bắt đầu }}"),
            ("Kết thúc", 17, "|{{ mục.kết thúc }}"),
            ("Phút dự kiến", 15, "|{{ mục.phút }}"),
            ("Phút thực tế", 15, "|{{ mục.phút thực tế }}"),
            ("Chênh (phút)", 20, "|{{ mục.chênh lệch }}"),
        ],
    )
    say(
        page,
        "Khai mạc: {{ giờ khai mạc }}. Bế mạc: {{ giờ bế mạc }} (dự kiến {{ giờ dự kiến xong }}). Đã thực "
        "hiện {{ số "
        "mục đã thực hiện }}/{{ số mục }} mục.",
        before=8,
        together=True,
    )
    signatures(
        page,
        (
            (("NGƯỜI DẪN CHƯƠNG TRÌNH", BY_HAND), "{{ họ tên người dẫn chương trình }}"),
            (("THƯ KÝ", BY_HAND), "{{ họ tên thư ký }}"),
        ),
    )
    return page


def _begin(page: Any, what: str) -> None:
    say(page, "Kính gửi: {{ kính gửi }}.", middle=True, after=10)
    say(page, "Căn cứ {{ căn cứ }}", italic=True)
    say(page, f"{{{{ Tên cơ quan }}}} báo cáo {what} như sau:")


def _when_and_who(page: Any) -> None:
    part(page, "1. Thời gian, địa điểm")
    item(page, "Thời gian: từ {{ giờ khai mạc }} đến {{ giờ bế mạc }}, {{ ngày hội nghị }}.")
    item(page, "Địa điểm: {{ địa chỉ }}.")
    part(page, "2. Thành phần tham dự")
    item(page, "Đại biểu: {{ tình hình đại biểu }}.")
    item(page, "Hộ gia đình: {{ tình hình hộ }}. Số người của các hộ đến dự: {{ số người }}.")
    item(page, "Tổng số người dự: {{ tổng số người dự }}.").paragraph_format.keep_with_next = True
    _groups(page, "Thành phần", "thành phần")
    say(page, "Hộ gia đình theo xóm, tổ:", before=8, together=True)
    _groups(page, "Xóm/Tổ", "xóm")


def _groups(page: Any, heading: str, table: str) -> None:
    narrow = (
        ("Mời", 15, "mời"),
        ("Có mặt", 17, "có mặt"),
        ("Vắng", 16, "vắng"),
        ("Ngoài danh sách", 22, "ngoài danh sách"),
        ("Tổng", 16, "tổng"),
        ("Tỷ lệ", 20, "tỷ lệ"),
    )
    grid(
        page,
        [
            ("TT", 11, f"|{{{{ {table}.TT }}}}"),
            (heading, 48, f"{{{{ {table}.tên }}}}"),
            *((name, width, f"|{{{{ {table}.{field} }}}}") for name, width, field in narrow),
        ],
    )


def _program(page: Any, heading: str) -> None:
    part(page, heading)
    say(
        page,
        "Đã thực hiện {{ số mục đã thực hiện }}/{{ số mục }} nội dung của chương trình:",
        together=True,
    )
    grid(
        page,
        [
            ("TT", 12, "|{{ mục.TT }}"),
            ("Nội dung", 87, "{{ mục.tên }}"),
            ("Dự kiến", 22, "|{{ mục.dự kiến }}"),
            ("Bắt đầu", 22, "|{{ mục.bắt đầu }}"),
            ("Kết thúc", 22, "|{{ mục.kết thúc }}"),
        ],
    )


def _close(page: Any, what: str) -> None:
    say(
        page,
        f"Trên đây là báo cáo {what} của {{{{ tên cơ quan }}}}, kính báo cáo {{{{ kính gửi }}}}./.",
        before=6,
        together=True,
    )
    recipients(page, "nơi nhận", BODY_SIGNS, SIGNER)
