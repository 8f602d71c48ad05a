"""The table of what is known of guests agrees with the guests and with all that is made from it."""

from data.export.table.rows import attendance_columns
from data.messages.names import guest_fact_question
from data.model.guest import Facts
from data.model.guest_facts import FACT_NAMES, FACTS
from data.roster.columns.wording import EXACT, MEANING_LABELS, MEANINGS


def test_every_fact_of_a_guest_stands_in_the_table_and_nothing_else_does() -> None:
    assert set(Facts.__struct_fields__) - {"kind"} == set(FACTS) == set(FACT_NAMES)


def test_a_fact_is_as_long_or_as_large_as_its_table_allows() -> None:
    for name, fact in FACTS.items():
        assert fact.label and guest_fact_question(name)
        assert fact.most >= 0
        assert "{value}" in fact.shown or not fact.shown


def test_no_heading_means_two_things() -> None:
    phrases = [phrase for fact in FACTS.values() for phrase in fact.headings.split("|")]
    assert len(phrases) == len(set(phrases))
    assert all(EXACT[phrase] in FACTS for phrase in phrases)
    assert set(MEANING_LABELS) == set(MEANINGS)


def test_masked_facts_are_in_no_export_unless_asked_for() -> None:
    columns = {name for name, fact in FACTS.items() if fact.masked}
    assert columns
    for name in columns:
        assert attendance_columns(phones=True)[name]
        try:
            attendance_columns()[name]
        except KeyError:
            continue
        raise AssertionError(name)
