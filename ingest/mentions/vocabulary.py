"""Words in capitals that are no part of a person's name."""

from __future__ import annotations

from ingest.entities.tables import word_list
from ingest.titles import FORMER

# Words that make a run of capitals an institution, a place or a thing. Kept to nouns that end such names; and
# "Ousted", which opens a sentence about someone.
NOT_A_PERSON = (
    frozenset(
        """
    ministry department council committee party union organization organisation association agency bank fund
    forum university institute court parliament congress assembly senate airport palace hotel street square
    avenue river island islands sea bay gulf ocean airlines airways corp corporation inc ltd group force
    forces army navy police commission embassy consulate conference summit meeting games cup league alliance
    front movement times post news television tv radio agreement treaty accord accords protocol convention act
    law day war festival center centre building foundation society federation republic kingdom states region
    province city county valley mountain lake plan program programme initiative belt road declaration strip
    bank office secretariat mission cabinet government administration bureau authority resolution charter pact
    statement daily weekly journal tribune herald gazette base camp port bridge tower hall church mosque
    cathedral temple museum school college hospital prison people peoples people's countries nations governors
    leaders members interim internet visiting acting constitution revolution uprising era dialogue process
    talks partnership cooperation relations desert peninsula monday tuesday wednesday thursday friday saturday
    sunday january february march april june july august september october november december north south east
    west northern southern eastern western africa asia europe america caribbean balkans kremlin pentagon
    capitol sino islam muslim muslims arab arabs jewish christians buddhist catholic hindu gmt est
    utc company castle barracks cyclone hurricane typhoon turnout
    responsible portfolio
    question answer staff corps brigade division battalion command guard guards house fleet
    marxist leninist summits ceremony photo photos
    academy delta prize newspaper project museums networks olympics pagoda crescent mechanism expo quartet
    democrat democrats unionists tigers traders international national revolutionary economic community
    tribunal extraordinary plenipotentiary emeritus
    club clubs aid award awards framework section crossing harbour harbor railways brigades network theatre
    theater monitor market markets borders socialism immigration naturalization independence educational
    rally press visibility mps pageant reform reforms caucasus headquarters confederation
    """.split()
    )
    | FORMER
)


# What tells a son from his father, behind a comma or not.
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "junior", "senior"})

# Before names; where the parser ends a sentence at their dot, they name nobody.
ABBREVIATED_STYLES = frozenset("eng eng. prof prof. dr dr. hon hon. engr engr. dipl dipl.".split())

# Who reports is not who meets: "told Xinhua".
AGENCIES = word_list("news_agencies.csv")

# Movements that the small model takes for people as often as not: sides of a conflict, none of them a person.
MOVEMENTS = word_list("movements.csv")

# Departments that follow "of" in a title and would otherwise be read as the start of the name: "Secretary of
# State Condoleezza Rice", "Chief of the General Staff Ismail Hakki Karadayi".
DEPARTMENTS = frozenset(
    """
    state affairs staff defence defense foreign interior finance trade commerce security council general
    treasury energy agriculture industry health education justice labour labor transport economy economic
    development cooperation planning culture tourism environment communications information relations external
    internal religious international national joint chiefs armed forces army navy police intelligence
    parliament house senate commons representatives deputies republic union commission committee party
    communist people's assembly government cabinet delegation court bank mission service services office
    organization organisation agency league investment public integration regional
    power railways water neighbourhood neighborhood
    enlargement migration innovation digitalisation climate fisheries
    infrastructure reconstruction science technology housing mines petroleum diaspora
    sports sport youth leisure women children family families gender equality welfare solidarity heritage arts
    employment manpower business enterprise enterprises entrepreneurship industries forestry forests lands
    irrigation sanitation aviation ports highways roads works transportation logistics mining minerals
    hydrocarbons electricity universities higher research resources grassland territories communities tribes
    veterans pensions budget privatization privatisation customs taxation statistics sciences technologies
    ecology resettlement ministers presidency food gas oil management protection
    althingi bundesrat bundestag dail duma eduskunta folketing kenesh khural knesset lagting majlis mazhilis
    oireachtas rada riigikogu riksdag sabha saeima seimas sejm sobranie storting
    """.split()
)
