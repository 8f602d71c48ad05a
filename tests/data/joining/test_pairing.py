"""The pairing code: what is typed wrong is noticed, and only the right server is believed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.errors import Refused
from data.joining.pairing.code import (
    DIGITS,
    FIRST_PORT,
    PORTS,
    SECRET_BITS,
    Place,
    code_of,
    grouped,
    is_code,
    read_code,
)
from data.joining.pairing.keys import certificate_pem, is_of, keys_of
from data.joining.place import NamedServer, read_place, shown_host

PLACES = st.builds(
    Place,
    st.ip_addresses(v=4).map(str),
    st.integers(FIRST_PORT, FIRST_PORT + PORTS - 1),
    st.integers(0, (1 << SECRET_BITS) - 1),
)


@given(PLACES, st.sampled_from(["", " ", "-", ".", "\u00a0"]))
def test_a_code_says_the_place_however_it_is_grouped(place: Place, between: str) -> None:
    code = code_of(place)
    assert len(code) == DIGITS and code.isdigit()
    assert read_code(grouped(code).replace(" ", between)) == place


@given(PLACES, st.integers(0, DIGITS - 1), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(place: Place, at: int, by: int) -> None:
    code = code_of(place)
    wrong = code[:at] + str((int(code[at]) + by) % 10) + code[at + 1 :]
    assert not is_code(wrong)
    with pytest.raises(Refused):
        read_code(wrong)


@given(PLACES, st.integers(0, DIGITS - 2))
def test_two_digits_that_changed_places_are_always_noticed(place: Place, at: int) -> None:
    code = code_of(place)
    if code[at] != code[at + 1]:
        assert not is_code(code[:at] + code[at + 1] + code[at] + code[at + 2 :])


@pytest.mark.parametrize(
    "text", ["", "1234", "không phải mã", "9" * 33, "http://1.2.3.4", "tls://", "tls://:1"]
)
def test_what_is_no_address_gets_a_sentence(text: str) -> None:
    with pytest.raises(Refused):
        read_place(text)


def test_names_never_travel_unencrypted_to_another_computer() -> None:
    with pytest.raises(Refused, match="tls://"):
        read_place("nats://192.168.1.4:4222")
    assert isinstance(read_place("nats://127.0.0.1:4222"), NamedServer)


def test_a_password_in_an_address_is_never_shown() -> None:
    assert shown_host(read_place("tls://ban:matkhau@may-chu.vn:4222")) == "may-chu.vn:4222"


def test_only_the_certificate_of_the_same_secret_is_believed() -> None:
    import ssl

    one, other = keys_of(12345), keys_of(12346)
    shown = ssl.PEM_cert_to_DER_cert(certificate_pem(one).decode())
    assert is_of(one, shown)
    assert not is_of(other, shown)
    assert not is_of(one, shown[:-5])
    assert not is_of(one, b"")
    assert one.token != other.token


def test_a_certificate_is_the_same_each_time_it_is_made() -> None:
    assert certificate_pem(keys_of(7), ("10.0.0.1",)) == certificate_pem(keys_of(7), ("10.0.0.1",))
    assert certificate_pem(keys_of(7), ("10.0.0.1",)) != certificate_pem(keys_of(7), ("10.0.0.2",))
