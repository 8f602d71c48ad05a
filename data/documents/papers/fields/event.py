"""What papers say of the event and of the plan behind it. The fields are named as the office names them."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from data.clock import local
from data.documents.papers.fields.values import Field, Gap, Lines, Sentence, Value
from data.model.event import Event
from data.model.plan import Blank
from data.plans.placeholders import GAP, date_words, event_facts, fill
from data.queries.stage.live_facts import live_facts
from data.state.stage.agenda_progress import Instant, day
from data.state.state import State
from data.text.money import money_words as in_words
from data.text.money import read_money

_REMARK = re.compile(r"\s*\([^)]*\)")
_HONORIFIC = re.compile(r"^(ông/bà|ông|bà|anh|chị|đồng chí|đ/c)\s+", re.IGNORECASE)
_NUMBER_DOTS = 8
_EMPTY_LINES = 3
_LINE_DOTS = 110


def event_fields(state: State, now: Instant) -> dict[str, Field]:
    """The fields that hold for the event as a whole, the plan's blanks under their labels and ids too."""
    event = state.event
    facts = event_facts(event)
    # Without a date of its own the event was on the day on which it ran, unless that day is doubted.
    ran = bool(state.agenda_progress.runs) and state.day_doubt(now.at) is None
    known_day = event.date or (day(event, state.agenda_progress, now.at) if ran else None)
    fields: dict[str, Field] = {
        "tên hội nghị": event.title,
        "mô hình": event.model,
        "thôn": event.site.village,
        "tên thôn": facts["village_name"],
        "xã": event.site.commune,
        "tên xã": facts["commune_name"],
        "huyện": event.site.district,
        "tên huyện": facts["district_name"],
        "địa điểm": event.site.venue,
        # There may be no level above the commune's: districts came to an end in 2025.
        "địa chỉ": ", ".join(filter(None, (event.site.venue, event.site.commune, event.site.district))),
        "ngày hội nghị": day_sentence(known_day),
        "giờ bắt đầu": hour_words(event.start),
        "giờ đón khách": hour_words(event.doors),
        "chỉ tiêu hộ": str(event.target_households),
        "số kế hoạch": told("{plan_number}", event, facts),
        "số văn bản": Gap(dots=_NUMBER_DOTS),
        "căn cứ": Lines((_plan_line(event, facts), *(f"{line};" for line in event.background.basis))),
        "nơi nhận": _lines(event.background.recipients, event, facts, end=";", last="."),
        "kinh phí": _lines(event.background.costs, event, amounts(event, facts), end=";", last="."),
        "tổng kinh phí": _total(event),
        "việc tiếp theo": _lines(event.background.follow_up, event, facts, end=";", last="."),
        "đánh giá": Lines(_empty_lines("đánh giá")),
        "ý kiến": Lines(_empty_lines("ý kiến phát biểu")),
        "đề xuất": Lines(_empty_lines("đề xuất")),
        "dấu mẫu": "MẪU, TÊN HƯ CẤU · " if event.sample else "",
    }
    return _blanks(event) | fields | _head(event, facts) | _roles(event)


def moment_fields(moment: datetime, edition: int, *, doubted: bool = False) -> dict[str, Field]:
    """When this very file is made, and which time it is: 1 for the first.

    A date that is ``doubted`` is left to the pen.
    """
    here = local(moment)
    return {
        "lập lúc": f"{here:%H:%M} ngày …" if doubted else f"{here:%H:%M} ngày {here:%d/%m/%Y}",
        "ngày lập": day_sentence(None if doubted else here.date(), "ngày lập"),
        "lần lập": f" (lần {edition})" if edition > 1 else "",
    }


def told(template: str, event: Event, facts: Mapping[str, str]) -> Sentence:
    """A text of the plan with its braces filled; facts that are not known become gaps."""
    labels = {blank.id: blank_label(blank) for blank in event.blanks}
    sentence: list[str | Gap] = []
    for piece in fill(template, facts):
        if not piece.is_gap:
            sentence.append(piece.text)
            continue
        label = labels.get(piece.field, _LABELS.get(piece.field, piece.field))
        before, *after = piece.text.split(GAP)
        dots = Gap().dots if piece.text == GAP else _NUMBER_DOTS
        sentence.append(before)
        for text in after:
            sentence += [Gap(label, dots), text]
    return tuple(part for part in sentence if part)


def hall_facts(state: State) -> dict[str, str]:
    """Everything that fills the braces of a plan's text on a paper, amounts in words too."""
    return amounts(state.event, live_facts(state))


def amounts(event: Event, facts: Mapping[str, str]) -> dict[str, str]:
    """``facts`` with each sum of money as it is written on paper: in digits with points, and in words."""
    money = {blank.id: money_words(blank.value) for blank in event.blanks if blank.asks_money}
    return {**facts, **money}


def money_words(typed: str) -> str:
    """``5000000`` or ``5.000.000đ`` as ``5.000.000 đồng (năm triệu đồng)``; what is no sum stays as typed."""
    number = read_money(typed)
    return typed if number is None else in_words(number)


def _total(event: Event) -> Field:
    """All sums of money together, once every one of them is known."""
    sums = [read_money(blank.value) for blank in event.blanks if blank.asks_money]
    known = [number for number in sums if number is not None]
    return in_words(sum(known)) if known and len(known) == len(sums) else Gap()


def day_sentence(known: date | None, label: str = "ngày hội nghị") -> Value:
    """The day in words, or with gaps for its numbers."""
    if known is not None:
        return date_words(known)
    gap = Gap(label, _NUMBER_DOTS)
    return "ngày ", gap, " tháng ", gap, " năm ", gap


def hour_words(hour_minute: str) -> str:
    """``08 giờ 05 phút`` for ``08:05``."""
    hours, _colon, minutes = hour_minute.partition(":")
    return f"{hours} giờ {minutes} phút"


def bare_name(typed: str) -> str:
    """The name alone of ``bà Nguyễn Thị Lệ Hà, Chủ tịch``, as it stands under a signature."""
    return _HONORIFIC.sub("", typed.split(",")[0].strip())


def blank_label(blank: Blank) -> str:
    """How papers name what a plan leaves open: its label without the remarks in brackets."""
    label = _REMARK.sub("", blank.label).strip()
    return label[:1].lower() + label[1:] if label[1:2].islower() or label[1:2] == "," else label


_LABELS = {
    "plan_number": "số kế hoạch",
    "date": "ngày hội nghị",
    "present": "đại biểu có mặt",
    "households_present": "số hộ có mặt",
}


def _blanks(event: Event) -> dict[str, Field]:
    """What the plan leaves open, each under its id and under its label."""
    blanks: dict[str, Field] = {}
    for blank in event.blanks:
        blanks[blank.id] = blanks[blank_label(blank)] = blank.value or Gap(blank_label(blank))
    return blanks


def _head(event: Event, facts: Mapping[str, str]) -> dict[str, Field]:
    """Who issues the papers, and in whose name they are signed."""
    head = event.background.head

    def lines(texts: tuple[str, ...]) -> Field:
        return Lines(tuple(told(text, event, facts) for text in texts)) if texts else Gap()

    return {
        "cơ quan cấp trên": lines(head.above),
        "cơ quan ban hành": lines(head.body),
        "ký hiệu cơ quan": told(head.letters, event, facts) if head.letters else Gap(dots=_NUMBER_DOTS),
        "thẩm quyền ký": lines(head.signing),
    }


def _roles(event: Event) -> dict[str, Field]:
    """Who presides, writes and leads, and the names that stand under their signatures."""
    values = {blank.id: blank.value for blank in event.blanks}
    roles: dict[str, Field] = {}
    for id, role in (("chair", "chủ tọa"), ("secretary", "thư ký"), ("mc", "người dẫn chương trình")):
        value = values.get(id, "")
        roles[role] = value or Gap(role)
        roles[f"họ tên {role}"] = bare_name(value) or Gap(role)
    return roles


def _plan_line(event: Event, facts: Mapping[str, str]) -> Value:
    """The plan that the event carries out, as the first of the grounds."""
    background = event.background
    title = background.title.removeprefix("Kế hoạch ")
    line: list[str | Gap] = ["Kế hoạch số ", *told("{plan_number}", event, facts)]
    if background.issued:
        line.append(f" {date_words(date.fromisoformat(background.issued))}")
    else:
        line += [" ngày ", Gap("ngày của kế hoạch", _NUMBER_DOTS)]
    if background.issuer:
        line.append(f" của {background.issuer}")
    if title:
        line.append(f" về {title[:1].lower()}{title[1:]}")
    return *line, ";"


def _lines(texts: tuple[str, ...], event: Event, facts: Mapping[str, str], *, end: str, last: str) -> Lines:
    """The texts as a list of sentences; a line for the pen where the plan has none."""
    if not texts:
        return Lines((Gap(dots=_LINE_DOTS),))
    filled = [told(text, event, facts) for text in texts]
    ends = [end] * (len(filled) - 1) + [last]
    return Lines(tuple((*line, mark) for line, mark in zip(filled, ends, strict=False)))


def _empty_lines(label: str) -> tuple[Value, ...]:
    return (Gap(label, _LINE_DOTS),) * _EMPTY_LINES
