"""Which spellings are one name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.entities.names import exact_keys, name_keys, name_similarity, surnames, without_address

ONE_NAME = [
    ("Dmitri Chernishenko", "Dmitry Chernyshenko"),
    ("Дмитрий Чернышенко", "Dmitry Chernyshenko"),
    ("Sergey Viktorovich Lavrov", "Sergei Lavrov"),
    ("Abdel Fattah al-Sisi", "Abdel Fattah el-Sisi"),
    ("Kim Jong Un", "Kim Jong-un"),
    ("Abe Shinzo", "Shinzo Abe"),
    ("Orbán Viktor", "Viktor Orban"),
    ("Gideon Sa’ar", "Gideon Saar"),
    ("Donald J. Trump", "Donald Trump"),
    ("Miguel Díaz-Canel Bermúdez", "Miguel Diaz-Canel"),
    ("Mohamed bin Zayed", "Mohammed bin Zayed Al Nahyan"),
    ("Anthony Blinken", "Antony Blinkin"),
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
]

TWO_NAMES = [
    ("Kim Jong Il", "Kim Jong Un"),
    ("Li Qiang", "Li Keqiang"),
    ("Salman bin Abdulaziz", "Abdulaziz bin Salman"),
    ("Hamad bin Khalifa Al Thani", "Khalifa bin Hamad Al Thani"),
    ("Norodom Sihanouk", "Norodom Sihamoni"),
    ("Ayatollah Khamenei", "Ayatollah Khomeini"),
    ("Mohammed bin Salman", "Mohammed bin Zayed"),
    ("Raul Castro", "Fidel Castro"),
    ("Nawaz Sharif", "Shehbaz Sharif"),
]


@pytest.mark.parametrize(("one", "other"), ONE_NAME)
def test_spellings_of_one_name_are_alike(one: str, other: str) -> None:
    assert name_similarity(one, other)[0] >= 0.8
    assert name_similarity(other, one)[0] >= 0.8


@pytest.mark.parametrize(("one", "other"), TWO_NAMES)
def test_names_of_two_people_are_not_alike(one: str, other: str) -> None:
    assert name_similarity(one, other)[0] < 0.5


def test_other_initials_make_a_name_less_alike() -> None:
    assert (
        name_similarity("George W. Bush", "George H. W. Bush")[0]
        < name_similarity("George Bush", "George W. Bush")[0]
    )


@pytest.mark.parametrize(
    ("name", "country", "called"),
    [
        ("Ursula von der Leyen", "DEU", {"leyen", "von der leyen"}),
        ("Xi Jinping", "CHN", {"xi"}),
        ("Nguyễn Xuân Phúc", "VNM", {"phuc", "nguyen"}),
        ("Felipe Pérez Roque", "CUB", {"roque", "perez", "perez roque"}),
        ("Miguel Díaz-Canel", "CUB", {"diaz canel", "diaz", "canel"}),
        ("Abiy Ahmed", "ETH", {"ahmed", "abiy"}),
        ("Luiz Inácio Lula da Silva", "BRA", {"silva", "da silva"}),
    ],
)
def test_people_are_called_by_surnames_of_their_country(name: str, country: str, called: set[str]) -> None:
    assert set(surnames(name, country)) == called


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Mr. Smith", "Smith"),
        ("H.E. Dr Mary Banda", "Mary Banda"),
        ("Emperor Naruhito", "Naruhito"),
        ("King", "King"),
    ],
)
def test_forms_of_address_are_no_part_of_a_name(name: str, bare: str) -> None:
    assert without_address(name) == bare


@given(st.text(max_size=400), st.text(max_size=400))
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    score, reason = name_similarity(one, other)
    assert 0.0 <= score <= 1.0
    assert reason


@given(st.text(max_size=200))
def test_a_name_is_found_by_its_own_keys(name: str) -> None:
    assert set(exact_keys(name)) <= set(name_keys(name, "ESP"))
