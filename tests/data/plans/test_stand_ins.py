"""A plan's text is read and changed without its braces, and goes on following what they stand for."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from data.language import _
from data.plans.load import load_plan
from data.plans.placeholders import KNOWN_FACTS, event_facts, fields
from data.plans.stand_ins import meant, shown
from tests.conftest import planned_event

PLAN = load_plan("ke-hoach-2022")
EVENT = replace(
    planned_event("e", "07", None),
    blanks=tuple(replace(b, value="ông Hà" if b.id == "mc" else "") for b in PLAN.blanks),
)
FACTS = event_facts(EVENT)
NAMES = sorted(KNOWN_FACTS | {blank.id for blank in EVENT.blanks})
WORDS = st.text("thôn [Khả]Tân 5,100", max_size=12)
TEMPLATES = st.lists(st.one_of(st.sampled_from([f"{{{name}}}" for name in NAMES]), WORDS)).map("".join)


def test_every_text_of_a_plan_is_read_without_braces_and_comes_back_as_it_was() -> None:
    texts = [item.line for item in PLAN.agenda] + [t for g in PLAN.gifts for t in (g.giver, g.receiver)]
    for text in texts:
        assert not set("{}") & set(shown(text, EVENT, FACTS))
        assert meant(shown(text, EVENT, FACTS), text, EVENT, FACTS) == text


def test_what_is_not_known_stands_by_its_name_and_what_is_known_as_it_is() -> None:
    template = "Kính mời {bookcase_giver} về {village}, {mc}, {households_present} hộ"
    assert shown(template, EVENT, FACTS) == (
        "Kính mời [Người trao Tủ sách của MTTQ huyện] về thôn Khả Tân, ông Hà, [số hộ có mặt] hộ"
    )


def test_words_that_are_changed_around_them_leave_the_braces_and_a_changed_name_is_what_was_typed() -> None:
    template = "Kính mời {bookcase_giver} về {village}"
    text = shown(template, EVENT, FACTS)
    around = text.replace("Kính mời", "Xin mời")
    assert meant(around, template, EVENT, FACTS) == "Xin mời {bookcase_giver} về {village}"
    named = text.replace("[Người trao Tủ sách của MTTQ huyện]", "bà Hà")
    assert meant(named, template, EVENT, FACTS) == "Kính mời bà Hà về {village}"


def test_a_name_in_brackets_is_a_brace_wherever_it_is_moved_and_other_brackets_are_text() -> None:
    text = "[Người nhận hoa của Tổ tự quản] và [Người trao Tủ sách của MTTQ huyện] [VIP]"
    template = "{bookcase_giver} {flowers_receiver_team}"
    found = meant(text, template, EVENT, FACTS)
    assert found == "{flowers_receiver_team} và {bookcase_giver} [VIP]"


@given(TEMPLATES, WORDS, WORDS)
def test_whatever_is_typed_before_and_behind_is_read_as_it_was_typed(
    template: str, before: str, behind: str
) -> None:
    text = before + shown(template, EVENT, FACTS) + behind
    assert shown(meant(text, template, EVENT, FACTS), EVENT, FACTS) == text


def test_every_fact_of_an_event_has_a_name_of_its_own() -> None:
    names = [shown(f"{{{name}}}", EVENT, {}) for name in NAMES]
    assert len(set(names)) == len(NAMES) and all(name[0] == "[" for name in names)
    assert _("village") in names[NAMES.index("village")] and fields("".join(names)) == []
