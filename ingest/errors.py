"""What can go wrong while articles are fetched and read. Each message says what to do next."""

from __future__ import annotations


class IngestError(Exception):
    """Base of the family: one line for a person, without a traceback."""


class SourceNotFound(IngestError):
    """Raised when there is nothing at the path that was asked for."""

    def __init__(self, place: str) -> None:
        self.place = place
        super().__init__(
            f"there is nothing at {place}; give a file, a folder, a web address, or - for standard input"
        )


class OneArticleOnly(IngestError):
    """Raised when what describes one article (its id, title or address) is given for many."""

    def __init__(self) -> None:
        super().__init__(
            "--id, --title and --url describe one article; give them with one file, page or text"
        )


class ModelMissing(IngestError):
    """Raised when the parser's model cannot be loaded: it is not installed, or was made for another spaCy."""

    @classmethod
    def named(cls, model: str, reason: Exception) -> ModelMissing:
        """The error for the model of this name or path."""
        return cls(
            f"the spaCy model {model!r} cannot be loaded ({reason}); install it with pip, or set "
            "DEMARCHE_SPACY_MODEL to one that is installed"
        )


class KafkaMissing(IngestError):
    """Raised when articles are to come from Kafka and nobody said from where, or the library is missing."""


class KafkaAway(IngestError):
    """Raised when Kafka does not do what it should at the moment; the worker begins again in some seconds."""


class NotAnArticle(IngestError):
    """Raised when bytes cannot be read as an article; the run sets them aside with this reason."""


class FetchRefused(NotAnArticle):
    """Raised when a web address leads where we do not fetch from: a private network, another scheme."""


class FetchFailed(NotAnArticle):
    """Raised when a web page did not come: no such host, an error status, too slow, too large.

    `status` is that of the answer, if there was one. `may_pass` says whether trying again may help, and
    `retry_after`, in seconds, when the site wants that.
    """

    def __init__(
        self,
        reason: str,
        *,
        status: int | None = None,
        may_pass: bool = False,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(reason)
        self.status = status
        self.may_pass = may_pass
        self.retry_after = retry_after


class NotModified(NotAnArticle):
    """Raised when a web page is the one that was fetched before."""
