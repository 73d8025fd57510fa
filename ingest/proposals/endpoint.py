"""A language model behind any OpenAI-compatible `/chat/completions`, bounded in time, bytes and tries.

Redirects are not followed, for they would take the key elsewhere. No message repeats what the other side
wrote, nor what the HTTP library says of a request: either may hold the key.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import httpx
from pydantic import SecretStr

from ingest.proposals.prompt import messages, proposals_in
from ingest.proposals.protocol import ModelFailed, Proposal, Question

MOST_TRIES = 3
MOST_BYTES = 200_000
MOST_TOKENS = 800
FIRST_WAIT_SECONDS = 0.5

# Too many requests, and a server that has trouble now and may have none in a moment.
PASSING = frozenset({429, 500, 502, 503, 504})

_ASKED_FOR = {
    "temperature": 0,
    "seed": 0,
    "max_tokens": MOST_TOKENS,
    "response_format": {"type": "json_object"},
}
# What is left for servers that refuse a field of the above: some models have no temperature, and another name
# for the bound of tokens.
_ASKED_PLAINLY = {"max_completion_tokens": MOST_TOKENS}


class Endpoint:
    """A `LanguageModel` over HTTP. One connection is kept for the run."""

    def __init__(
        self,
        url: str,
        name: str,
        key: SecretStr | None,
        seconds: float,
        *,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """`url` is the base address, such as `http://127.0.0.1:11434/v1`; `seconds` bounds one
        question with all its tries."""
        self.name = name
        self._url = httpx.URL(url.rstrip("/").removesuffix("/chat/completions") + "/chat/completions")
        self._seconds = seconds
        self._sleep = sleep
        self._fields: Mapping[str, Any] = _ASKED_FOR
        # Unpacked bytes are what is bounded, so that nothing packed is asked for.
        headers = {"Accept": "application/json", "Accept-Encoding": "identity"}
        if key is not None:
            headers["Authorization"] = f"Bearer {key.get_secret_value()}"
        self._client = httpx.Client(headers=headers, follow_redirects=False)

    def propose(self, question: Question) -> tuple[Proposal, ...]:
        """The meetings that the model reads in the sentence. Raises `ModelFailed`."""
        body = self._answer({"model": self.name, "messages": messages(question)})
        try:
            content = json.loads(body)["choices"][0]["message"]["content"]
        except (ValueError, LookupError, TypeError, RecursionError):
            content = None
        if not isinstance(content, str):
            raise ModelFailed(
                f"what {self._host} answered is no chat completion; check DEMARCHE_LANGUAGE_MODEL_URL"
            )
        return proposals_in(content)

    @property
    def _host(self) -> str:
        return self._url.netloc.decode("ascii")

    def _answer(self, asked: dict[str, Any]) -> bytes:
        deadline, wait = time.monotonic() + self._seconds, FIRST_WAIT_SECONDS
        for attempt in range(1, MOST_TRIES + 1):
            status, headers, body = self._post({**asked, **self._fields}, deadline)
            if status == httpx.codes.OK:
                return body
            if status in {400, 422} and self._fields is _ASKED_FOR:
                self._fields = _ASKED_PLAINLY
                continue
            if status not in PASSING or attempt == MOST_TRIES:
                break
            wait = _retry_after(headers) or wait
            if time.monotonic() + wait > deadline:
                break
            self._sleep(wait)
            wait *= 2
        raise self._refusal(status)

    def _post(self, asked: dict[str, Any], deadline: float) -> tuple[int, httpx.Headers, bytes]:
        """The status, the headers and, where the status is 200, the body of one request."""
        left = deadline - time.monotonic()
        if left <= 0:
            raise self._too_slow()
        try:
            with self._client.stream("POST", self._url, json=asked, timeout=left) as response:
                body = self._body(response, deadline) if response.status_code == httpx.codes.OK else b""
                return response.status_code, response.headers, body
        except httpx.TimeoutException:
            raise self._too_slow() from None
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, UnicodeError) as error:
            reason = type(error).__name__
            raise ModelFailed(
                f"{self._host} could not be asked ({reason}); see whether the language model is up"
            ) from None

    def _body(self, response: httpx.Response, deadline: float) -> bytes:
        if response.headers.get("content-encoding", "identity").strip().lower() != "identity":
            raise ModelFailed(f"{self._host} answers with packed data, which was not asked for", lasting=True)
        parts, size = [], 0
        for part in response.iter_raw():
            size += len(part)
            if size > MOST_BYTES:
                raise ModelFailed(f"the answer of {self._host} is larger than {MOST_BYTES:,} bytes")
            if time.monotonic() > deadline:
                raise self._too_slow()
            parts.append(part)
        return b"".join(parts)

    def _too_slow(self) -> ModelFailed:
        return ModelFailed(
            f"{self._host} did not answer within {self._seconds:g} s; "
            "try a smaller model or raise DEMARCHE_LANGUAGE_MODEL_SECONDS"
        )

    def _refusal(self, status: int) -> ModelFailed:
        said = f"{self._host} answered {status}"
        if status in {401, 403}:
            return ModelFailed(f"{said}; check DEMARCHE_LANGUAGE_MODEL_KEY", lasting=True)
        if 300 <= status < 400:
            return ModelFailed(
                f"{said}: it is elsewhere; set DEMARCHE_LANGUAGE_MODEL_URL to where it is", lasting=True
            )
        if status == 429:
            return ModelFailed(f"{said}: it is asked too often; lower DEMARCHE_LANGUAGE_MODEL_CALLS_PER_RUN")
        if status in PASSING:
            return ModelFailed(f"{said}; see the log of the language model")
        return ModelFailed(
            f"{said}; check DEMARCHE_LANGUAGE_MODEL_URL and DEMARCHE_LANGUAGE_MODEL_NAME", lasting=True
        )


def _retry_after(headers: httpx.Headers) -> float | None:
    """How many seconds a server asks to be left alone: given as a number or as a date (RFC 9110, 10.2.3)."""
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    with suppress(ValueError, TypeError):
        return max((parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds(), 0.0)
    return None
