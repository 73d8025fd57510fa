"""What tells copies of one report: a sketch of the reporting, small enough to be kept with every article.

The reporting is cut into passages of five words in a row. Copies share most of their passages, whatever
dateline, byline or trailer a paper puts around them; two reports of one event share next to none. MinHash
sums up the set of passages so that two sketches tell how many the articles share
(`cypher.derivation.stories` compares them).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from ingest.clean import segments

PASSAGE_WORDS = 5
"""In 494 newswire articles no two of different reports share more than a third of their passages of five
words; with four words, set phrases ("the Ministry of Foreign …") begin to count."""
FEWEST_PASSAGES = 6
"""A text of fewer words than ten is too short to say whose words they are."""
PERMUTATIONS = 128
"""The share that two sketches tell is right within 0.04 (standard error)."""
SEED = 1
"""With another seed or number of permutations no sketch compares with those of the ledger any more."""

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Sketch:
    """How many different passages an article has, and their MinHash as hexadecimal digits, eight a value."""

    passages: int
    digits: str


def sketch_of(text: str, title: str | None = None) -> Sketch | None:
    """The sketch of an article's reporting; None if there is too little of it.

    >>> report = "The foreign ministers of Norway and Ghana met in Oslo on Tuesday for talks on fisheries."
    >>> sketch_of(report) == sketch_of(report.upper())
    True
    >>> sketch_of("They met on Tuesday.") is None
    True
    """
    reporting = " ".join(text[part.start : part.end] for part in segments(text, title) if part.kind == "body")
    words = _WORD.findall(reporting.casefold())
    passages = {" ".join(words[at : at + PASSAGE_WORDS]) for at in range(len(words) - PASSAGE_WORDS + 1)}
    if len(passages) < FEWEST_PASSAGES:
        return None
    sums = _empty().copy()
    sums.update_batch([passage.encode("utf-8", "surrogatepass") for passage in sorted(passages)])
    return Sketch(len(passages), "".join(f"{int(value):08x}" for value in sums.hashvalues))


@cache
def _empty() -> Any:
    """A MinHash of nothing. Its permutations take longer to draw than an article to sum up."""
    from datasketch import MinHash  # it brings scipy along, which a run without a database need not load

    return MinHash(num_perm=PERMUTATIONS, seed=SEED, scheme="affine32")
