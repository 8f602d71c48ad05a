"""Which delegation is meant by what people say at the door."""

import pytest

from data.roster.guess_delegation import guess_delegation
from data.session.session import Session
from data.text.people.names import proper


@pytest.mark.parametrize(
    ("said", "delegation"),
    [
        ("Báo Thái Bình", "bao-dai"),
        ("phong vien bao thai binh", "bao-dai"),
        ("Đài truyền thanh huyện", "bao-dai"),
        ("VTV", "bao-dai"),
        ("công an", "cong-an-huyen"),
        ("CA huyện", "cong-an-huyen"),
        ("phó trưởng công an huyện", "cong-an-huyen"),
        ("công an xã", "cap-uy-xa"),
        ("Bí thư Đảng ủy xã", "cap-uy-xa"),
        ("hội phụ nữ", "cap-uy-xa"),
        ("MTTQ huyện", "mttq-huyen"),
        ("mat tran xa", "mttq-xa"),
        ("trưởng thôn", "ban-ctmt"),
        ("xóm 3", "ho-gia-dinh"),
        ("xom 3", "ho-gia-dinh"),
        ("Xóm Đông", "ho-gia-dinh"),
        ("thôn Khả Tân", "ho-gia-dinh"),
    ],
)
def test_the_words_decide(session: Session, said: str, delegation: str) -> None:
    found = guess_delegation(session.state, said)
    assert found is not None
    assert found.id == delegation


@pytest.mark.parametrize("said", ["", "  ", "Hà Nội", "đại diện", "[/b]", "…"])
def test_nothing_is_guessed_from_words_that_tell_nothing(session: Session, said: str) -> None:
    assert guess_delegation(session.state, said) is None


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("hoàng thị lan", "Hoàng Thị Lan"),
        ("  đặng   ánh ", "Đặng Ánh"),
        ("HOÀNG LAN", "HOÀNG LAN"),
        ("Hoàng lan", "Hoàng lan"),
        ("[vip] hoa", "[vip] Hoa"),
        ("", ""),
    ],
)
def test_a_name_typed_in_small_letters_gets_its_capitals(typed: str, name: str) -> None:
    assert proper(typed) == name
