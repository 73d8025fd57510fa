"""Whether two titles can be one office: "the Zambian leader" may be President Banda, no vice president is."""

from __future__ import annotations

from ingest.mentions import Title
from ingest.titles import ROYAL_HEADS

# Offices that a description can mean: "the Israeli leader" is its prime minister, "the monarch" its king.
LEADING = frozenset(
    """
        president premier chancellor king queen emir amir sultan leader chairman ruler taoiseach
        monarch pope chief
        """.split()
)
DESCRIBES = {
    "leader": LEADING | {"minister", "secretary"},
    "monarch": frozenset({"king", "queen", "emir", "sultan"}),
    "ruler": frozenset({"king", "emir", "sultan", "amir", "sheikh"}),
    "pontiff": frozenset({"pope"}),
    "chief": frozenset(
        "secretary director commissioner head chairman representative commander secretary-general".split()
    ),
    "head": frozenset({"director", "chairman", "chief", "secretary-general"}),
    "envoy": frozenset({"representative", "ambassador", "mediator", "negotiator", "coordinator"}),
    "premier": frozenset({"minister"}),
    "secretary": frozenset({"secretary-general", "minister"}),
}  # fmt: skip
# Heads of organisations: the U.N. chief is who is called the U.N. Secretary-General, not NATO's.
_OF_BODIES = frozenset({"secretary-general", "director-general"})
RANKS = frozenset("deputy vice assistant under first acting undersecretary junior".split())


def same_office(one: Title, other: Title) -> bool:
    """Whether two titles can be one office: same head, rank, and department where both name one."""
    if one.former != other.former:
        return False
    first, second = one.head, other.head
    if _leads_state(one) and _leads_state(other) and "leader" in {first, second}:
        return True
    if first != second and second not in DESCRIBES.get(first, frozenset()):
        # "The president" can be who was called "the Zambian leader" before; "the pope" is not just any
        # leader.
        backwards = first in DESCRIBES.get(second, frozenset()) and first not in ROYAL_HEADS
        if not backwards or one.country is None or one.country != other.country:
            return False
    words, others = _content(one), _content(other)
    if (words & RANKS) != (others & RANKS):
        return False
    departments, other_departments = words - RANKS - {first}, others - RANKS - {second}
    if first != second and not {first, second} & _OF_BODIES:
        return True
    return not departments or not other_departments or bool(departments & other_departments)


def _leads_state(title: Title) -> bool:
    """ "The Ugandan leader" is who was called the Ugandan head of state, or of government."""
    text = title.text.lower()
    return title.head == "leader" or "head of state" in text or "head of government" in text


def _content(title: Title) -> frozenset[str]:
    plain = {
        "the",
        "of",
        "and",
        "for",
        "'s",
        "’s",
        "-",
        "visiting",
        "new",
        "his",
        "her",
        "its",
        "their",
        "prime",
    }
    text = title.text.lower().replace("-", " ").replace("united nations", "un").replace("u.n.", "un")
    words = {word.strip("\"'“”,") for word in text.split()}
    if title.head in _OF_BODIES:
        words -= set(title.head.split("-"))
    if "prime" in words or title.head == "premier":
        words.add("premier")
    return frozenset(words - plain - {""})
