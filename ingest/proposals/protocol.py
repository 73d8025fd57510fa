"""The interface to a language model: what it is asked, what it may answer, and how it fails.

Whatever can read a sentence and propose meetings serves; `endpoint` is the one that asks over HTTP.
A proposal is nobody's claim yet: `checks` decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from ingest.records import MeetingFormat, MeetingStatus


@dataclass(frozen=True, slots=True)
class Question:
    """A sentence in which people may meet. All of it is text of the article, as it stands there.

    `before` are the sentences just before it, in which pronouns find their people; `names` are the people
    whom the article names in either.
    """

    sentence: str
    before: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProposedParticipant:
    """One who met, by a name of the article. People of one `side` came together."""

    name: str
    side: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """A meeting that the model reads in the sentence; `quote` are the words that say so."""

    quote: str
    participants: tuple[ProposedParticipant, ...]
    status: MeetingStatus
    format: MeetingFormat


class ModelFailed(Exception):
    """Raised when a language model gives no usable answer; the message says what to do, and holds no secret.

    `lasting` is true where another question would fail as well: a wrong key, another address.
    """

    def __init__(self, message: str, *, lasting: bool = False) -> None:
        self.lasting = lasting
        super().__init__(message)


class LanguageModel(Protocol):
    """Reads one sentence and proposes the meetings that it states."""

    @property
    def name(self) -> str:
        """What the model is called; claims that it proposed bear it in their rule."""

    def propose(self, question: Question) -> tuple[Proposal, ...]:
        """The meetings of the sentence, possibly none.

        Raises:
            ModelFailed: when no usable answer came within the model's bounds.
        """
