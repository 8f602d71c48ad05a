"""What papers say of the body that issues them: its name, the number's letters, whom they go to."""

import re
from collections.abc import Mapping
from datetime import date

from data.documents.papers.fields.event import filled_lines, plan_line, sentence_of
from data.documents.papers.fields.office.people import body_and_place, decision_signing
from data.documents.papers.fields.values import Field, Gap, Lines, Table, Value
from data.model.event import Event
from data.model.paperwork import SignerRole
from data.plans.placeholders import date_words, event_facts
from data.queries.people.known_person import in_team
from data.queries.stage.spoken.greeting import greeting_lines
from data.state.state import State
from data.text.people.office import HONORIFIC, capital
from data.text.typed.numbers.number_words import number_words

AS_ABOVE = "Như trên"
_NUMBER_AND_DAY = re.compile(r"(?P<number>\S.*?),?\s+ngày\s+(?P<day>\S.*)", re.IGNORECASE)
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_SHORT = 30
_EMPTY_MEMBERS = 5
_EMPTY_CASES = 4


def paperwork_fields(state: State, facts: Mapping[str, str]) -> dict[str, Field]:
    """The body and its letters, addressees and recipients, the decisions, the team, the hall's address."""
    event = state.event
    own, behind, head = event.paperwork, event.background, event.background.head
    report = own.report_recipients or behind.recipients
    if report and report[0] != AS_ABOVE:
        report = (AS_ABOVE, *report)
    other = own.other_recipients or behind.other_recipients
    site = event.site
    fields: dict[str, Field] = {
        "tên cơ quan": sentence_of(head.name, event, facts) if head.name else Gap(),
        "cơ quan tổ chức": sentence_of(head.office, event, facts) if head.office else Gap(),
        "ký hiệu cơ quan": _letters(event, facts),
        "kính gửi": _addressees(own.addressees or behind.addressees, event, facts),
        "nơi nhận": _recipients(report, event, facts),
        "nơi nhận biên bản": _recipients(own.minutes_recipients or behind.minutes_recipients, event, facts),
        "nơi nhận giấy mời": _recipients(other, event, facts),
        "nơi nhận chung": _recipients(tuple(one for one in other if one != AS_ABOVE), event, facts),
        "địa bàn": ", ".join(filter(None, (site.village, site.commune, site.district))),
        "nội dung chương trình": "; ".join(item.title for item in event.program),
        "kính thưa": Lines(tuple(greeting_lines(state))),
        "người phát biểu chỉ đạo": facts.get("district_speaker") or Gap("người phát biểu chỉ đạo"),
        "kỳ sinh hoạt": facts.get("quarter") or Gap("quý được kiểm điểm"),
        "số thành viên": _figure_and_words(len(own.team)) if own.team else Gap("số thành viên"),
        "căn cứ quyết định": _grounds(event, facts),
    }
    return fields | _decision(event, "mô hình", "model") | _decision(event, "tổ tự quản", "team")


def paperwork_tables(state: State) -> dict[str, Table]:
    """The members of the team, and rows for what happened in the quarter."""
    team = [(in_team(member, state), member.duty) for member in state.event.paperwork.team]
    rows: list[tuple[Field, ...]] = [
        (str(place), f"{capital(named.honorific or HONORIFIC)} {named.name}", named.office, duty)
        for place, (named, duty) in enumerate(team, start=1)
    ]
    if not rows:
        blank = Gap("thành viên Tổ tự quản")
        rows = [(str(place), blank, "", "") for place in range(1, _EMPTY_MEMBERS + 1)]
    cases = tuple((str(place), "", "", "") for place in range(1, _EMPTY_CASES + 1))
    return {
        "thành viên": Table(("TT", "họ tên", "chức vụ", "nhiệm vụ"), tuple(rows)),
        "vụ việc": Table(("TT", "nội dung", "thời gian", "kết quả"), cases),
    }


def by_hand() -> dict[str, Field]:
    """What nobody types before it is written by pen, each with how much room it needs."""
    names = (
        *(
            "số vụ việc",
            "số nhân khẩu",
            "số chứng từ",
            "người viết tin",
            "người giao tiền",
            "người nhận tiền",
        ),
        *("địa chỉ người nhận tiền", "số tiền nhận", "số tiền nhận bằng chữ", "nội dung nhận tiền"),
    )
    return {name: Gap(name) for name in names}


def _letters(event: Event, facts: Mapping[str, str]) -> Value:
    letters = event.paperwork.letters or event.background.head.letters
    return sentence_of(letters, event, facts) if letters else Gap("ký hiệu cơ quan", 8)


def _addressees(texts: tuple[str, ...], event: Event, facts: Mapping[str, str]) -> Value:
    if not texts:
        return Gap("kính gửi", _SHORT)
    parts: list[str | Gap] = []
    for text in texts:
        parts += ["; "] if parts else []
        parts += sentence_of(text, event, facts)
    return tuple(parts)


def _recipients(texts: tuple[str, ...], event: Event, facts: Mapping[str, str]) -> Lines:
    return filled_lines(texts, event, facts, end=";", last=".", dots=_SHORT)


def _grounds(event: Event, facts: Mapping[str, str]) -> Lines:
    """The grounds of a decision, every one of them followed by another."""
    texts = [f"{text};" for text in event.background.basis]
    return Lines(((*plan_line(event, facts), ";"), *texts))


def _decision(event: Event, which: str, id: str) -> dict[str, Field]:
    """Number, day, issuer and signature of a decision, from what F10 knows of it."""
    values = {blank.id: blank.value for blank in event.blanks}
    issuer = values.get(f"decision_{id}_issuer", "")
    said = values.get(f"decision_{id}_number", "")
    parts = _NUMBER_AND_DAY.fullmatch(said)
    number: Value = parts["number"] if parts else said
    if not number:
        mark = Gap(f"số quyết định {which}", 8)
        letters = _letters(event, {}) if not issuer else Gap(f"số quyết định {which}", 8)
        number = (mark, "/QĐ-", *(letters if isinstance(letters, tuple) else (letters,)))
    role: SignerRole = "decision-model" if id == "model" else "decision-team"
    above, name = decision_signing(event, role, issuer)
    head, facts = event.background.head, event_facts(event)
    over = () if issuer else tuple(sentence_of(text, event, facts) for text in head.above)
    own = tuple(sentence_of(text, event, facts) for text in head.body) or (
        Gap("cơ quan ban hành quyết định"),
    )
    return {
        f"cấp trên nơi ra quyết định {which}": Lines(over),
        f"đầu quyết định {which}": Lines(
            tuple(filter(None, body_and_place(issuer, event))) if issuer else own
        ),
        f"số quyết định {which}": number,
        f"ngày quyết định {which}": _day(parts["day"] if parts else "", which),
        f"nơi ra quyết định {which}": issuer or _own_body(event),
        f"thẩm quyền ký quyết định {which}": above,
        f"họ tên người ký quyết định {which}": name,
    }


def _own_body(event: Event) -> Value:
    head = event.background.head
    return (
        sentence_of(head.name, event, event_facts(event)) if head.name else Gap("cơ quan ban hành quyết định")
    )


def _day(text: str, which: str) -> Value:
    found = _DAY.fullmatch(text.strip())
    if found:
        day, month, year = map(int, found.groups())
        try:
            return date_words(date(year, month, day))
        except ValueError:
            return f"ngày {text}"
    if text:
        return f"ngày {text}"
    gap = Gap(f"ngày quyết định {which}", 6)
    return "ngày ", gap, " tháng ", gap, " năm ", gap


def _figure_and_words(number: int) -> str:
    return f"{number:02d} ({number_words(number)})"
