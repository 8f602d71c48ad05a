"""What the plan of 2022 says must stand in its TOML, word for word where it is read out."""

import pytest

from data.model.plan import Plan
from data.plans.load import list_plans, load_plan
from data.plans.placeholders import KNOWN_FACTS, fields


@pytest.fixture(scope="module")
def plan() -> Plan:
    return load_plan("ke-hoach-2022")


def test_the_plan_comes_with_the_program() -> None:
    assert "ke-hoach-2022" in [path.stem for path in list_plans()]


def test_both_sites_with_commune_district_and_cultural_house(plan: Plan) -> None:
    assert [(s.id, s.village, s.commune, s.district, s.venue) for s in plan.sites] == [
        ("kha-tan", "thôn Khả Tân", "xã Duyên Hải", "huyện Hưng Hà", "Nhà Văn hóa thôn Khả Tân"),
        ("dong-thai", "thôn Đồng Thái", "xã Cộng Hòa", "huyện Hưng Hà", "Nhà Văn hóa thôn Đồng Thái"),
    ]


def test_seven_delegations_in_protocol_order_with_press_others_and_households_last(plan: Plan) -> None:
    ranked = [d.id for d in sorted(plan.delegations, key=lambda d: d.rank)]
    assert ranked == [
        "mttq-huyen",
        "cong-an-huyen",
        "cap-uy-xa",
        "mttq-xa",
        "ban-ctmt",
        "bao-dai",
        "khach-moi-khac",
        "ho-gia-dinh",
    ]
    assert sorted(d.rank for d in plan.delegations) == [1, 2, 3, 4, 5, 6, 7, 8]


def test_only_the_households_count_as_households_and_the_target_is_a_hundred(plan: Plan) -> None:
    assert [d.id for d in plan.delegations if d.kind == "household"] == ["ho-gia-dinh"]
    assert plan.target_households == 100


def test_short_names_fit_the_narrow_bar_list(plan: Plan) -> None:
    assert all(len(d.short) <= 14 for d in plan.delegations)


def test_eight_items_in_the_plans_order_with_customary_minutes(plan: Plan) -> None:
    assert [(i.title, i.minutes) for i in plan.agenda if not i.optional] == [
        ("Tuyên bố lý do, giới thiệu đại biểu", 15),
        ("Thông qua Quyết định thành lập mô hình", 7),
        ("Thông qua Quyết định thành lập Tổ tự quản", 8),
        ("Tặng hoa, chúc mừng", 5),
        ("Trao tặng Tủ sách pháp luật", 10),
        ("Phát biểu của lãnh đạo MTTQ huyện", 20),
        ("Chuyên đề về công tác Bảo đảm an ninh trật tự tại địa phương", 75),
        ("Bế mạc", 10),
    ]


def test_only_the_talk_can_be_shortened_and_the_two_decisions_never(plan: Plan) -> None:
    assert [(i.id, i.least) for i in plan.agenda if i.least is not None] == [("chuyen-de", 45)]
    assert [i.id for i in plan.agenda if i.fixed] == ["quyet-dinh-mo-hinh", "quyet-dinh-to-tu-quan"]


def test_the_three_optional_items_are_off(plan: Plan) -> None:
    assert [i.title for i in plan.agenda if i.optional] == [
        "Chào cờ",
        "Phát biểu tiếp thu",
        "Các hộ ký cam kết",
    ]


def test_the_morning_fits_between_start_and_deadline(plan: Plan) -> None:
    assert (plan.doors, plan.start, plan.deadline) == ("07:15", "08:00", "11:00")
    assert sum(i.minutes for i in plan.agenda if not i.optional) == 150
    assert sum(i.minutes for i in plan.agenda) <= 180


def test_flowers_bookcase_and_a_document_for_each_household(plan: Plan) -> None:
    gifts = {g.id: g for g in plan.gifts}
    assert sum(g.quantity for g in plan.gifts if g.item == "tang-hoa") == 2
    assert "MTTQ" in gifts["hoa-mttq"].giver
    assert "Công an" in gifts["hoa-cong-an"].giver
    assert (gifts["tu-sach"].name, gifts["tu-sach"].quantity, gifts["tu-sach"].item) == (
        "Tủ sách pháp luật",
        1,
        "tu-sach",
    )
    assert "Ban Công tác Mặt trận {village}" in gifts["tu-sach"].receiver
    documents = gifts["tai-lieu"]
    assert (documents.name, documents.quantity, documents.each_household, documents.item) == (
        "Tài liệu tuyên truyền pháp luật",
        100,
        True,
        "",
    )


def test_the_backdrop_says_what_the_plan_draws(plan: Plan) -> None:
    assert [(line.text, line.style) for line in plan.backdrop] == [
        ("ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM {commune_upper}", "bold"),
        ("HỘI NGHỊ", "bold"),
        ("THÀNH LẬP MÔ HÌNH", "bold"),
        ("“{model_upper}”", "bold"),
        ("{commune_name}, {date}", "italic"),
    ]
    assert plan.model == "Khu dân cư an toàn về an ninh trật tự"


def test_what_the_plan_leaves_open_is_a_blank_without_a_value_and_says_why(plan: Plan) -> None:
    asked = {b.id for b in plan.blanks}
    assert {
        "decision_model_number",
        "decision_model_issuer",
        "decision_team_number",
        "decision_team_issuer",
        "talk_speaker",
        "amount_launch",
        "chair",
        "secretary",
        "mc",
    } <= asked
    assert all(b.label and b.why and not b.value for b in plan.blanks)


def test_every_line_of_the_mc_asks_only_for_facts_and_blanks(plan: Plan) -> None:
    known = KNOWN_FACTS | {b.id for b in plan.blanks}
    assert all(item.line for item in plan.agenda)
    assert {name for item in plan.agenda for name in fields(item.line)} <= known


def test_the_model_is_never_called_self_governing_and_the_district_is_spelt_right(plan: Plan) -> None:
    said = repr(plan)
    assert "Khu dân cư tự quản" not in said
    assert "Hung Hà" not in said


def test_basis_funding_duties_and_recipients_are_kept(plan: Plan) -> None:
    assert any("239/KH-MTTQ-CAH" in text for text in plan.basis)
    assert any("01 tủ sách pháp luật" in text for text in plan.funding)
    assert (len(plan.purposes), len(plan.activities), len(plan.recipients)) == (2, 5, 5)
    assert {level: len(texts) for level, texts in plan.duties.items()} == {"Cấp huyện": 4, "Cấp cơ sở": 3}
    assert any("3 tháng/1 lần" in text for text in plan.follow_up)
    assert (plan.issued, plan.signer) == ("2022-06-10", "Nguyễn Thị Lệ Hà")


def test_a_substitute_can_be_any_usual_relative_or_another(plan: Plan) -> None:
    assert plan.relations[-1] == "khác"
    assert {"vợ", "chồng", "con trai", "con gái"} <= set(plan.relations)
