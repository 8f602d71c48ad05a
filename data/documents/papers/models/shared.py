"""What several models say or show alike."""

from typing import Any

from docx.shared import Mm

from data.documents.papers.form.page import PORTRAIT
from data.documents.papers.form.rules import WHOLE
from data.documents.papers.form.words import draw_rule, say

BY_HAND = "(Ký, ghi rõ họ tên)"
EVENT = "{{ tên hội nghị }} “{{ mô hình }}”"
AT_PLACE = "{{ thôn }}, {{ xã }}"
BODY_SIGNS = ("{{ thẩm quyền ký }}",)
SIGNER = "{{ họ tên người ký }}"


def country(page: Any) -> None:
    """The country and its motto alone, for papers that no office issues."""
    say(page, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, size=13, middle=True, together=True, after=0)
    say(page, "Độc lập - Tự do - Hạnh phúc", bold=True, size=14, middle=True, together=True, after=0)
    draw_rule(page, WHOLE, Mm(PORTRAIT * 0.3), after=6)
