"""How fast entity data loads and answers: `python -m tests.ingest.entities.benchmark_lookup [DATA_FOLDER]`.

No test, since it depends on the machine. Prints load time, memory and microseconds for each kind of lookup,
cold (the first time) and warm. Give a folder into which many people were imported to see what they cost.
"""

from __future__ import annotations

import random
import resource
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from ingest.entities import EntityData, load_entity_data
from ingest.entities.shipped import shipped_people

ON = date(2022, 11, 22)


def _misspelt(name: str, chance: random.Random) -> str:
    """One letter doubled, as a newspaper might."""
    position = chance.randrange(len(name))
    return name[:position] + name[position] + name[position:]


def _microseconds(ask: Callable[[str], object], questions: list[str]) -> str:
    taken: list[float] = []
    for question in questions:
        started = time.perf_counter()
        ask(question)
        taken.append((time.perf_counter() - started) * 1e6)
    taken.sort()
    nearly_all = taken[int(len(taken) * 0.95)]
    return f"median {statistics.median(taken):8.0f}   95 % {nearly_all:8.0f}   most {taken[-1]:8.0f}"


def measured(home: Path | None) -> list[str]:
    """All figures, one line for each."""
    started = time.perf_counter()
    data: EntityData = load_entity_data(home)
    lines = [f"load          {time.perf_counter() - started:.3f} s"]
    chance = random.Random(1)
    people = chance.sample(list(shipped_people()), 500)
    full = [person.name for person in people]
    article = " ".join(
        f"{name} met an envoy from Zambia and a South Korean minister in Geneva." for name in full[:40]
    )
    kinds: list[tuple[str, Callable[[str], object], list[str]]] = [
        ("full name", lambda name: data.people_named(name, ON), full),
        ("misspelt", lambda name: data.people_named(name, ON), [_misspelt(name, chance) for name in full]),
        ("surname", lambda name: data.people_named(name, ON), [name.split()[-1] for name in full]),
        ("stranger", lambda name: data.people_named(name, ON), [f"{name[::-1]} Quux" for name in full]),
        (
            "holder",
            lambda iso3: data.holders("President", iso3, ON),
            [one.country or "USA" for one in people],
        ),
        ("country", data.country_of, [one.country or "USA" for one in people]),
        ("500 words", data.country_mentions, [article] * 50),
    ]
    for kind, ask, questions in kinds:
        lines.append(f"{kind:13} cold  {_microseconds(ask, questions)}")
        lines.append(f"{kind:13} warm  {_microseconds(ask, questions)}")
    lines.append(f"memory        {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
    return lines


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    sys.stdout.write("\n".join(measured(folder)) + "\n")
