"""Whether an article is about sport, where people meet on a court and nobody confers."""

from __future__ import annotations

import re

_WORDS = frozenset(
    """
    final semifinal semi-final quarterfinal quarter-final champion championship title match tournament goal
    goals scored striker midfielder defender goalkeeper coach season league cup seed seeded set sets wicket
    innings halftime kickoff knockout bout flyweight heavyweight welterweight medal olympic fixture playoff
    standings victory defeat beat fans stadium game games referee penalty race lap podium
    """.split()
)
# Fewer different words of the field may stand in any report; the share is of all words.
_DIFFERENT = 6
_SHARE = 0.02
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")


def is_sport(text: str) -> bool:
    """Whether a text uses the words of sport as only reports of it do."""
    words = _WORD.findall(text.lower())
    found = [word for word in words if word in _WORDS]
    return len(set(found)) >= _DIFFERENT and len(found) >= _SHARE * len(words)
