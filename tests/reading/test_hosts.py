import ipaddress

import pytest

from reportedly.errors import Forbidden, NotFound
from reportedly.reading.hosts import addresses_of, is_public


@pytest.mark.parametrize(
    "address",
    [
        *("10.1.2.3", "172.16.0.1", "192.168.1.1", "127.0.0.1", "127.9.9.9", "0.0.0.0", "169.254.169.254"),  # noqa: S104
        *("100.64.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1"),
        *("::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2001:db8::1"),
        *("64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::", "2002:a00:1::"),
    ],
)
def test_a_private_or_special_address_is_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:4700:4700::1111", "64:ff9b::808:808"])
def test_an_address_of_the_internet_is_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


def found(host: str, *answers: str, allow_private: bool = False) -> list[str]:
    return addresses_of(host, 80, where="w", allow_private=allow_private, lookup=lambda _host, _port: answers)


@pytest.mark.parametrize("host", ["2130706433", "0x7f000001", "0x7f.1", "127.1", "0177.0.0.1", "1.2.3.4.5"])
def test_a_number_in_place_of_a_name_is_forbidden_wherever_it_leads(host: str) -> None:
    with pytest.raises(Forbidden, match="number"):
        found(host, "93.184.216.34")


def test_a_name_with_one_private_address_among_public_ones_is_forbidden() -> None:
    with pytest.raises(Forbidden, match=r"leads to 10\.0\.0\.1"):
        found("k.example", "93.184.216.34", "10.0.0.1")
    assert found("k.example", "93.184.216.34", "10.0.0.1", allow_private=True) == ["93.184.216.34", "10.0.0.1"]


def test_an_address_in_place_of_a_name_is_checked_without_asking_anybody() -> None:
    with pytest.raises(Forbidden):
        found("169.254.169.254", "93.184.216.34")
    assert found("93.184.216.34") == ["93.184.216.34"]


def test_a_name_without_an_address_is_not_found() -> None:
    def nobody(_host: str, _port: int) -> list[str]:
        raise OSError("no such name")

    with pytest.raises(NotFound, match="no such name"):
        addresses_of("k.example", 80, where="w", allow_private=False, lookup=nobody)
    with pytest.raises(NotFound):
        found("k.example")
