"""Lists to sign, and what each household signs."""

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH

from data.documents.papers.form.page import new_page
from data.documents.papers.form.tables import ON_THE_DAY, grid, head, signatures
from data.documents.papers.form.words import attached, item, say, title
from data.documents.papers.models.shared import BY_HAND, EVENT, country

_SIGNERS = (
    (("THƯ KÝ", BY_HAND), "{{ họ tên thư ký }}"),
    (("{{ CHỦ TỌA HAY CHỦ TRÌ }}", BY_HAND), "{{ họ tên chủ tọa }}"),
)


def delegates() -> Any:
    """Danh sách đại biểu."""
    page = new_page()
    head(page, day=ON_THE_DAY)
    title(page, "DANH SÁCH ĐẠI BIỂU", EVENT, rule=False)
    attached(page)
    say(page, "Đại biểu: {{ tình hình đại biểu }}.", together=True)
    grid(
        page,
        [
            ("STT", 14, "|{{ đại biểu.TT }}"),
            ("Họ và tên", 39, "{{ đại biểu.họ tên }}\n{{ đại biểu.ghi chú }}"),
            ("Chức vụ", 31, "{{ đại biểu.chức vụ }}"),
            ("Đơn vị", 37, "{{ đại biểu.đơn vị }}"),
            ("Có mặt", 16, "|{{ đại biểu.có mặt }}"),
            ("Ký tên", 28, ""),
        ],
        room_to_sign=True,
    )
    say(
        page,
        "Danh sách có {{ số đại biểu mời }} đại biểu được mời; có mặt {{ số đại biểu có mặt }} đại biểu "
        "(bằng "
        "chữ: {{ số đại biểu có mặt bằng chữ }}), ngoài danh sách {{ số đại biểu ngoài danh sách }}.",
        before=8,
        together=True,
    )
    signatures(page, _SIGNERS)
    return page


def households() -> Any:
    """Danh sách hộ gia đình."""
    page = new_page(landscape=True)
    head(page, day=ON_THE_DAY, landscape=True)
    title(page, "DANH SÁCH HỘ GIA ĐÌNH", EVENT, rule=False)
    attached(page)
    say(
        page,
        "Hộ gia đình: {{ tình hình hộ }}; {{ số người }} người dự; {{ số hộ đi thay }} hộ có người đi "
        "thay chủ hộ.",
        together=True,
    )
    grid(
        page,
        [
            ("STT", 14, "|{{ hộ.TT }}"),
            ("Số thẻ", 15, "|{{ hộ.số thẻ }}"),
            ("Chủ hộ", 56, "{{ hộ.chủ hộ }}"),
            ("Năm sinh", 17, "|{{ hộ.năm sinh }}"),
            ("Xóm/Tổ", 26, "{{ hộ.xóm }}"),
            ("Người dự (quan hệ)", 46, "{{ hộ.người dự }}"),
            ("Giờ đến", 17, "|{{ hộ.giờ đến }}"),
            ("Ký tên", 34, ""),
            ("Ghi chú", 27, "{{ hộ.ghi chú }}"),
        ],
        room_to_sign=True,
    )
    say(
        page,
        "Danh sách có {{ số hộ mời }} hộ được mời; có mặt {{ số hộ có mặt }} hộ (bằng chữ: "
        "{{ số hộ có mặt bằng "
        "chữ }}), ngoài danh sách {{ số hộ ngoài danh sách }} hộ; {{ số người }} người (bằng chữ: {{ số "
        "người "
        "bằng chữ }}).",
        before=8,
        together=True,
    )
    signatures(page, _SIGNERS, landscape=True)
    return page


def documents() -> Any:
    """Danh sách hộ ký nhận tài liệu."""
    page = new_page()
    head(page, day=ON_THE_DAY)
    title(page, "DANH SÁCH HỘ GIA ĐÌNH KÝ NHẬN", "{{ tên quà phát cho hộ }}", rule=False)
    attached(page)
    grid(
        page,
        [
            ("STT", 14, "|{{ ký nhận.TT }}"),
            ("Số thẻ", 15, "|{{ ký nhận.số thẻ }}"),
            ("Chủ hộ", 40, "{{ ký nhận.chủ hộ }}"),
            ("Xóm/Tổ", 22, "{{ ký nhận.xóm }}"),
            ("Số lượng", 18, "|{{ ký nhận.số lượng }}"),
            ("Giờ nhận", 17, "|{{ ký nhận.giờ }}"),
            ("Ký nhận", 39, ""),
        ],
        room_to_sign=True,
    )
    say(page, "Tổng cộng: {{ tổng ký nhận }}.", before=8, together=True)
    signatures(
        page,
        (
            (("NGƯỜI PHÁT", BY_HAND), "{{ người phát }}"),
            (("THƯ KÝ", BY_HAND), "{{ họ tên thư ký }}"),
            (("{{ CHỦ TỌA HAY CHỦ TRÌ }}", BY_HAND), "{{ họ tên chủ tọa }}"),
        ),
    )
    return page


def registrations() -> Any:
    """Tổng hợp các hộ đăng ký."""
    page = new_page()
    head(page)
    title(
        page,
        "DANH SÁCH TỔNG HỢP",
        "Hộ gia đình đăng ký, cam kết thực hiện tiêu chí của mô hình “{{ mô hình }}” "
        "năm\u00a0{{ năm đăng ký }}",
    )
    say(page, "Tiêu chí (1): {{ tiêu chí 1 }}.", together=True)
    say(page, "Tiêu chí (2): {{ tiêu chí 2 }}.", together=True)
    grid(
        page,
        [
            ("STT", 14, "|{{ đăng ký.TT }}"),
            ("Số thẻ", 15, "|{{ đăng ký.số thẻ }}"),
            ("Chủ hộ", 46, "{{ đăng ký.chủ hộ }}"),
            ("Xóm/Tổ", 24, "{{ đăng ký.xóm }}"),
            ("(1)", 14, "|{{ đăng ký.tiêu chí 1 }}"),
            ("(2)", 14, "|{{ đăng ký.tiêu chí 2 }}"),
            ("Ký tên", 38, ""),
        ],
        room_to_sign=True,
    )
    say(
        page,
        "Tổng cộng: {{ số hộ đăng ký 1 }} hộ đăng ký tiêu chí (1), {{ số hộ đăng ký 2 }} hộ đăng ký tiêu "
        "chí (2).",
        before=8,
        together=True,
    )
    signatures(
        page,
        (
            (("NGƯỜI LẬP", BY_HAND), "{{ họ tên người lập }}"),
            (("{{ thẩm quyền ký }}",), "{{ họ tên người ký }}"),
        ),
    )
    return page


def pledge() -> Any:
    """Bản đăng ký, cam kết của hộ gia đình; one for each household."""
    page = new_page()
    country(page)
    title(
        page,
        "BẢN ĐĂNG KÝ, CAM KẾT",
        "Thực hiện tiêu chí của mô hình “{{ mô hình }}” năm\u00a0{{ năm đăng ký }}",
    )
    greeted = say(page, "Kính gửi: Ban Công tác Mặt trận {{ thôn }}, {{ xã }}.", middle=True, after=10)
    greeted.alignment = WD_ALIGN_PARAGRAPH.CENTER
    say(page, "Họ và tên chủ hộ: {{ họ tên khách }}. Năm sinh: {{ năm sinh khách }}.")
    say(page, "Chỗ ở hiện nay: {{ xóm khách }}, {{ địa bàn }}. Số thẻ mời: {{ số thẻ khách }}.")
    say(page, "Số nhân khẩu trong hộ: {{ số nhân khẩu }}.")
    say(
        page,
        "Sau khi được nghe giới thiệu nội dung hoạt động của mô hình, thay mặt gia đình, tôi đăng ký thực "
        "hiện các "
        "tiêu chí sau:",
    )
    say(page, "{{ tiêu chí.TT }}. {{ tiêu chí.tên }}.")
    say(page, "Gia đình tôi cam kết:")
    item(
        page,
        "Chấp hành đường lối, chủ trương của Đảng, chính sách, pháp luật của Nhà nước và quy ước của khu "
        "dân cư.",
    )
    item(
        page,
        "Quản lý, giáo dục các thành viên trong gia đình không phạm tội, không vi phạm pháp luật, không "
        "mắc tệ nạn "
        "xã hội.",
    )
    item(
        page,
        "Nêu cao tinh thần cảnh giác, kịp thời cung cấp thông tin về an ninh, trật tự cho Công an xã và "
        "Tổ tự quản.",
    )
    item(page, "Tham gia đầy đủ các kỳ sinh hoạt của mô hình.")
    say(
        page, "{{ tên xã }}, {{ ngày hội nghị }}", italic=True, left=True, together=True, before=6
    ).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    signatures(
        page,
        (
            (("TM. BAN CÔNG TÁC MẶT TRẬN", BY_HAND), ""),
            (("ĐẠI DIỆN HỘ GIA ĐÌNH", BY_HAND), ""),
        ),
    )
    return page
