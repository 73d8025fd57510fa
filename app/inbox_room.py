"""Back-pressure: articles that come in faster than they are read are refused, and not piled up for ever."""

from __future__ import annotations

import time

from app.errors import InboxFull
from app.questions import Questions
from cypher.reads.counts import INBOX_IS_FULL

SECONDS_BETWEEN_LOOKS = 1.0
"""What comes in between two looks is taken in: the limit is one of order, not of exactness."""


class InboxRoom:
    """Knows whether as many articles wait as may, and looks once a second at most."""

    def __init__(self, questions: Questions, most: int) -> None:
        self._questions = questions
        self._most = most
        self._is_full = False
        self._look_again_at = 0.0

    async def check(self) -> None:
        """Return if there is room for an article; raises `InboxFull` if not."""
        now = time.monotonic()
        if now >= self._look_again_at:
            # First, so that the requests which come in meanwhile do not all look as well.
            self._look_again_at = now + SECONDS_BETWEEN_LOOKS
            self._is_full = (await self._questions.rows(INBOX_IS_FULL, most=self._most))[0].is_full
        if self._is_full:
            raise InboxFull(self._most)
