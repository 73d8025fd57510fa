"""Who says "I" in an interview: whoever gives it, in the lines that answer.

An interview is printed as questions and answers; the one who answers is named in its first lines and hardly
again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.people import Person

_QUESTION = re.compile(r"^(?:Q|Question)\s?:", re.MULTILINE)
_ANSWER = re.compile(r"^(?:A|Answer)\s?:", re.MULTILINE)
# So many questions and answers make an interview.
_FEWEST = 3


class Interview:
    """An article as an interview, if it is one."""

    def __init__(self, text: str, people: Sequence[Person]) -> None:
        self._text = text
        first = _QUESTION.search(text)
        printed = len(_QUESTION.findall(text)) >= _FEWEST and len(_ANSWER.findall(text)) >= _FEWEST
        # Persons are in the order of their first mention; who interviews is named after who is interviewed.
        self._guest = people[0] if printed and first is not None and people else None

    def speaker(self, start: int) -> Person | None:
        """Who says the sentence that begins at `start`, if it is part of an answer."""
        line = self._text.rfind("\n", 0, start) + 1
        return self._guest if _ANSWER.match(self._text, line) else None
