import pytest

from data.text.people.office import join_office


@pytest.mark.parametrize(
    ("title", "organisation", "said"),
    [
        ("Phó Trưởng Công an huyện", "Công an huyện Hưng Hà", "Phó Trưởng Công an huyện Hưng Hà"),
        ("Chủ tịch MTTQ xã", "MTTQ xã", "Chủ tịch MTTQ xã"),
        ("Phóng viên", "Báo Thái Bình", "Phóng viên Báo Thái Bình"),
        ("", "Báo Thái Bình", "Báo Thái Bình"),
    ],
)
def test_words_that_title_and_organisation_share_are_said_once(
    title: str, organisation: str, said: str
) -> None:
    assert join_office(title, organisation) == said
