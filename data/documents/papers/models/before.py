"""What is sent, read from and agreed on before the day: agenda, invitation, script, who does what."""

from typing import Any

from data.documents.papers.form.page import new_page
from data.documents.papers.form.tables import SENT, grid, head, recipients
from data.documents.papers.form.words import item, part, say, title
from data.documents.papers.models.shared import BODY_SIGNS, EVENT, SIGNER


def agenda() -> Any:
    """Chương trình (Mẫu 1.4)."""
    page = new_page()
    head(page, "CTr")
    title(page, "CHƯƠNG TRÌNH", EVENT)
    say(
        page,
        "Thời gian: {{ giờ bắt đầu }}, {{ ngày theo kế hoạch }}; đón đại biểu và bà con từ "
        "{{ giờ đón khách }}.",
    )
    say(page, "Địa điểm: {{ địa chỉ }}.", together=True)
    grid(
        page,
        [
            ("TT", 12, "|{{ mục.TT }}"),
            ("Thời gian", 33, "|{{ mục.dự kiến }} – {{ mục.dự kiến xong }}"),
            ("Nội dung", 64, "{{ mục.tên }}"),
            ("Người thực hiện", 56, "{{ Mục.người thực hiện }}"),
        ],
    )
    say(page, "Dự kiến kết thúc lúc {{ giờ dự kiến xong }}./.", before=8, together=True)
    recipients(page, "nơi nhận chung", BODY_SIGNS, SIGNER, before=("Đại biểu dự hội nghị;",))
    return page


def invitation() -> Any:
    """Giấy mời đại biểu (Mẫu 1.7); one for each delegate."""
    page = new_page()
    head(page, "GM", SENT)
    title(page, "GIẤY MỜI", f"Dự {EVENT}")
    say(page, "{{ Cơ quan tổ chức }} trân trọng kính mời: {{ Người được mời }}.")
    say(page, f"Tới dự: {EVENT} tại {{{{ thôn }}}}, {{{{ xã }}}}.")
    say(page, "Chủ trì: {{ Chủ trì }}.")
    say(page, "Thời gian: {{ giờ bắt đầu }}, {{ ngày theo kế hoạch }} (đón đại biểu từ {{ giờ đón khách }}).")
    say(page, "Địa điểm: {{ địa chỉ }}.")
    say(page, "Nội dung: {{ nội dung chương trình }}.")
    say(
        page,
        "Đề nghị quý đại biểu đến dự đúng giờ; mang theo Giấy mời, thẻ số {{ số thẻ khách }}, để tiện đón "
        "tiếp./.",
        together=True,
    )
    recipients(page, "nơi nhận giấy mời", BODY_SIGNS, SIGNER)
    return page


def script() -> Any:
    """Lời dẫn chương trình."""
    page = new_page()
    head(page, day="")
    title(page, "LỜI DẪN CHƯƠNG TRÌNH", EVENT)
    say(page, "{{ Ngày hội nghị }}, {{ giờ bắt đầu }}, tại {{ địa điểm }}.")
    say(
        page,
        "{{ mục.dự kiến }}   Mục {{ mục.TT }}. {{ mục.tên }} ({{ mục.phút }} phút)",
        bold=True,
        left=True,
        indent=False,
        together=True,
        before=6,
    )
    say(page, "{{ mục.lời dẫn }}")
    say(page, "□ {{ mục.việc cần làm }}", italic=True)
    part(page, "Đại biểu có mặt, theo thứ tự giới thiệu ({{ tổng số đại biểu }} người)")
    item(page, "{{ Giới thiệu đại biểu }}")
    say(page, "Cùng đại diện {{ tổng số hộ }} hộ gia đình.")
    return page


def duties() -> Any:
    """Phân công nhiệm vụ (Mẫu 1.4)."""
    page = new_page()
    head(page, "PC")
    title(page, "PHÂN CÔNG NHIỆM VỤ", f"Tổ chức {EVENT}")
    say(
        page,
        "Để {{ tên hội nghị }} diễn ra đúng kế hoạch, {{ tên cơ quan }} phân công nhiệm vụ như sau:",
        together=True,
    )
    grid(
        page,
        [
            ("TT", 12, "|{{ phân công.TT }}"),
            ("Nhiệm vụ", 62, "{{ phân công.nhiệm vụ }}"),
            ("Người thực hiện", 59, "{{ Phân công.người thực hiện }}"),
            ("Thời gian", 32, "{{ phân công.thời gian }}"),
        ],
    )
    say(
        page,
        "Các tổ chức, cá nhân được phân công chủ động chuẩn bị, báo cáo {{ tên cơ quan }} khi có vướng "
        "mắc./.",
        before=8,
        together=True,
    )
    recipients(page, "nơi nhận chung", BODY_SIGNS, SIGNER, before=("Các ông (bà) có tên trên;",))
    return page
