"""Every template by its file name."""

from collections.abc import Callable, Mapping
from typing import Any

from data.documents.papers.models import before, lists, money, plates, speeches
from data.documents.papers.models.official import decisions, minutes, reports

MODELS: Mapping[str, Callable[[], Any]] = {
    "chuong-trinh.docx": before.agenda,
    "giay-moi.docx": before.invitation,
    "loi-dan.docx": before.script,
    "phan-cong-nhiem-vu.docx": before.duties,
    "quyet-dinh-mo-hinh.docx": decisions.decision_model,
    "quyet-dinh-to-tu-quan.docx": decisions.decision_team,
    "quy-che-hoat-dong.docx": decisions.charter,
    "ban-cam-ket.docx": lists.pledge,
    "du-tru-kinh-phi.docx": money.budget,
    "dien-van-khai-mac.docx": speeches.opening,
    "loi-tiep-thu.docx": speeches.response,
    "loi-be-mac.docx": speeches.closing,
    "bien-ten.docx": plates.name_plate,
    "phu-hieu.docx": plates.badge,
    "danh-sach-dai-bieu.docx": lists.delegates,
    "danh-sach-ho.docx": lists.households,
    "danh-sach-ky-nhan.docx": lists.documents,
    "bien-ban-hoi-nghi.docx": minutes.minutes,
    "bien-ban-sinh-hoat.docx": minutes.meeting_minutes,
    "bien-ban-ban-giao.docx": minutes.handover,
    "bao-cao-ket-qua.docx": reports.report,
    "bao-cao-sinh-hoat.docx": reports.meeting_report,
    "chuong-trinh-thuc-hien.docx": reports.agenda_run,
    "tong-hop-dang-ky.docx": lists.registrations,
    "bang-ke-thanh-toan.docx": money.expenses,
    "giay-bien-nhan.docx": money.receipt,
    "tin-bai.docx": speeches.news,
}
