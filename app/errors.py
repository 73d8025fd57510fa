"""What can go wrong between a request and its answer. `app.problems` says how each is told to the caller."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone or something that a name may have meant."""

    id: str
    kind: str
    name: str


class AppError(Exception):
    """Base of the family. `message` says what happened, `what_to_do` what the caller can do about it."""

    def __init__(self, message: str, what_to_do: str, candidates: Sequence[Candidate] = ()) -> None:
        super().__init__(message, what_to_do)
        self.message = message
        self.what_to_do = what_to_do
        self.candidates = tuple(candidates)

    def __str__(self) -> str:
        return f"{self.message} {self.what_to_do}"


class NotKnown(AppError):
    """Raised when nothing in the graph has this id or name; `candidates` have similar names."""

    def __init__(self, kind: str, key: str, candidates: Sequence[Candidate] = ()) -> None:
        advice = "Take the id of one of the candidates." if candidates else "Look for it with /v1/search?q=."
        super().__init__(f"The graph knows no {kind} '{shortened(key)}'.", advice, candidates)
        self.keys = (key,)


class AmbiguousName(AppError):
    """Raised when several entities bear a name; `candidates` says which."""

    def __init__(self, kind: str, name: str, candidates: Sequence[Candidate]) -> None:
        super().__init__(
            f"More than one {kind} is called '{shortened(name)}'.",
            "Ask again with the id of the one you mean.",
            candidates,
        )
        self.keys = (name,)


class EdgeNotKnown(AppError):
    """Raised when there is no edge of this kind between two entities, so that nothing explains it."""

    def __init__(self, kind: str, source: str, target: str) -> None:
        super().__init__(
            f"No claim states {kind} between '{shortened(source)}' and '{shortened(target)}'.",
            "Check the kind, and that 'from' and 'to' are in the order of the edge.",
        )
        self.keys = (source, target)


class EntityMoved(AppError):
    """Raised when an id was merged into another: `targets` says where each of the caller's ids leads."""

    def __init__(self, targets: Mapping[str, str]) -> None:
        told = ", ".join(f"'{shortened(key)}' is '{target}'" for key, target in targets.items())
        super().__init__(f"By a decision about identities, {told}.", "Go where Location says.")
        self.targets = dict(targets)


class BadParameter(AppError):
    """Raised when a parameter cannot be used, though it has the right type; `name` says which."""

    def __init__(self, name: str, message: str, what_to_do: str) -> None:
        super().__init__(message, what_to_do)
        self.name = name


class BadCursor(BadParameter):
    """Raised when a cursor was not made by this API, or for another question."""

    def __init__(self) -> None:
        super().__init__(
            "cursor",
            "This cursor does not belong to this question.",
            "Take 'next' of the last answer as it is, with the same path and filters; or begin without one.",
        )


class PageTooLarge(BadParameter):
    """Raised when more items are asked for than a page may hold."""

    def __init__(self, most: int) -> None:
        super().__init__(
            "limit",
            f"A page holds at most {most} items.",
            "Ask for fewer, and go on with the cursor in 'next'.",
        )


class WholeIsNoPage(BadParameter):
    """Raised when a whole list is asked for as JSON, which comes in pages."""

    def __init__(self) -> None:
        super().__init__(
            "whole",
            "As JSON, lists come in pages.",
            "Ask for another form, such as .csv or .jsonl; or follow 'next' from page to page.",
        )


class WholeTooLarge(BadParameter):
    """Raised when a whole list has more items than one answer may have."""

    def __init__(self, most: int) -> None:
        super().__init__(
            "whole",
            f"The whole of it has more than {most} items.",
            "Narrow it by a filter, take its pages one by one, or take a part of the graph from /v1/export.",
        )


class DepthTooLarge(BadParameter):
    """Raised when a question reaches out further than `most` links."""

    def __init__(self, most: int) -> None:
        super().__init__(
            "depth", f"No question reaches further than {most} links.", "Ask for less, from nearer by."
        )


class BodyTooLarge(AppError):
    """Raised when the body of a request is larger than the limit, in bytes."""

    def __init__(self, limit: int) -> None:
        super().__init__(
            f"The body has more than {limit} bytes.",
            "Send less at once, or have DEMARCHE_BODY_LIMIT raised.",
        )


class ForeignHost(AppError):
    """Raised when a request is addressed to a host name that is not ours, as a foreign web page would."""

    def __init__(self) -> None:
        super().__init__(
            "This service does not go by the host name in the request.",
            "Use 127.0.0.1 or localhost, or have the name added to DEMARCHE_ALLOWED_HOSTS.",
        )


class KeyMissing(AppError):
    """Raised when a request needs a key and has none; `scope` says what it wants to do."""

    def __init__(self, scope: str) -> None:
        super().__init__(
            f"This needs a key with the scope '{scope}'.",
            "Send it as 'Authorization: Bearer ...'. 'demarche keys create' makes one.",
        )
        self.scope = scope


class KeyRefused(AppError):
    """Raised when a key is not known, has ended or was taken back, or has not the form of one."""

    def __init__(self) -> None:
        super().__init__(
            "The key opens nothing here.",
            "Check it, or ask who runs this service for a new one. Where no key is needed, leave it away.",
        )


class ScopeMissing(AppError):
    """Raised when a key is good, and does not cover what the request wants to do."""

    def __init__(self, scope: str, name: str) -> None:
        super().__init__(
            f"The key '{shortened(name)}' does not have the scope '{scope}'.",
            f"Ask who runs this service for a key with the scope '{scope}'.",
        )
        self.scope = scope


class TooManyRequests(AppError):
    """Raised when a caller comes too often; `retry_after` says in how many seconds it may come again."""

    def __init__(self, amount: int, seconds: int, retry_after: int) -> None:
        super().__init__(
            f"More than {amount} requests in {seconds} seconds.",
            "Wait for as many seconds as Retry-After says; ask for larger pages, less often.",
        )
        self.retry_after = retry_after


class ExportsUnderWay(AppError):
    """Raised when as many exports run already as may run side by side."""

    retry_after = 30

    def __init__(self) -> None:
        super().__init__(
            "Other exports are under way.",
            "Wait for as many seconds as Retry-After says, or use 'demarche export' on the machine itself.",
        )


class InboxFull(AppError):
    """Raised when as many articles wait to be read as may; none is taken in until some were read."""

    retry_after = 30

    def __init__(self, most: int) -> None:
        super().__init__(
            f"{most:,} articles wait to be read already, so that this one was not taken in.",
            "Send it again after as many seconds as Retry-After says. Who runs this service can start more "
            "workers, or raise DEMARCHE_INBOX_LIMIT.",
        )


class ForeignForm(AppError):
    """Raised when a form that changes something was sent from a page that is not ours."""

    def __init__(self) -> None:
        super().__init__(
            "This form was not sent from a page of this service.",
            "Open the page here and send its form again.",
        )


class TooLongToTry(AppError):
    """Raised when an article is too long to be read while somebody waits."""

    def __init__(self, most: int) -> None:
        super().__init__(
            f"The article has more than {most:,} characters.", "Save it without a look, or shorten it."
        )


class DatabaseAway(AppError):
    """Raised when no answer came from the database in the time that a caller waits."""

    def __init__(self) -> None:
        super().__init__("The database does not answer at the moment.", "Try again in some seconds.")


class StillWriting(AppError):
    """Raised when a change takes longer than a caller waits: it goes on, and may yet be made."""

    def __init__(self) -> None:
        super().__init__(
            "The change takes longer than usual. It goes on, and may yet be made.",
            "Look in some seconds whether it is there; sending the same again changes nothing more.",
        )


class LookBackBusy(AppError):
    """Raised when others look back into the past of the graph, one after the other, for too long."""

    def __init__(self) -> None:
        super().__init__("Others look back at the moment.", "Try again in some seconds.")


class KeyInTheClear(AppError):
    """Raised when a key would be sent to another machine without encryption."""

    def __init__(self, url: str) -> None:
        super().__init__(
            f"The key would go to {shortened(url)} in the clear.",
            "Use an address with https://, or leave DEMARCHE_API_KEY out where no key is needed.",
        )


class ExposedWithoutKeys(AppError):
    """Raised at the start when the API would listen to other machines, which nobody allowed."""

    def __init__(self, host: str) -> None:
        super().__init__(
            f"The API would listen on {host}, where other machines can reach it.",
            "Set DEMARCHE_HOST=127.0.0.1; or DEMARCHE_ALLOW_REMOTE=true, and make keys with 'demarche keys'.",
        )


def shortened(text: str, length: int = 80) -> str:
    """A caller's own words, cut to a bearable length for a message.

    >>> shortened("abcdef", 4)
    'abc…'
    """
    return text if len(text) <= length else text[: length - 1] + "…"
