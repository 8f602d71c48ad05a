"""Dự trù kinh phí, bảng kê thanh toán, giấy biên nhận: sums in figures and in words."""

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH

from data.documents.papers.form.page import new_page
from data.documents.papers.form.tables import grid, head, signatures
from data.documents.papers.form.words import say, title
from data.documents.papers.models.shared import BODY_SIGNS, BY_HAND, EVENT, SIGNER, country

_WIDTHS = (0.29, 0.29, 0.42)
"""The lines of the body are longer than "NGƯỜI LẬP"."""
_THREE = (
    (("NGƯỜI LẬP", BY_HAND), "{{ họ tên người lập }}"),
    (("KẾ TOÁN", BY_HAND), "{{ họ tên kế toán }}"),
    (BODY_SIGNS, SIGNER),
)


def budget() -> Any:
    """Dự trù kinh phí."""
    page = new_page()
    head(page, "DT")
    title(page, "DỰ TRÙ KINH PHÍ", f"Tổ chức {EVENT}")
    say(page, "Nội dung chi theo Kế hoạch số {{ số kế hoạch }}; đơn vị tính: đồng.", together=True)
    _table(page, "dự trù", ("Ghi chú", ""))
    say(page, "Tổng cộng: {{ tổng dự trù }}.", before=8, together=True)
    signatures(page, _THREE, widths=_WIDTHS)
    return page


def expenses() -> Any:
    """Bảng kê thanh toán."""
    page = new_page()
    head(page, "BK")
    title(page, "BẢNG KÊ THANH TOÁN", f"Kinh phí tổ chức {EVENT}")
    say(page, "{{ Ngày hội nghị }}, tại {{ địa chỉ }}; đơn vị tính: đồng.", together=True)
    _table(page, "thanh toán", ("Chứng từ", ""))
    say(page, "Tổng số tiền đề nghị thanh toán: {{ tổng thanh toán }}.", before=8, together=True)
    say(page, "Số chứng từ gốc kèm theo: {{ số chứng từ }}.", together=True)
    signatures(page, _THREE, widths=_WIDTHS)
    return page


def receipt() -> Any:
    """Giấy biên nhận."""
    page = new_page()
    country(page)
    title(page, "GIẤY BIÊN NHẬN", f"Về việc nhận kinh phí tổ chức {EVENT}")
    say(page, "Hôm nay, {{ ngày hội nghị }}, tại {{ địa chỉ }}, chúng tôi gồm có:")
    say(page, "1. Bên giao: {{ tên cơ quan }}. Người đại diện: {{ người giao tiền }}.")
    say(page, "2. Bên nhận: {{ người nhận tiền }}. Đơn vị, địa chỉ: {{ địa chỉ người nhận tiền }}.")
    say(page, "Bên nhận đã nhận đủ số tiền: {{ số tiền nhận }} đồng.")
    say(page, "Bằng chữ: {{ số tiền nhận bằng chữ }}.")
    say(page, "Nội dung: {{ nội dung nhận tiền }}.")
    say(
        page,
        "Giấy biên nhận được lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản.",
        together=True,
    )
    dated = say(page, "{{ tên xã }}, {{ ngày hội nghị }}", italic=True, together=True)
    dated.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    signatures(page, ((("BÊN GIAO", BY_HAND), ""), (("BÊN NHẬN", BY_HAND), "")))
    return page


def _table(page: Any, table: str, last: tuple[str, str]) -> None:
    grid(
        page,
        [
            ("TT", 11, f"|{{{{ {table}.TT }}}}"),
            ("Nội dung", 47, f"{{{{ {table}.nội dung }}}}"),
            ("ĐVT", 15, f"|{{{{ {table}.đơn vị tính }}}}"),
            ("Số lượng", 17, f"|{{{{ {table}.số lượng }}}}"),
            ("Đơn giá", 27, f"|{{{{ {table}.đơn giá }}}}"),
            ("Thành tiền", 29, f"|{{{{ {table}.thành tiền }}}}"),
            (last[0], 19, last[1]),
        ],
    )
