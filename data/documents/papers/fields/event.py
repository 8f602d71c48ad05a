"""What papers say of the event and of the plan behind it. The fields are named as the office names them."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from data.clock import local
from data.documents.papers.fields.values import Field, Gap, Lines, Sentence, Value
from data.model.event import Event
from data.model.plan import Blank
from data.plans.placeholders import GAP, date_words, event_facts, fill
from data.queries.stage.spoken.live_facts import live_facts, people_facts
from data.state.stage.agenda_progress import Instant, day
from data.state.state import State
from data.text.typed.numbers.money import money_words as in_words
from data.text.typed.numbers.money import read_money

_REMARK = re.compile(r"\s*\([^)]*\)")
_NUMBER_DOTS = 8
_SAMPLE = "MẪU, TÊN HƯ CẤU"
_LINE_DOTS = 110

_OPEN_LINES = {
    "ý kiến": ("ý kiến phát biểu", 10),
    "kết luận": ("kết luận", 5),
    "đánh giá": ("đánh giá", 4),
    "đề xuất": ("đề xuất", 4),
    "nhiệm vụ quý tới": ("nhiệm vụ quý tới", 5),
    "mục đích": ("mục đích", 4),
    "đề nghị": ("đề nghị", 4),
    "nội dung tiếp thu": ("nội dung tiếp thu", 6),
    "nội dung bế mạc": ("nội dung bế mạc", 4),
}
"""What is always left to the pen: what it is called, and how many lines it has."""


def event_fields(state: State, now: Instant) -> dict[str, Field]:
    """The fields that hold for the event as a whole, the plan's blanks under their labels and ids too."""
    event = state.event
    facts = event_facts(event) | people_facts(state)
    # Without a date of its own the event was on the day on which it ran, unless that day is doubted.
    ran = bool(state.agenda_progress.runs) and state.day_doubt(now.at) is None
    known_day = state.days.held_on(event) or (day(event, state.agenda_progress, now.at) if ran else None)
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
        "ngày theo kế hoạch": day_sentence(event.date),
        "giờ bắt đầu": hour_words(event.start),
        "giờ đón khách": hour_words(event.doors),
        "chỉ tiêu hộ": str(event.target_households),
        "số kế hoạch": sentence_of("{plan_number}", event, facts),
        "số văn bản": Gap(dots=_NUMBER_DOTS),
        "căn cứ": _grounds(event, facts),
        "kinh phí": filled_lines(event.background.costs, event, amounts(event, facts), end=";", last="."),
        "tổng kinh phí": _total(event),
        "việc tiếp theo": filled_lines(event.background.follow_up, event, facts, end=";", last="."),
        "dấu mẫu": f"{_SAMPLE} · " if event.sample else "",
        "dấu của buổi lễ mẫu": _SAMPLE if event.sample else "",
    }
    pen = {name: Lines((Gap(label, _LINE_DOTS),) * lines) for name, (label, lines) in _OPEN_LINES.items()}
    return _blanks(event, facts) | fields | pen | _head(event, facts)


def moment_fields(
    moment: datetime, edition: int, *, doubted: bool = False, event_on: date | None = None
) -> dict[str, Field]:
    """When this very file is made, and which time it is: 1 for the first.

    A date that is ``doubted`` is left to the pen, and so is that of what is sent before the event where it is
    made on its day (``event_on``) or later.
    """
    here = local(moment)
    is_late = doubted or (event_on is not None and here.date() >= event_on)
    return {
        "lập lúc": f"{here:%H:%M} ngày …" if doubted else f"{here:%H:%M} ngày {here:%d/%m/%Y}",
        "ngày lập": day_sentence(None if doubted else here.date(), "ngày lập"),
        "ngày gửi": day_sentence(None if is_late else here.date(), "ngày gửi"),
        "lần lập": f" (lần {edition})" if edition > 1 else "",
    }


def sentence_of(template: str, event: Event, facts: Mapping[str, str]) -> Sentence:
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


def blank_label(blank: Blank) -> str:
    """How papers name what a plan leaves open: its label without the remarks in brackets."""
    return within_a_line(blank.label)


def within_a_line(label: str) -> str:
    """A label without the remarks in brackets, beginning small unless it begins with a name in capitals."""
    label = _REMARK.sub("", label).strip()
    return label[:1].lower() + label[1:] if label[1:2].islower() or label[1:2] == "," else label


_LABELS = {
    "plan_number": "số kế hoạch",
    "date": "ngày hội nghị",
    "present": "đại biểu có mặt",
    "households_present": "số hộ có mặt",
    "team": "thành viên Tổ tự quản",
}


def _blanks(event: Event, facts: Mapping[str, str]) -> dict[str, Field]:
    """What the plan leaves open, each under its id and under its label."""
    blanks: dict[str, Field] = {}
    for blank in event.blanks:
        blanks[blank.id] = blanks[blank_label(blank)] = facts.get(blank.id) or Gap(blank_label(blank))
    return blanks


def _head(event: Event, facts: Mapping[str, str]) -> dict[str, Field]:
    """Who issues the papers, as it stands at their head."""
    head = event.background.head

    def lines(texts: tuple[str, ...]) -> Field:
        return Lines(tuple(sentence_of(text, event, facts) for text in texts)) if texts else Gap()

    return {
        "cơ quan cấp trên": lines(head.above),
        "cơ quan ban hành": lines(head.body),
    }


def _grounds(event: Event, facts: Mapping[str, str]) -> Lines:
    """The plan and what it rests on, one after another; the last of them ends the sentence."""
    grounds = [
        plan_line(event, facts),
        *((sentence_of(line, event, facts)) for line in event.background.basis),
    ]
    return Lines(tuple((*line, "." if line is grounds[-1] else ";") for line in grounds))


def plan_line(event: Event, facts: Mapping[str, str]) -> Sentence:
    """The plan that the event carries out, as the first of the grounds."""
    background = event.background
    title = background.title.removeprefix("Kế hoạch ")
    line: list[str | Gap] = ["Kế hoạch số ", *sentence_of("{plan_number}", event, facts)]
    if background.issued:
        line.append(f" {date_words(date.fromisoformat(background.issued))}")
    else:
        line += [" ngày ", Gap("ngày của kế hoạch", _NUMBER_DOTS)]
    if background.issuer:
        line += [" của ", *sentence_of(background.issuer, event, facts)]
    if title:
        line.append(f" về {title[:1].lower()}{title[1:]}")
    return tuple(line)


def filled_lines(
    texts: tuple[str, ...],
    event: Event,
    facts: Mapping[str, str],
    *,
    end: str,
    last: str,
    dots: int = _LINE_DOTS,
) -> Lines:
    """The texts as a list of sentences; a line of ``dots`` for the pen where there are none."""
    if not texts:
        return Lines((Gap(dots=dots),))
    filled = [sentence_of(text, event, facts) for text in texts]
    ends = [end] * (len(filled) - 1) + [last]
    return Lines(tuple((*line, mark) for line, mark in zip(filled, ends, strict=False)))
