"""The words by which news says that two states are allies, partners or friends, and what kind of bond.

Kinds follow the gold of the project's corpora: an ally, a strategic or all-round partnership or a defence
pact is a bond; being neighbours, trading or talking is none by itself.
"""

from __future__ import annotations

from collections.abc import Set

from ingest.records import Relation

# Someone who is it for someone else: "X is an ally of Y".
ROLES = frozenset({"ally", "partner"})
# The bond itself: "the alliance between X and Y".
BONDS = frozenset({"alliance", "partnership", "friendship"})
# These are a bond only with one of the words beside them: "diplomatic relations", "defence pact".
QUALIFIED_BONDS: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        ("relation", "relations", "tie", "ties", "relationship"),
        frozenset(
            "diplomatic friendly fraternal brotherly cordial amicable special allied strategic".split()
        ),
    ),
    **dict.fromkeys(
        ("pact", "treaty", "agreement", "accord", "deal"),
        frozenset(
            "defence defense security military trade friendship alliance partnership cooperation".split()
        ),
    ),
    **dict.fromkeys(
        ("cooperation", "co-operation", "collaboration"),
        frozenset("defence defense security military strategic".split()),
    ),
}
# With one of these a partner is a firm, a party, a lover or a player, and an alliance is one of parties.
NOT_OF_STATES = frozenset(
    """
    coalition political business local venture sexual training equity doubles domestic civil media party
    parliamentary electoral opposition ruling corporate industry private commercial-bank sponsorship
    governing government tribal rebel exclusive gay bridging launch distribution dialogue negotiating
    sparring technology
    """.split()
)
# With one of these a bond between states' firms is meant, whatever states the sentence names.
NOT_OF_FIRMS = frozenset(
    """
    business venture equity corporate industry private sponsorship launch distribution marketing media
    coalition codeshare code-share
    """.split()
)
# "The Western alliance" is one of many states, so it never stands for a bond of two.
OF_MANY = frozenset(
    "western atlantic transatlantic nato arab african european regional international global".split()
)
SINGLE = frozenset({"one", "only", "main", "closest", "key"})

_TRADE = frozenset("trade trading economic commercial investment free-trade energy business".split())
_SECURITY = frozenset("security defence defense military counterterrorism counter-terrorism".split())
_COMPREHENSIVE = frozenset("comprehensive all-round overall all-weather round all-out".split())
_FRIENDLY = frozenset("friendly fraternal brotherly cordial amicable friendship".split())

# Verbs after which a bond is there: what one deepens exists.
CREATING = frozenset(
    """
    establish form forge build create sign conclude enter become seek join agree negotiate ally set
    launch start begin open cement elevate reach make
    """.split()
)
HAVING = frozenset(
    """
    have maintain enjoy share keep hold establish form forge build sign conclude enter agree strengthen
    deepen develop restore resume upgrade elevate expand boost promote renew ratify cement consolidate
    launch announce initial seal reach ink celebrate reaffirm create normalize normalise open set
    cooperate raise discuss negotiate propose seek plan sever break cut suspend end freeze terminate
    abrogate dissolve lose rupture severe mark start downgrade
    """.split()
)
# "Washington considers Jordan an ally": the subject says of the object whose ally it is.
CALLING = frozenset("consider call deem count regard see view describe treat name designate declare".split())
ENDING = frozenset(
    "sever break cut suspend end freeze terminate abrogate dissolve lose rupture scrap annul quit".split()
)
WISHING = frozenset(
    """
    hope want wish seek propose plan aim would could should may might offer urge call ask try intend look
    desire bid need invite suggest hop consider negotiate discuss explore aspire talk mull
    """.split()
)
ENDED_BEFORE = frozenset("former ex erstwhile onetime one-time previous then old-time".split())
SOUGHT_BEFORE = frozenset("potential possible proposed prospective future would-be planned new-found".split())


def relation_of(noun: str, modifiers: Set[str]) -> Relation:
    """The kind of bond that a noun with these words before it (or after "of") names; all in small letters."""
    if noun in ("relation", "relations", "tie", "ties", "relationship"):
        if "diplomatic" in modifiers:
            return "diplomatic_relations"
        return "friendly_relations" if modifiers & _FRIENDLY else "partner"
    if modifiers & _COMPREHENSIVE:
        return "comprehensive_partnership"
    if "strategic" in modifiers:
        return "strategic_partnership"
    if noun in ("ally", "alliance") or "alliance" in modifiers:
        return "alliance"
    if noun == "friendship" or modifiers & _FRIENDLY:
        return "friendly_relations"
    if modifiers & _SECURITY:
        return "security"
    return "trade_partner" if modifiers & _TRADE else "partner"
