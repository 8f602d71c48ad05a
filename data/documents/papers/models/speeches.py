"""Skeletons of speeches to write on, and the news for the loudspeaker."""

from typing import Any

from data.documents.papers.form.page import new_page
from data.documents.papers.form.words import open_lines, say, title
from data.documents.papers.models.shared import AT_PLACE, EVENT


def opening() -> Any:
    """Diễn văn khai mạc."""
    page = _speech("DIỄN VĂN KHAI MẠC")
    say(
        page,
        "Thực hiện Kế hoạch số {{ số kế hoạch }}, hôm nay {{ cơ quan tổ chức }} long trọng tổ chức "
        f"{EVENT} tại {AT_PLACE}.",
    )
    say(
        page,
        "Thay mặt {{ cơ quan tổ chức }}, tôi nhiệt liệt chào mừng và trân trọng cảm ơn quý vị đại biểu "
        "cùng toàn thể "
        "bà con đã về dự hội nghị.",
    )
    say(page, "Mô hình được xây dựng nhằm các mục đích sau:")
    open_lines(page, "mục đích")
    say(
        page,
        "Để mô hình hoạt động có hiệu quả, đề nghị Ban Công tác Mặt trận, Tổ tự quản và các hộ gia đình:",
    )
    open_lines(page, "đề nghị")
    say(page, f"Với tinh thần đó, tôi xin tuyên bố khai mạc {EVENT}.")
    _wish(page)
    return page


def response() -> Any:
    """Lời tiếp thu."""
    page = _speech("PHÁT BIỂU TIẾP THU")
    say(
        page,
        "Thay mặt cán bộ và Nhân dân {{ thôn }}, tôi xin trân trọng cảm ơn và tiếp thu ý kiến chỉ đạo của "
        "{{ người phát biểu chỉ đạo }}; cảm ơn sự quan tâm của quý vị đại biểu đối với mô hình "
        "“{{ mô hình }}”.",
    )
    say(page, "Chúng tôi xin hứa thực hiện tốt các nội dung sau:")
    open_lines(page, "nội dung tiếp thu")
    say(page, "Rất mong tiếp tục nhận được sự lãnh đạo, chỉ đạo, giúp đỡ của các cấp, các ngành.")
    _wish(page)
    return page


def closing() -> Any:
    """Lời bế mạc."""
    page = _speech("PHÁT BIỂU BẾ MẠC")
    say(
        page,
        f"{EVENT} đã hoàn thành {{{{ số mục }}}} nội dung của chương trình. Hội nghị đã công bố Quyết "
        f"định thành lập mô "
        "hình, Quyết định thành lập Tổ tự quản, tiếp nhận Tủ sách pháp luật và nghe trao đổi chuyên đề về "
        "công tác bảo "
        "đảm an ninh trật tự.",
    )
    say(page, "Sau hội nghị, đề nghị các tổ chức và hộ gia đình thực hiện tốt những việc sau:")
    say(page, "- {{ Việc tiếp theo }}")
    open_lines(page, "nội dung bế mạc")
    say(page, f"Tôi xin tuyên bố bế mạc {EVENT}.")
    _wish(page)
    return page


def news() -> Any:
    """Tin bài for the commune's loudspeaker."""
    page = new_page()
    title(page, "TIN BÀI TUYÊN TRUYỀN", f"(Phát trên hệ thống truyền thanh {AT_PLACE})")
    say(page, f"{{{{ Tên hội nghị }}}} tại {AT_PLACE}", bold=True, middle=True)
    say(
        page,
        "{{ Ngày hội nghị }}, tại {{ địa điểm }}, {{ cơ quan tổ chức }} tổ chức "
        f"{EVENT}. Dự hội nghị có {{{{ tổng số đại biểu }}}} đại biểu cùng đại diện {{{{ tổng số hộ }}}} "
        f"hộ gia đình.",
    )
    say(page, "Chủ tọa hội nghị: {{ Chủ tọa }}.")
    say(page, "Nội dung hội nghị: {{ nội dung chương trình }}.")
    say(page, "Đã trao {{ trao tặng.hiện vật }}; bên nhận: {{ trao tặng.bên nhận }}.")
    say(page, "Trong thời gian tới, mô hình tiếp tục:")
    say(page, "- {{ Việc tiếp theo }}")
    say(page, "Người viết tin: {{ người viết tin }}.", before=6)
    return page


def _speech(kind: str) -> Any:
    page = new_page()
    title(page, kind, EVENT)
    say(page, "{{ kính thưa }}", italic=True)
    return page


def _wish(page: Any) -> None:
    say(
        page,
        "Kính chúc quý vị đại biểu và bà con mạnh khỏe, hạnh phúc. Xin trân trọng cảm ơn./.",
    )
