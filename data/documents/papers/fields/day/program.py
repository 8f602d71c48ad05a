"""What papers say of the agenda: as it is planned, as it really ran, and what the MC says."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from data.clock import hour_minute
from data.documents.papers.fields.day.gifts import gifts_beside_agenda, handed_out, handover_sentence
from data.documents.papers.fields.event import hall_facts, hour_words, sentence_of
from data.documents.papers.fields.values import Field, Gap, Lines, Sentence, Table, Value
from data.model.plan import AgendaItem, Gift
from data.plans.placeholders import fields
from data.queries.stage.checks import checks
from data.queries.stage.spoken.introduction import PRESENT
from data.queries.stage.spoken.notes import conclusion, notes_of_item, questions
from data.queries.stage.stage_record import ItemRecord, agenda_record
from data.state.stage.agenda_progress import Instant
from data.state.stage.item_run import printed_minutes
from data.state.state import State

_TIME_DOTS = 8
_LEFT_OUT = "–"
_LISTED_BELOW = "(đọc danh sách đại biểu có mặt ở cuối bản này)"
_COLUMNS = (
    "TT",
    "tên",
    "dự kiến",
    "dự kiến xong",
    "phút",
    "bắt đầu",
    "kết thúc",
    "phút thực tế",
    "chênh lệch",
    "tạm dừng",
    "người bấm",
    "diễn biến",
    "lời dẫn",
    "việc cần làm",
    "người thực hiện",
)


def program_fields(state: State, now: Instant) -> dict[str, Field]:
    """When the event really began and ended, and how much of the agenda ran."""
    rows = agenda_record(state, now)
    began = min((row.started for row in rows if row.started), default=None)
    planned = rows[-1].planned + timedelta(minutes=rows[-1].item.minutes) if rows else None
    return {
        "giờ khai mạc": _hour(began, "giờ khai mạc"),
        "giờ bế mạc": _hour(state.agenda_progress.closed, "giờ bế mạc"),
        "giờ dự kiến xong": _hour(planned, "giờ dự kiến xong"),
        # Where nothing was written down on the stage, the pen has its lines (event_fields).
        **spoken_lines(state),
        "quà ngoài chương trình": gifts_beside_agenda(state),
        "số mục": str(len(rows)),
        "số mục đã thực hiện": str(done)
        if (done := sum(row.state == "done" for row in rows))
        else Gap(dots=_TIME_DOTS),
    }


def program_tables(state: State, now: Instant) -> dict[str, Table]:
    """The agenda, a row for each item that is on."""
    facts = hall_facts(state)
    if facts[PRESENT]:
        # A printed script has them below one another, to be read out from the paper.
        facts[PRESENT] = _LISTED_BELOW
    rows = [_row(row, state, facts) for row in agenda_record(state, now)]
    return {"mục": Table(_COLUMNS, tuple(rows))}


def _row(row: ItemRecord, state: State, facts: dict[str, str]) -> tuple[Field, ...]:
    item, event = row.item, state.event
    planned_end = row.planned + timedelta(minutes=item.minutes)
    return (
        str(row.position),
        item.title,
        hour_minute(row.planned),
        hour_minute(planned_end),
        str(item.minutes),
        _time(row.started, row),
        _time(row.ended, row),
        _minutes(row),
        _difference(row),
        Lines(tuple(_stops(row))),
        row.duty,
        Lines(tuple(_what_happened(item, state, facts))),
        sentence_of(item.line, event, facts) if item.line else Gap(dots=_TIME_DOTS * 4),
        Lines(tuple(check.text for check in checks(item, state))),
        _by(item, state, facts),
    )


def _what_happened(item: AgendaItem, state: State, facts: dict[str, str]) -> Iterator[Value]:
    """What the minutes say of an item: the plan's own sentence, then each handover that belongs to it."""
    if state.agenda_progress.state(item.id) == "skipped":
        yield "Không thực hiện."
        return
    if item.record:
        yield _with_capital(sentence_of(item.record, state.event, facts))
    between_people = [h for h in state.handovers.standing() if h.what.item == item.id and not h.households]
    for handover in between_people:
        yield handover_sentence(handover, state)
    yield from (f"Ý kiến chỉ đạo: {_sentence(note.text)}" for note in notes_of_item(state, item.id))
    named = {handed.gift for handover in between_people for handed in handover.what.gifts}
    for gift in state.handovers.listed(state.event):
        if gift.item == item.id and gift.id not in named:
            yield from _not_between_people(gift, state)


def _by(item: AgendaItem, state: State, facts: dict[str, str]) -> Value:
    """Who carries the item out: as the plan says, else the people whom its line names, else who leads."""
    if item.by:
        return sentence_of(item.by, state.event, facts)
    people = {blank.id for blank in state.event.blanks if blank.names_person}
    named = list(dict.fromkeys(f"{{{field}}}" for field in fields(item.line) if field in people))
    return sentence_of("; ".join(named) or "{mc}", state.event, facts)


def spoken_lines(state: State) -> dict[str, Field]:
    """What the floor asked and how the chair concluded, each for its part of the minutes."""
    asked = [f"Câu hỏi từ hội trường: {_sentence(note.text)}" for note in questions(state)]
    concluded = [_sentence(note.text) for note in conclusion(state)]
    said = {"ý kiến": asked, "kết luận": concluded}
    return {name: Lines(tuple(texts)) for name, texts in said.items() if texts}


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."


def _with_capital(sentence: Sentence) -> Sentence:
    first, *rest = sentence
    return (first[:1].upper() + first[1:] if isinstance(first, str) else first), *rest


def _not_between_people(gift: Gift, state: State) -> Iterator[Value]:
    """A gift of an item without a handover: what households had of it, or a line to fill in."""
    if not gift.each_household:
        yield f"{gift.name}: ", Gap("ghi trao tặng"), "."
    elif state.handovers.given(gift.id):
        yield handed_out(gift, state)


def _time(moment: datetime | None, row: ItemRecord) -> Value:
    if moment is not None:
        return hour_minute(moment)
    return _LEFT_OUT if row.state == "skipped" else Gap(dots=_TIME_DOTS)


def _hour(moment: datetime | None, label: str) -> Value:
    if moment is not None:
        return hour_words(hour_minute(moment))
    gap = Gap(label, _TIME_DOTS)
    return gap, " giờ ", gap, " phút"


def _minutes(row: ItemRecord) -> Value:
    return str(row.took) if row.state == "done" else _time(None, row)


def _difference(row: ItemRecord) -> Value:
    if row.state != "done" or row.took is None:
        return _time(None, row)
    difference = row.took - row.item.minutes
    if not difference:
        return "đúng"
    return f"thêm {difference}" if difference > 0 else f"bớt {-difference}"


def _stops(row: ItemRecord) -> Iterator[str]:
    """What an item's minutes leave out, so that they can be worked out from the times beside them.

    That the next item was begun by mistake and taken back belongs in the log: a paper that is signed only
    says how many minutes do not count.
    """
    for began, over in sorted(row.pauses, key=lambda stop: stop[0]):
        yield _pause(began, over)
    slipped = sum(printed_minutes(began, over) for began, over in row.breaks if over is not None)
    if slipped:
        yield f"không tính {slipped} phút"


def _pause(began: datetime, over: datetime | None) -> str:
    if over is None:
        return f"tạm dừng từ {hour_minute(began)}"
    return f"tạm dừng {hour_minute(began)} – {hour_minute(over)}"
