"""Networks in the shape that the node graph panel of Grafana takes: its names of fields, and no others."""

from __future__ import annotations

from pydantic import Field

from app.models.common import Answer


class PanelNode(Answer):
    """A node. The `arc__` fields colour its ring: one is 1, and the others 0."""

    id: str = Field(description="Id of the entity.", examples=["Q2887355"])
    title: str = Field(description="Its name.", examples=["Miguel Díaz-Canel"])
    subtitle: str = Field(description="person, country or party.", examples=["person"])
    mainstat: int = Field(description="How many links of this network it has.", examples=[4])
    arc__person: float = Field(description="1 for a person.", examples=[1])
    arc__country: float = Field(description="1 for a country.", examples=[0])
    arc__party: float = Field(description="1 for a party.", examples=[0])


class PanelEdge(Answer):
    """An edge between two of the nodes."""

    id: str = Field(description="Id of the edge.", examples=["Q23530 met_with Q2887355"])
    source: str = Field(description="Id of the node where it begins.", examples=["Q23530"])
    target: str = Field(description="Id of the node where it ends.", examples=["Q2887355"])
    mainstat: int = Field(
        description="Meetings of two people or countries, claims of a partnership, else 1.", examples=[3]
    )
    secondarystat: str = Field(description="Title or role, or the kind of edge.", examples=["met with"])
    thickness: float = Field(description="How thick the line is.", examples=[2.6])


class PanelNetwork(Answer):
    """A network for a panel; a data source asks twice, once for the nodes and once for the edges."""

    nodes: list[PanelNode] = Field(description="The entities.")
    edges: list[PanelEdge] = Field(description="The links between two of them.")
