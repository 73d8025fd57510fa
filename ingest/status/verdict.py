"""What has been said of a meeting so far, and which word may change what another said."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.status.words import HEARSAY, Status

# Attributes of a meeting that had been fixed; who did not come to it has called it off.
_SET = frozenset("scheduled planned arranged agreed slated upcoming forthcoming appointment".split())
# By these a meeting is called off all the same: "was forced to cancel", "had to be put off".
_GIVING_IN = frozenset(
    {"force", "order", "able", "allow", "let", "permit", "wait", "have to", "must", "hearsay"}
)
# Who denies or rules out a planned meeting says that none was planned.
_DENIALS = frozenset({"deny", "denial", "dismiss", "out", "oppose", "not to", "impossible"})
# What a word above may still change in what a word below said: "called off planned talks".
_OVERRULES: dict[Status, frozenset[Status]] = {
    "cancelled": frozenset({"planned", "possible"}),
    "postponed": frozenset({"planned", "possible"}),
    "refused": frozenset({"planned", "possible"}),
    "possible": frozenset({"planned"}),
    "planned": frozenset(),
}


@dataclass(slots=True)
class Verdict:
    """What has been said of the meeting so far on the way up."""

    status: Status | None = None
    cue: str = ""

    def _is_called_off(self, cue: str) -> bool:
        """ "skipped a scheduled meeting", which is called a plan; not "refused, he would meet nobody"."""
        return self.cue in _SET and cue not in _DENIALS

    def hear(self, status: Status | None, cue: str) -> None:
        """Takes in what a word says, unless a word nearer to the trigger has said what it cannot change."""
        if status is None or status == self.status:
            return
        if status == "refused" and self.status == "planned" and (cue == "not" or self._is_called_off(cue)):
            status = "cancelled"  # "a planned meeting did not take place", "skipped a scheduled meeting"
        if self.status in {"cancelled", "postponed"} and status in {"refused", "possible"}:
            # "urged her to cancel the meeting", "refused to put it off": it stays planned.
            if cue not in _GIVING_IN | HEARSAY | {"not"}:
                self.status, self.cue = "planned", cue
            return
        accepted = cue == "accept" and self.status == "possible"
        if self.status is None or accepted or self.status in _OVERRULES.get(status, ()):
            self.status, self.cue = status, cue
