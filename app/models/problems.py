"""The one shape of every error: problem details of RFC 9457."""

from __future__ import annotations

from pydantic import BaseModel, Field


class CandidateModel(BaseModel):
    """Someone or something that may have been meant."""

    id: str = Field(description="Its id; ask again with this.", examples=["Q1039"])
    kind: str = Field(description="person, country, party, organization or place.", examples=["person"])
    name: str = Field(description="Its name.", examples=["Dmitry Medvedev"])


class FieldProblem(BaseModel):
    """What is wrong with one part of the request."""

    where: str = Field(description="Which part of the request.", examples=["query.limit"])
    message: str = Field(description="What is wrong with it.", examples=["Input should be greater than 0"])


class Problem(BaseModel):
    """An error as RFC 9457 has it, with what to do about it."""

    type: str = Field(
        description="Names the kind of problem; stable, to be compared and not fetched.",
        examples=["urn:demarche:problem:not-known"],
    )
    title: str = Field(description="The kind of problem in words.", examples=["Not known"])
    status: int = Field(description="The HTTP status once more.", examples=[404])
    detail: str = Field(
        description="What happened this time.", examples=["The graph knows no person 'Medvedef'."]
    )
    what_to_do: str = Field(
        description="What the caller can do about it.", examples=["Take the id of one of the candidates."]
    )
    instance: str | None = Field(
        default=None, description="The path that was asked for.", examples=["/v1/persons/Medvedef"]
    )
    request_id: str | None = Field(
        default=None,
        description="Id of the request, as in the X-Request-ID header and in the log.",
        examples=["01JD3Z9Q4M"],
    )
    candidates: list[CandidateModel] | None = Field(
        default=None,
        description="Who or what may have been meant, if a name was the problem.",
        examples=[[{"id": "Q23530", "kind": "person", "name": "Dmitry Medvedev"}]],
    )
    errors: list[FieldProblem] | None = Field(
        default=None,
        description="Each part of the request that is wrong, if its form was the problem.",
        examples=[[{"where": "query.limit", "message": "Input should be greater than 0"}]],
    )
