"""Who met whom where no word of meeting says so: shared hours, hosts by name, words said on a visit."""

from __future__ import annotations

import pytest

from tests.ingest.reading import agrees, held_pairs

MET = [
    # Hours
    (
        "Farm Minister Ivo Petran and his Tarsian counterpart, Mara Lindt, spent four hours at the customs "
        "house without agreeing even on the minutes.",
        "Petran-Lindt",
    ),
    (
        "Slavonia's army chief, General Luka Berg, crossed the river on Tuesday and worked through the day "
        "with Tarsian General Pavel Orme.",
        "Berg-Orme",
    ),
    (
        "President Timur Aliev slipped away to Brno in June for an evening with opposition leader Vera Lupu.",
        "Aliev-Lupu",
    ),
    (
        "President Salim Kir and rebel chief Riad Macha spent 90 minutes in a hotel suite in the company of"
        " Premier Haile Desta of Kaffa.",
        "Kir-Macha, Kir-Desta, Macha-Desta",
    ),
    (
        "Envoys Ivo Petran and Mara Lindt sat opposite one another at the checkpoint until dark.",
        "Petran-Lindt",
    ),
    # On a visit
    (
        "Council president Edgar Voss is on a tour of the region. In Ljubljana, he told Slovenian Prime "
        "Minister Miro Kos that the rules must stand. His day had begun with breakfast, at which his host, "
        "Anna Brandt, defended the quota.",
        "Voss-Kos, Voss-Brandt",
    ),
    (
        "Foreign Minister Manuel Rojas travelled to Mexico City at the start of May, where Clara Ruiz, his "
        "colleague there, assured him of her help.",
        "Rojas-Ruiz",
    ),
    (
        "Foreign Minister Manuel Rojas went along. With the Salvadoran foreign minister, Alma Hill, he "
        "settled who pays for the trees.",
        "Rojas-Hill",
    ),
    # Who is meant
    (
        "Rebel leader Edvard Kokaty denied it. He and Premier Zaza Zvania signed a truce when they met in "
        "Sochi in May.",
        "Kokaty-Zvania",
    ),
    (
        "Chairman Andre Lubezi was speaking on Monday after a delegation led by its director of youth, "
        "Chiko Mtema, paid a courtesy call on him.",
        "Lubezi-Mtema",
    ),
    (
        "Negotiator Gustav Porra and commander Rolan Moro met in Brno on Monday. Mediator Jean Arno, who "
        "chaired the morning session, spoke of a good mood.",
        "Porra-Moro, Arno-Porra, Arno-Moro",
    ),
    # Names behind long offices
    (
        "Visiting Vanuatu Minister for Trade and Labour Jean-Paul Tarima met with Foreign Affairs Minister "
        "Peter Maela in Honiara.",
        "Tarima-Maela",
    ),
    (
        "General Ivo Petran held a meeting with Chief of the General Staff of the Polish Armed Forces Lt. "
        "Gen. Rajmund Andrzej in Warsaw.",
        "Petran-Andrzej",
    ),
    (
        "Deputy Minister Elnur Husein received the Ambassador of Nepal, who lives in Rome, and the head of "
        "the Red Cross, Arlette Bach.",
        "Husein-Bach",
    ),
    (
        "Speaker Akja Nurber received a delegation of the Senate of Kazakhstan headed by the deputy "
        "chairman of the committee on trade, defence and security, Ikram Adyr.",
        "Nurber-Adyr",
    ),
]

NOT_MET = [
    "Minister Ivo Petran joked with reporters and quarrelled this morning with Minister Mara Lindt.",
    "Activists Ivo Petran and Mara Lindt spent four hours in custody.",
    "Ivo Petran and Mara Lindt spent five years at the ministry.",
    "Minister Ivo Petran agreed for hours with an editorial. He agrees with Minister Mara Lindt on trees.",
    "Minister Ivo Petran said in Vienna that Slovenian Prime Minister Miro Kos was right.",
    "The talks on trade ended on Friday. The delegation, including Minister Ivo Petran and Ambassador Mara "
    "Lindt, also took part in a lunch.",
    "In Ljubljana, Slovenian President Ana Drnov told Slovenian Prime Minister Miro Kos to resign.",
    "Premier Mara Lindt spoke on television for an hour about her predecessor, Ivo Petran.",
]


@pytest.mark.parametrize(("text", "pairs"), MET)
def test_who_met_without_a_word_of_meeting_is_found(text: str, pairs: str) -> None:
    assert agrees(held_pairs(text), pairs), held_pairs(text)


@pytest.mark.parametrize("text", NOT_MET)
def test_hours_and_words_alone_are_no_meeting(text: str) -> None:
    assert held_pairs(text) == set()


def test_who_chairs_a_parliament_sat_in_no_talks() -> None:
    text = (
        "Ministers Ivo Petran of Slavonia and Mara Lindt of Tarsia met in Brno on Monday. Speaker Jean "
        "Arno, who chaired the session of parliament, spoke of a good mood."
    )
    assert agrees(held_pairs(text), "Petran-Lindt")
