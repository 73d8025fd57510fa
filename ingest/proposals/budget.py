"""How much one run may ask of a language model, and when it lets the model rest."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

# After so many failures in a row nothing is asked for a while: what is down should not slow every article.
FAILURES_IN_A_ROW = 3
REST_SECONDS = 600.0

# A count of seconds that only grows, as `time.monotonic` gives it.
Clock = Callable[[], float]


@dataclass(slots=True)
class Budget:
    """What is left of one run. Every call to the model is one of `calls`, whether it succeeds or not."""

    calls: int
    clock: Clock = time.monotonic
    _failures: int = field(default=0, init=False)
    _rests_until: float | None = field(default=None, init=False)

    @property
    def is_spent(self) -> bool:
        """Whether the run has no call left."""
        return self.calls <= 0

    @property
    def rests(self) -> bool:
        """Whether the model is left alone now, after failures."""
        return self._rests_until is not None and self.clock() < self._rests_until

    def spend(self) -> None:
        """Takes one call, before it is made."""
        self.calls -= 1

    def succeeded(self) -> None:
        """Notes an answer: the failures before it are forgotten."""
        self._failures = 0

    def failed(self, *, lasting: bool) -> None:
        """Notes a failure. One that lasts, or the third in a row, begins a rest."""
        self._failures += 1
        if lasting or self._failures >= FAILURES_IN_A_ROW:
            self._failures = 0
            self._rests_until = self.clock() + REST_SECONDS
