"""Stories: which articles are copies of one report. Copies confirm nothing, so sources are counted by story.

*The rule.* Two articles are **copies** if at least half of the shorter one's passages (five words in a row)
stand in the other one too, and if they were published within seven days of each other; where a day is not
known, the text alone decides. An article's story is named after the fullest article that it is a copy of,
itself included: the one with most passages, of equal ones the one published first, then the one with the
smallest id.

So a copy that was cut, or got a dateline, a byline and a trailer of its own, is of the story of the full
report, and two reports of one event by two newsrooms are two stories. No chain can grow: that A is a copy of
B, and B of C, makes A no copy of C. What an article's story is depends on its direct copies alone; so a
change of the ledger touches the stories of the changed article and of its copies, and no others.

Passages are compared by their sketches (`ingest.sketches`): MinHash values, of which two articles share
about as large a part as of their passages. Articles are looked for by their *anchors*, the first values.
Copies that share no anchor count as none, for whoever looks: of copies cut to a half one in 65,000 is missed
so, of those cut to a quarter one in a hundred.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from datetime import timedelta

from cypher.derivation.evidence import Day, Imprint

LEAST_SHARED = 0.5
"""Of the shorter one's passages. Copies share more, different reports of one event a tenth."""
WINDOW = timedelta(days=7)
"""Weeklies print last week's report; a text that comes again after longer is news of its own."""
ANCHORS = 16
DIGITS = 8
"""Hexadecimal digits a value of a sketch."""


def anchors(imprint: Imprint) -> tuple[str, ...]:
    """By which values of its sketch an article is found. Only values at equal places compare.

    >>> anchors(Imprint("a:1", None, 9, "0123abcd" * 2))
    ('0123abcd', '0123abcd')
    """
    digits = imprint.sketch[: ANCHORS * DIGITS]
    return tuple(digits[at : at + DIGITS] for at in range(0, len(digits), DIGITS))


def days_of_copies(imprint: Imprint) -> tuple[Day | None, Day | None]:
    """From when to when its copies can have been published; None where any day will do.

    Texts that come again for years with other figures in them are not looked through for each new one.
    """
    if imprint.published is None:
        return None, None
    after_the_first, before_the_last = imprint.published - Day.min, Day.max - imprint.published
    return imprint.published - min(WINDOW, after_the_first), imprint.published + min(WINDOW, before_the_last)


def are_copies(one: Imprint, other: Imprint) -> bool:
    """Whether two articles are copies of one report, by the rule above."""
    if one.published and other.published and abs(one.published - other.published) > WINDOW:
        return False
    values = zip(_values(one.sketch), _values(other.sketch), strict=False)
    equal = [ours == theirs for ours, theirs in values]
    if not any(equal[:ANCHORS]):
        return False
    # The values tell which part of all passages is in both; with the two counts follows how many that are.
    likeness = sum(equal) / len(equal)
    shared = likeness / (1 + likeness) * (one.passages + other.passages)
    return shared >= LEAST_SHARED * min(one.passages, other.passages)


def story_of(one: Imprint, others: Iterable[Imprint]) -> str:
    """The story of an article, given all that may be copies of it; more do no harm."""
    copies = (other for other in others if other.article != one.article and are_copies(one, other))
    return min((one, *copies), key=_fullest_first).article


def stories(imprints: Iterable[Imprint], of: Container[str] | None = None) -> dict[str, str]:
    """The story of each of these articles, or of those whose ids are `of`, given all that may be copies."""
    imprints = list(imprints)
    by_anchor = _by_anchor(imprints)
    wanted = (imprint for imprint in imprints if of is None or imprint.article in of)
    return {imprint.article: story_of(imprint, _near(imprint, by_anchor)) for imprint in wanted}


def copies_of(ones: Iterable[Imprint], others: Iterable[Imprint]) -> frozenset[str]:
    """Which of the others are copies of any of these: their ids."""
    by_anchor = _by_anchor(ones)
    return frozenset(
        other.article for other in others if any(are_copies(other, one) for one in _near(other, by_anchor))
    )


def _by_anchor(imprints: Iterable[Imprint]) -> dict[tuple[int, str], list[Imprint]]:
    by_anchor: dict[tuple[int, str], list[Imprint]] = defaultdict(list)
    for imprint in imprints:
        for anchor in enumerate(anchors(imprint)):
            by_anchor[anchor].append(imprint)
    return by_anchor


def _near(imprint: Imprint, by_anchor: Mapping[tuple[int, str], list[Imprint]]) -> Iterable[Imprint]:
    near = {
        other.article: other for anchor in enumerate(anchors(imprint)) for other in by_anchor.get(anchor, ())
    }
    return near.values()


def _fullest_first(imprint: Imprint) -> tuple[int, Day, str]:
    return (-imprint.passages, imprint.published or Day.max, imprint.article)


def _values(sketch: str) -> memoryview[int]:
    return memoryview(bytes.fromhex(sketch)).cast("I")
