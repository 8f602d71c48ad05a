"""Biên bản: of the ceremony, of a quarterly meeting, of a handover (Mẫu 1.9)."""

from typing import Any

from data.documents.papers.form.page import new_page
from data.documents.papers.form.tables import ON_THE_DAY, grid, head, recipients_below, signatures
from data.documents.papers.form.words import item, open_lines, part, say, title
from data.documents.papers.models.shared import AT_PLACE, BY_HAND, EVENT

_READ_ALOUD = (
    "Biên bản này đã được đọc lại cho mọi người cùng nghe, nhất trí thông qua và được lập thành 02 bản có "
    "giá trị "
    "như nhau./."
)


def minutes() -> Any:
    """Biên bản hội nghị."""
    page = new_page()
    head(page, "BB", ON_THE_DAY)
    title(page, "BIÊN BẢN", EVENT)
    say(
        page,
        "Vào hồi {{ giờ khai mạc }}, {{ ngày hội nghị }}, tại {{ địa chỉ }}, {{ cơ quan tổ chức }} đã tổ "
        "chức "
        f"{EVENT}.",
    )
    part(page, "I. THÀNH PHẦN THAM DỰ")
    _who(page, "Chủ tọa")
    part(page, "II. NỘI DUNG VÀ DIỄN BIẾN")
    _what(page)
    say(page, "{{ quà ngoài chương trình }}")
    part(page, "III. Ý KIẾN PHÁT BIỂU")
    open_lines(page, "ý kiến")
    part(page, "IV. KẾT LUẬN CỦA CHỦ TỌA")
    open_lines(page, "kết luận")
    _end(page, "{{ Tên hội nghị }}", "CHỦ TỌA")
    return page


def meeting_minutes() -> Any:
    """Biên bản sinh hoạt chuyên đề hằng quý."""
    page = new_page()
    head(page, "BB", ON_THE_DAY)
    title(page, "BIÊN BẢN", f"{EVENT}, {{{{ kỳ sinh hoạt }}}}")
    say(page, "Căn cứ {{ căn cứ }}", italic=True)
    say(
        page,
        "Vào hồi {{ giờ khai mạc }}, {{ ngày hội nghị }}, tại {{ địa chỉ }}, {{ cơ quan tổ chức }} đã tổ "
        "chức buổi "
        f"sinh hoạt chuyên đề {{{{ kỳ sinh hoạt }}}} của mô hình “{{{{ mô hình }}}}” {AT_PLACE}.",
    )
    part(page, "I. THÀNH PHẦN THAM DỰ")
    _who(page, "Chủ trì")
    part(page, "II. TÌNH HÌNH AN NINH TRẬT TỰ TRONG QUÝ")
    say(page, "Số vụ việc xảy ra trong {{ kỳ sinh hoạt }}: {{ số vụ việc }}, gồm:", together=True)
    grid(
        page,
        [
            ("TT", 12, "|{{ vụ việc.TT }}"),
            ("Vụ việc", 58, "{{ vụ việc.nội dung }}"),
            ("Thời gian", 28, "{{ vụ việc.thời gian }}"),
            ("Kết quả giải quyết", 67, "{{ vụ việc.kết quả }}"),
        ],
    )
    part(page, "III. NỘI DUNG VÀ DIỄN BIẾN")
    _what(page)
    part(page, "IV. Ý KIẾN CỦA BÀ CON")
    open_lines(page, "ý kiến")
    part(page, "V. NHIỆM VỤ QUÝ TỚI")
    open_lines(page, "nhiệm vụ quý tới")
    part(page, "VI. KẾT LUẬN CỦA CHỦ TRÌ")
    open_lines(page, "kết luận")
    _end(page, "Buổi sinh hoạt", "CHỦ TRÌ")
    return page


def handover() -> Any:
    """Biên bản bàn giao hiện vật."""
    page = new_page()
    head(page, "BB", "{{ ngày bàn giao }}")
    title(page, "BIÊN BẢN", "Bàn giao, tiếp nhận {{ tên hiện vật bàn giao }}")
    say(
        page,
        "Vào hồi {{ giờ bàn giao }}, {{ ngày bàn giao }}, tại {{ địa chỉ }}, trong "
        f"{EVENT}, chúng tôi gồm có:",
    )
    for heading, side in (
        ("BÊN GIAO (BÊN A)", "bên giao"),
        ("BÊN NHẬN (BÊN B)", "bên nhận"),
        ("NGƯỜI CHỨNG KIẾN", "người chứng kiến"),
    ):
        part(page, heading)
        say(page, f"{{{{ Ông bà {side} }}}}: {{{{ {side} }}}}", together=True, after=3)
        say(page, f"Chức vụ: {{{{ chức vụ {side} }}}}", together=True, after=3)
        say(page, f"Đơn vị: {{{{ đơn vị {side} }}}}")
    say(page, "Hai bên cùng giao và nhận đầy đủ {{ những gì bàn giao }} sau đây:", together=True)
    grid(
        page,
        [
            ("TT", 13, "|{{ hiện vật.TT }}"),
            ("{{ tiêu đề hiện vật }}", 54, "{{ hiện vật.tên }}"),
            ("ĐVT", 17, "|{{ hiện vật.đơn vị tính }}"),
            ("Số lượng", 31, "|{{ hiện vật.số lượng }}"),
            ("Tình trạng", 24, "|{{ hiện vật.tình trạng }}"),
            ("Ghi chú", 26, "{{ hiện vật.ghi chú }}"),
        ],
    )
    say(page, "Tổng cộng: {{ tổng cộng }}.", before=8)
    say(page, "Ghi chú: {{ ghi chú bàn giao }}")
    say(
        page,
        "Bên B có trách nhiệm {{ trách nhiệm bên nhận }} đúng mục đích, phục vụ cán bộ và Nhân "
        "dân trong "
        "khu dân cư.",
    )
    say(
        page,
        "Biên bản được lập thành 03 bản có giá trị như nhau, mỗi bên giữ 01 bản, lưu 01 bản./.",
        together=True,
    )
    signatures(
        page,
        (
            (("BÊN GIAO", BY_HAND), "{{ bên giao }}"),
            (("NGƯỜI CHỨNG KIẾN", BY_HAND), "{{ người chứng kiến }}"),
            (("BÊN NHẬN", BY_HAND), "{{ bên nhận }}"),
        ),
    )
    return page


def _who(page: Any, presides: str) -> None:
    say(page, f"1. {presides}: {{{{ {presides} }}}}.")
    say(page, "2. Thư ký: {{ Thư ký }}.")
    say(page, "3. Người dẫn chương trình: {{ Người dẫn chương trình }}.")
    say(page, "4. Đại biểu: {{ tình hình đại biểu }}. Đại biểu đã dự gồm:")
    item(page, "{{ Đại biểu đã dự }};")
    say(
        page,
        "5. Hộ gia đình: {{ tình hình hộ }}; {{ số người }} người dự (có danh sách kèm theo).",
    )
    say(page, "Tổng số người dự: {{ tổng số người dự }}.")


def _what(page: Any) -> None:
    say(
        page,
        "{{ mục.TT }}. {{ mục.tên }} (từ {{ mục.bắt đầu }} đến {{ mục.kết thúc }})",
        bold=True,
        together=True,
    )
    item(page, "{{ mục.diễn biến }}")


def _end(page: Any, what: str, presides: str) -> None:
    say(page, f"{what} kết thúc vào hồi {{{{ giờ bế mạc }}}} cùng ngày. {_READ_ALOUD}", together=True)
    signatures(
        page,
        (
            (("THƯ KÝ", BY_HAND), "{{ họ tên thư ký }}"),
            ((presides, BY_HAND), "{{ họ tên chủ tọa }}"),
        ),
    )
    recipients_below(page, "nơi nhận biên bản")
