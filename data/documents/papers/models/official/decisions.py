"""Quyết định thành lập mô hình, thành lập Tổ tự quản (Mẫu 1.2), and the Quy chế that goes with them."""

from typing import Any

from data.documents.papers.form.page import new_page
from data.documents.papers.form.tables import grid, head, recipients
from data.documents.papers.form.words import say, title
from data.documents.papers.models.shared import AT_PLACE


def decision_model() -> Any:
    """Quyết định thành lập mô hình."""
    page = new_page()
    _begin(page, "mô hình", f"Về việc thành lập mô hình “{{{{ mô hình }}}}” {AT_PLACE}")
    say(page, "Thành lập mô hình “{{ mô hình }}” tại {{ địa bàn }}.", lead="Điều 1.")
    say(
        page,
        lead="Điều 2.",
        text="Mô hình hoạt động theo Quy chế ban hành kèm theo Quyết định này. Ban Công tác Mặt trận "
        "{{ thôn }} chủ "
        "trì, phối hợp với các tổ chức trong khu dân cư duy trì hoạt động của mô hình; sinh hoạt chuyên "
        "đề định kỳ "
        "03 tháng một lần.",
    )
    _end(page, "mô hình")
    return page


def decision_team() -> Any:
    """Quyết định thành lập Tổ tự quản."""
    page = new_page()
    _begin(page, "tổ tự quản", f"Về việc thành lập Tổ tự quản của mô hình “{{{{ mô hình }}}}” {AT_PLACE}")
    say(
        page,
        lead="Điều 1.",
        text="Thành lập Tổ tự quản {{ thôn }} của mô hình “{{ mô hình }}” gồm {{ số thành viên }} thành "
        "viên, các "
        "ông (bà) có tên sau:",
        together=True,
    )
    grid(
        page,
        [
            ("TT", 12, "|{{ thành viên.TT }}"),
            ("Họ và tên", 55, "{{ thành viên.họ tên }}"),
            ("Chức vụ, đơn vị", 52, "{{ thành viên.chức vụ }}"),
            ("Nhiệm vụ trong Tổ", 46, "{{ thành viên.nhiệm vụ }}"),
        ],
    )
    say(
        page,
        lead="Điều 2.",
        text="Tổ tự quản có nhiệm vụ tuyên truyền, vận động Nhân dân chấp hành pháp luật; nắm tình hình "
        "an ninh, "
        "trật tự trong khu dân cư; hòa giải mâu thuẫn nhỏ; kịp thời báo tin cho Công an xã; hoạt động "
        "theo Quy chế "
        "của mô hình.",
        before=8,
    )
    _end(page, "tổ tự quản")
    return page


def charter() -> Any:
    """Quy chế hoạt động, for the organiser to edit."""
    page = new_page()
    title(page, "QUY CHẾ", "Hoạt động của mô hình “{{ mô hình }}” " + AT_PLACE, rule=False)
    say(
        page,
        "(Ban hành kèm theo Quyết định số {{ số quyết định mô hình }}, {{ ngày quyết định mô hình }} của "
        "{{ nơi ra "
        "quyết định mô hình }})",
        italic=True,
        middle=True,
        after=10,
    )
    for chapter, subject, articles in _CHAPTERS:
        say(page, chapter, bold=True, middle=True, together=True, before=6, after=0)
        say(page, subject, bold=True, middle=True, together=True)
        for heading, texts in articles:
            say(page, heading, bold=True, together=True)
            for text in texts:
                say(page, text)
    return page


_CHAPTERS = (
    (
        "Chương I",
        "QUY ĐỊNH CHUNG",
        (
            (
                "Điều 1. Phạm vi và đối tượng",
                (
                    "Quy chế này quy định tổ chức và hoạt động của mô hình “{{ mô hình }}” tại "
                    "{{ địa bàn }}; áp dụng "
                    "với Ban Công tác Mặt trận, Tổ tự quản và các hộ gia đình tham gia mô hình.",
                ),
            ),
            (
                "Điều 2. Nguyên tắc hoạt động",
                (
                    "1. Tự nguyện, tự quản, dân chủ, công khai; tuân thủ pháp luật.",
                    "2. Đặt dưới sự lãnh đạo của Chi bộ, sự chủ trì của Ban Công tác Mặt trận {{ thôn }} "
                    "và hướng dẫn "
                    "nghiệp vụ của Công an {{ xã }}.",
                ),
            ),
        ),
    ),
    (
        "Chương II",
        "TỔ CHỨC VÀ NHIỆM VỤ",
        (
            (
                "Điều 3. Tổ tự quản",
                (
                    "1. Tổ tự quản có tổ trưởng, tổ phó và các thành viên, được thành lập theo quyết định "
                    "của cấp có "
                    "thẩm quyền.",
                    "2. Tuyên truyền, vận động Nhân dân; nắm tình hình; hòa giải mâu thuẫn nhỏ; kịp thời "
                    "báo tin, tố "
                    "giác tội phạm; quản lý tủ sách pháp luật cùng Ban Công tác Mặt trận.",
                ),
            ),
            (
                "Điều 4. Hộ gia đình",
                (
                    "1. Đăng ký, cam kết thực hiện các tiêu chí của mô hình hằng năm.",
                    "2. Tham gia sinh hoạt; cung cấp thông tin về an ninh, trật tự; giúp đỡ nhau chấp "
                    "hành pháp luật.",
                ),
            ),
        ),
    ),
    (
        "Chương III",
        "CHẾ ĐỘ HOẠT ĐỘNG",
        (
            (
                "Điều 5. Sinh hoạt, báo cáo",
                (
                    "1. Sinh hoạt chuyên đề định kỳ 03 tháng một lần; họp đột xuất khi cần.",
                    "2. Ban Công tác Mặt trận báo cáo kết quả hằng quý với {{ tên cơ quan }}.",
                ),
            ),
            (
                "Điều 6. Kinh phí",
                (
                    "Kinh phí do cấp trên hỗ trợ và Nhân dân tự nguyện đóng góp; thu, chi công khai, đúng "
                    "quy định.",
                ),
            ),
        ),
    ),
    (
        "Chương IV",
        "ĐIỀU KHOẢN THI HÀNH",
        (
            (
                "Điều 7. Hiệu lực",
                (
                    "Quy chế có hiệu lực kể từ ngày ban hành. Khi cần sửa đổi, bổ sung, Ban Công tác Mặt "
                    "trận {{ thôn }} "
                    "lấy ý kiến các hộ gia đình và trình cấp có thẩm quyền quyết định./.",
                ),
            ),
        ),
    ),
)


def _begin(page: Any, which: str, subject: str) -> None:
    head(
        page,
        day=f"{{{{ ngày quyết định {which} }}}}",
        above=f"{{{{ CẤP TRÊN NƠI RA QUYẾT ĐỊNH {which.upper()} }}}}",
        body=f"{{{{ ĐẦU QUYẾT ĐỊNH {which.upper()} }}}}",
        number_line=f"Số: {{{{ số quyết định {which} }}}}",
    )
    title(page, "QUYẾT ĐỊNH", subject)
    say(page, f"{{{{ NƠI RA QUYẾT ĐỊNH {which.upper()} }}}}", bold=True, middle=True, before=4, after=8)
    say(page, "Căn cứ {{ căn cứ quyết định }}", italic=True)
    say(page, "Theo đề nghị của Ban Công tác Mặt trận {{ thôn }}.", italic=True)
    say(page, "QUYẾT ĐỊNH:", bold=True, middle=True, before=6, after=8, together=True)


def _end(page: Any, which: str) -> None:
    say(
        page,
        lead="Điều 3.",
        text="Quyết định này có hiệu lực kể từ ngày ký. Ban Công tác Mặt trận {{ thôn }}, các tổ chức và "
        "cá nhân có "
        "liên quan chịu trách nhiệm thi hành Quyết định này./.",
        together=True,
    )
    recipients(
        page,
        "nơi nhận chung",
        (f"{{{{ thẩm quyền ký quyết định {which} }}}}",),
        f"{{{{ họ tên người ký quyết định {which} }}}}",
        before=("Như Điều 3;", "Công an {{ xã }};"),
    )
