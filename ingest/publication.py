"""When an article was published, as far as its own first words say."""

from __future__ import annotations

from datetime import date, datetime

from dateutil import parser

from ingest.clean import dateline_of

# Two days that differ in day, month and year: what a text leaves open is filled from them, and then differs.
FILLED_FROM = (datetime(2000, 1, 1), datetime(2004, 2, 2))


def day_of_dateline(text: str) -> date | None:
    """The day in the dateline of a text, where it is written with its year.

    >>> day_of_dateline("Moscow, 22 November 2022 (TDI): The President met his guest.")
    datetime.date(2022, 11, 22)

    Without the year nobody can know, and 5/6/2022 is one day here and another there:

    >>> day_of_dateline("BEIJING, Nov. 5 (Xinhua) -- The President met his guest.") is None
    True
    >>> day_of_dateline("PARIS, 5/6/2022 (AFP) - The President met his guest.") is None
    True
    """
    dateline = dateline_of(text)
    if dateline is None or dateline.day is None or not any(map(str.isalpha, dateline.day)):
        return None
    try:
        first, second = (parser.parse(dateline.day, default=filled).date() for filled in FILLED_FROM)
    except (ValueError, OverflowError):
        return None
    return first if first == second else None
