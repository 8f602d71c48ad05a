"""Plan files: finding them, reading them, and refusing those that do not hold together."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import msgspec

from data.assets import ASSETS
from data.errors import PlanInvalid
from data.language import _
from data.model.plan import AgendaItem, Plan
from data.plans.placeholders import ASKED, KNOWN_FACTS, fields, stray_brace
from data.text.cleaning.harmless import harmless
from data.text.cleaning.lengths import too_long

MOST_BYTES = 200_000
"""A plan of two sites has 20 kB; what is larger would be a long time in reading."""
_MOST_ROWS = 500
_MOST_MINUTES = 24 * 60
_MOST_OF_A_GIFT = 1_000_000
_MOST_HOUSEHOLDS = 100_000
_MOST_MONTHS = 120

PLANS = ASSETS / "plans"

_HH_MM = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_BLANK_ID = re.compile(r"[a-z][a-z0-9_]*")
_MISSING = re.compile(r"missing required field `(?P<field>[^`]*)`")
_ANNOUNCEMENTS = "announcements"
_PLACE = re.compile(r" - at `\$\.?(?P<place>[^`]*)`$")


def list_plans() -> list[Path]:
    """The plan files that come with the program, by name."""
    return sorted(PLANS.glob("*.toml"))


def load_plan(name_or_path: str | Path) -> Plan:
    """The plan of a builtin's stem (``ke-hoach-2022``) or of the TOML file at a path.

    Raises PlanInvalid when there is none, it is no TOML, or it does not hold together.
    """
    path = _find(name_or_path)
    try:
        plan = msgspec.convert(_harmless(path.name, tomllib.loads(_read(path))), Plan, strict=True)
    # A number of ten thousand digits is a ValueError, a thousand brackets a RecursionError.
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        if isinstance(error, msgspec.ValidationError):
            raise PlanInvalid(_misfit(path.name, str(error))) from error
        raise PlanInvalid(
            _("The plan {file} is not valid TOML: {problem}.").format(file=path.name, problem=error)
        ) from error
    for problem in _problems(plan):
        raise PlanInvalid(
            _("The plan {file} does not hold together: {problem}.").format(file=path.name, problem=problem)
        )
    return plan


def _find(name_or_path: str | Path) -> Path:
    known = {path.stem: path for path in list_plans()}
    if str(name_or_path) in known:
        return known[str(name_or_path)]
    path = Path(name_or_path)
    # A name that is too long for any file, or holds a null character, is no file either.
    with suppress(OSError, ValueError):
        if path.is_file():
            return path
    raise PlanInvalid(
        _("There is no plan {name}. Give the path of a TOML file, or one of: {known}.").format(
            name=name_or_path, known=", ".join(known)
        )
    )


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise PlanInvalid(
                _("The plan {file} has more than {most} kB; no plan is so long.").format(
                    file=path.name, most=MOST_BYTES // 1000
                )
            )
        # Windows Notepad may put a byte order mark first, which TOML does not allow.
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise PlanInvalid(
            _("The plan {file} cannot be read: {problem}. Save it as UTF-8 text.").format(
                file=path.name, problem=error
            )
        ) from error


def _harmless(file: str, document: dict[str, object]) -> object:
    """What the file says with its texts made harmless; PlanInvalid when one has no room anywhere."""
    long = too_long(document)
    if long:
        raise PlanInvalid(
            _("The plan {file} does not hold together: {problem}.").format(file=file, problem=long)
        )
    return harmless(document)


def _misfit(file: str, problem: str) -> str:
    place_found = _PLACE.search(problem)
    place = place_found["place"] if place_found else ""
    missing = _MISSING.search(problem)
    if missing:
        where = ".".join(part for part in (place, missing["field"]) if part)
        return _("The plan {file} lacks {where}.").format(file=file, where=where)
    return _("The plan {file} has a wrong value at {where}: {problem}.").format(
        file=file, where=place, problem=_PLACE.sub("", problem)
    )


def _problems(plan: Plan) -> Iterator[str]:
    yield from _too_many(plan)
    yield from _bad_ids(plan)
    yield from _bad_times(plan)
    yield from _bad_delegations(plan)
    yield from _bad_agenda(plan.agenda)
    yield from _bad_gifts(plan)
    yield from _bad_announcements(plan)
    yield from _bad_braces(plan)
    if plan.meetings is not None and not 1 <= plan.meetings.every_months <= _MOST_MONTHS:
        yield _("meetings must lie a month or more apart, and no more than ten years")


def _too_many(plan: Plan) -> Iterator[str]:
    for table, rows in {
        "sites": plan.sites,
        "delegations": plan.delegations,
        "agenda": plan.agenda,
        "gifts": plan.gifts,
        "announcements": plan.announcements,
        "blanks": plan.blanks,
        "criteria": plan.criteria,
    }.items():
        if len(rows) > _MOST_ROWS:
            yield _("{table} has {count} rows; at most {most} can be").format(
                table=table, count=len(rows), most=_MOST_ROWS
            )


def _bad_ids(plan: Plan) -> Iterator[str]:
    tables: dict[str, list[str]] = {
        "sites": [site.id for site in plan.sites],
        "delegations": [delegation.id for delegation in plan.delegations],
        "agenda": [item.id for item in plan.agenda],
        "gifts": [gift.id for gift in plan.gifts],
        "announcements": [announcement.id for announcement in plan.announcements],
        "blanks": [blank.id for blank in plan.blanks],
        "criteria": [criterion.id for criterion in plan.criteria],
    }
    for table, ids in tables.items():
        for id in _repeated(ids):
            yield _("{table} has the id {id} more than once").format(table=table, id=id)
        pattern = _BLANK_ID if table == "blanks" else _ID
        for id in ids:
            if not pattern.fullmatch(id):
                yield _("{table} has the id {id}, which may hold only small letters and digits").format(
                    table=table, id=repr(id)
                )
    for id in sorted(KNOWN_FACTS.intersection(tables["blanks"])):
        yield _("the blank {id} has the name of a fact that every event knows").format(id=id)
    if not plan.sites:
        yield _("it names no site")


def _bad_times(plan: Plan) -> Iterator[str]:
    times = {"doors": plan.doors, "start": plan.start, "deadline": plan.deadline}
    for name, time in times.items():
        if not _HH_MM.fullmatch(time):
            yield _("{name} is {time}, not a time such as 07:15").format(name=name, time=repr(time))
    if not plan.doors <= plan.start < plan.deadline:
        yield _("doors, start and deadline do not follow one another")
    for name, day in {"issued": plan.issued, "month": f"{plan.month}-01"}.items():
        try:
            date.fromisoformat(day)
        except ValueError:
            yield _("{name} is not a date such as 2022-06-10, or a month such as 2022-06").format(name=name)


def _bad_delegations(plan: Plan) -> Iterator[str]:
    households = [delegation.id for delegation in plan.delegations if delegation.kind == "household"]
    if len(households) != 1:
        yield _("exactly one delegation must be of kind household, not {count}").format(count=len(households))
    if not 1 <= plan.target_households <= _MOST_HOUSEHOLDS:
        yield _("target_households must be from 1 to {most}").format(most=_MOST_HOUSEHOLDS)


def _bad_agenda(agenda: Iterable[AgendaItem]) -> Iterator[str]:
    items = list(agenda)
    if all(item.optional for item in items):
        yield _("the agenda has no item that is not optional")
    for item in items:
        if not 1 <= item.minutes <= _MOST_MINUTES:
            yield _("the agenda item {id} must take 1 minute or more, and no more than a day").format(
                id=item.id
            )
        if item.least is not None and not 1 <= item.least <= item.minutes:
            yield _("the agenda item {id} has a least that is not between 1 and its minutes").format(
                id=item.id
            )
        if item.least is not None and item.fixed:
            yield _("the agenda item {id} is fixed and cannot have a least").format(id=item.id)


def _bad_gifts(plan: Plan) -> Iterator[str]:
    items = {item.id for item in plan.agenda}
    for gift in plan.gifts:
        if gift.item and gift.item not in items:
            yield _("the gift {id} belongs to {item}, which is no agenda item").format(
                id=gift.id, item=gift.item
            )
        if not 1 <= gift.quantity <= _MOST_OF_A_GIFT:
            yield _("the gift {id} must have a quantity from 1 to {most}").format(
                id=gift.id, most=_MOST_OF_A_GIFT
            )


def _bad_announcements(plan: Plan) -> Iterator[str]:
    for announcement in plan.announcements:
        if (ASKED in fields(announcement.text)) != bool(announcement.asks):
            yield _("the announcement {id} must have both asks and {brace}, or neither").format(
                id=announcement.id, brace=f"{{{ASKED}}}"
            )


def _bad_braces(plan: Plan) -> Iterator[str]:
    known = KNOWN_FACTS | {blank.id for blank in plan.blanks}
    for where, template in _templates(plan):
        asked = {ASKED} if where.startswith(_ANNOUNCEMENTS) else set()
        for name in fields(template):
            if name not in known | asked:
                yield _("{where} asks for {name}, which is neither a fact nor a blank").format(
                    where=where, name=f"{{{name}}}"
                )
        stray = stray_brace(template)
        if stray:
            yield _("{where} has a brace that is not a field: {stray}").format(where=where, stray=stray)


def _templates(plan: Plan) -> Iterator[tuple[str, str]]:
    for item in plan.agenda:
        yield f"agenda {item.id}", item.line
        yield f"agenda {item.id} record", item.record
        yield f"agenda {item.id} by", item.by
    for gift in plan.gifts:
        yield f"gifts {gift.id}", " ".join((gift.giver, gift.receiver, gift.witness))
    for announcement in plan.announcements:
        yield f"{_ANNOUNCEMENTS} {announcement.id}", announcement.text
    for index, line in enumerate(plan.backdrop, start=1):
        yield f"backdrop {index}", line.text
    head = plan.paper_head
    yield (
        "paper_head",
        " ".join((*head.above, *head.body, head.letters, *head.signing, head.name, head.office)),
    )
    for delegation in plan.delegations:
        yield f"delegations {delegation.id} greeting", delegation.greeting
    lists = {
        "costs": plan.costs,
        "basis": plan.basis,
        "report_to": plan.report_to,
        "report_recipients": plan.report_recipients,
        "minutes_recipients": plan.minutes_recipients,
        "other_recipients": plan.other_recipients,
    }
    for name, texts in lists.items():
        for index, text in enumerate(texts, start=1):
            yield f"{name} {index}", text


def _repeated(ids: Iterable[str]) -> list[str]:
    return [id for id, count in Counter(ids).items() if count > 1]
