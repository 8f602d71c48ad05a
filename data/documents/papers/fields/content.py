"""Everything that a paper may say, from the fold of the day alone. Telephone numbers are not among it."""

from data.documents.papers.fields.day.attendance import attendance_fields, attendance_tables
from data.documents.papers.fields.day.gifts import gift_tables, handover_fields, handover_tables
from data.documents.papers.fields.day.households import household_fields, household_tables
from data.documents.papers.fields.day.program import program_fields, program_tables
from data.documents.papers.fields.event import event_fields, hall_facts
from data.documents.papers.fields.office.money import money_fields, money_tables
from data.documents.papers.fields.office.paperwork import by_hand, paperwork_fields, paperwork_tables
from data.documents.papers.fields.office.people import role_fields
from data.documents.papers.fields.values import Content
from data.state.handovers import Handover
from data.state.stage.agenda_progress import Instant
from data.state.state import State


def event_content(state: State, now: Instant) -> Content:
    """The fields that every paper may use."""
    facts = hall_facts(state)
    fields = event_fields(state, now) | program_fields(state, now) | attendance_fields(state)
    fields |= role_fields(state) | paperwork_fields(state, facts) | by_hand()
    fields |= household_fields(state, now) | money_fields(state)
    tables = attendance_tables(state) | program_tables(state, now) | gift_tables(state)
    tables |= paperwork_tables(state) | household_tables(state, now, facts) | money_tables(state)
    return Content(fields, tables)


def handover_content(content: Content, handover: Handover, state: State) -> Content:
    """The same with the fields of one handover."""
    return content.with_more(handover_fields(handover, state), handover_tables(handover, state.event))
