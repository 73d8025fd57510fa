"""The last step of reading: asks a language model about a few sentences, and keeps what passes the checks."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence

import structlog

from ingest.mentions import Mention
from ingest.parse import Document
from ingest.people import People
from ingest.proposals.budget import Budget
from ingest.proposals.checks import checked
from ingest.proposals.passages import Passage, passages
from ingest.proposals.protocol import LanguageModel, ModelFailed, Proposal, Question
from ingest.publication import day_of_dateline
from ingest.records import Claim, MeetingClaim

# Answers kept for sentences that come again: agencies' reports stand in many papers word for word.
MOST_ANSWERS_KEPT = 4_096

# The step as the pipeline sees it: the parsed article, the mentions of each sentence, whom they mean, and
# what the rules found; gives what to add to that.
Propose = Callable[[Document, Sequence[Sequence[Mention]], People, Sequence[Claim]], Sequence[MeetingClaim]]

_log = structlog.get_logger("ingest")


class Proposer:
    """Asks one language model within one run's budget. It never fails: the rules' claims stand."""

    def __init__(self, model: LanguageModel, questions_per_article: int, budget: Budget) -> None:
        self._model = model
        self._questions_per_article = questions_per_article
        self._budget = budget
        self._answers: OrderedDict[Question, tuple[Proposal, ...]] = OrderedDict()
        self._warned: set[str] = set()

    def __call__(
        self,
        document: Document,
        mentions: Sequence[Sequence[Mention]],
        people: People,
        claims: Sequence[Claim],
    ) -> tuple[MeetingClaim, ...]:
        """The meetings to add to an article's claims, in the order of its text."""
        known = {_key(claim) for claim in claims if isinstance(claim, MeetingClaim)}
        added = []
        for claim in self._claims(document, mentions, people, claims):
            if _key(claim) not in known:
                known.add(_key(claim))
                added.append(claim)
        return tuple(added)

    def _claims(
        self,
        document: Document,
        mentions: Sequence[Sequence[Mention]],
        people: People,
        claims: Sequence[Claim],
    ) -> Iterator[MeetingClaim]:
        dateline_day = day_of_dateline(document.article.text)
        for number, passage in enumerate(passages(document, mentions, people, claims)):
            if number >= self._questions_per_article:
                return
            for proposal in self._proposals(passage):
                claim = checked(proposal, passage, self._model.name, people.on, dateline_day)
                if isinstance(claim, MeetingClaim):
                    yield claim
                else:
                    _log.debug("proposal_refused", article=document.article.id, reason=claim)

    def _proposals(self, passage: Passage) -> tuple[Proposal, ...]:
        question = passage.question
        if question in self._answers:
            self._answers.move_to_end(question)
            return self._answers[question]
        if self._budget.rests:
            return ()
        if self._budget.is_spent:
            self._warn_once(
                "language_model_calls_spent", "the bound of this run is reached; the rules read on"
            )
            return ()
        self._budget.spend()
        try:
            proposals = self._model.propose(question)
        except ModelFailed as error:
            self._budget.failed(lasting=error.lasting)
            self._warn_once("language_model_failed", str(error))
            return ()
        except Exception as error:
            # Whatever a model of another maker raises: its message may hold a key or the article's text.
            self._budget.failed(lasting=False)
            self._warn_once("language_model_failed", f"{type(error).__name__}; the rules read on")
            return ()
        self._budget.succeeded()
        self._answers[question] = proposals
        if len(self._answers) > MOST_ANSWERS_KEPT:
            self._answers.popitem(last=False)
        return proposals

    def _warn_once(self, event: str, reason: str) -> None:
        if event not in self._warned:
            self._warned.add(event)
            _log.warning(event, model=self._model.name, reason=reason)


def _key(claim: MeetingClaim) -> tuple[frozenset[str], str]:
    return frozenset(each.entity for each in claim.participants), claim.status
