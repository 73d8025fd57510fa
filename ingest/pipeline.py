"""The steps by which an article becomes a reading, as a list that can be read.

Each step takes the draft of one article further and touches nothing outside it, so that neither the batch nor
the number of processes changes a result.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from spacy.language import Language
from spacy.tokens import Token

from ingest.agendas import agenda_of, tells
from ingest.arguments import ArgumentReader
from ingest.arguments.words import FINITE
from ingest.coreference import Memory
from ingest.dates import story_day, visit_of
from ingest.delegations import leader_told
from ingest.entities import EntityData, load_entity_data
from ingest.entities.model import CountryMention
from ingest.interviews import Interview
from ingest.later_places import with_later_places
from ingest.meetings import MeetingContext, MeetingReader
from ingest.mentions import (
    CountryTokens,
    Mention,
    country_tokens,
    known_full_names,
    lost_surnames,
    person_mentions,
    surname_mentions,
    surnames_of,
    token_span,
)
from ingest.nation_phrases import beside
from ingest.nationality import Nationality
from ingest.offices import membership_claims, office_claims, with_term
from ingest.parse import Document, Sentence, load_model, parse
from ingest.parties import Parties
from ingest.partnerships import partnership_claims
from ingest.people import People, Person
from ingest.places import Places
from ingest.proposals import Propose
from ingest.publication import day_of_dateline
from ingest.reading import assemble
from ingest.records import Article, Claim, Reading
from ingest.respective import respective
from ingest.sport import is_sport
from ingest.states import CountrySpan as StateSpan
from ingest.title_phrases import PersonSpan
from ingest.triggers import REPORTING_VERBS

# Sentences from which the day of the article's own story is learnt (`experiments.md`: 21 to 30 of 37 dates).
LEAD_SENTENCES = 2

# So many words of a subject say whose spokesman it is.
_NEAR = 8
_FOR_OR_AGAINST = ("pro-", "anti-")


@dataclass(slots=True)
class Draft:
    """One article on its way through the steps."""

    document: Document
    data: EntityData
    people: People
    places: Places
    parties: Parties
    published: date | None
    countries: tuple[CountryMention, ...] = ()
    # The countries without those that somebody is for or against: a "pro-Kenyan" president is not Kenya's.
    states: tuple[CountryMention, ...] = ()
    spans: tuple[tuple[CountryTokens, ...], ...] = ()
    mentions: tuple[tuple[Mention, ...], ...] = ()
    claims: list[Claim] = field(default_factory=list)


def find_countries(draft: Draft) -> None:
    """States by name, adjective, demonym, capital and seat."""
    text = draft.document.article.text
    draft.countries = draft.data.country_mentions(text)
    draft.states = tuple(
        mention
        for mention in draft.countries
        if not text[max(0, mention.start - 5) : mention.start].lower().endswith(_FOR_OR_AGAINST)
    )
    draft.spans = tuple(country_tokens(sentence, draft.states) for sentence in draft.document.sentences)


def find_people(draft: Draft) -> None:
    """Names with their titles, and offices without a name; surnames once all full names are known."""
    found = [
        respective(
            sentence,
            spans,
            person_mentions(sentence, spans, lambda name: bool(draft.data.people_named(name))),
        )
        for sentence, spans in zip(draft.document.sentences, draft.spans, strict=True)
    ]
    everyone = [mention for mentions in found for mention in mentions]
    surnames = surnames_of(everyone, known_full_names(everyone))
    found = [
        lost_surnames(sentence, spans, mentions, surnames)
        for sentence, spans, mentions in zip(draft.document.sentences, draft.spans, found, strict=True)
    ]
    known = known_full_names(mention for mentions in found for mention in mentions)
    draft.mentions = tuple(
        beside(
            sentence, surname_mentions(mentions, known), _states(draft, sentence), draft.parties, draft.data
        )
        for sentence, mentions in zip(draft.document.sentences, found, strict=True)
    )


def gather_people(draft: Draft) -> None:
    """Whom each mention means. After all mentions: a name may be given in full only after its surname."""
    mentions = [mention for found in draft.mentions for mention in found]
    draft.people.gather(mentions)
    nationality = Nationality(draft.document, draft.spans, draft.mentions, draft.people, draft.data)
    nationality.settle()
    draft.people.home = nationality.filed
    draft.people.identify(mentions)


def read_meetings(draft: Draft) -> None:
    """Who met whom, sentence by sentence, so that pronouns find what the reader has in mind."""
    document, memory = draft.document, Memory()
    if is_sport(document.article.text):
        return
    memory.observe_gender(draft.people.persons)
    parsed = [sentence.span for sentence in document.sentences]
    context = MeetingContext(
        published=draft.published,
        dateline_day=day_of_dateline(document.article.text),
        story_day=story_day(parsed[:LEAD_SENTENCES], draft.published),
        visit=visit_of(parsed, draft.published),
        places=draft.places,
    )
    meetings = MeetingReader(context)
    interview = Interview(document.article.text, draft.people.persons)
    agenda = agenda_of(document.article.text, draft.published)
    # Persons are in the order of their first mention, and whose programme it is stands above it.
    owner = draft.people.persons[0] if agenda is not None and agenda.owned and draft.people.persons else None
    for sentence, spans, mentions in zip(document.sentences, draft.spans, draft.mentions, strict=True):
        memory.speaker = interview.speaker(sentence.start)
        listed = agenda.day_at(sentence.start) if agenda is not None and not tells(sentence.span) else None
        memory.owner = owner if listed is not None else None
        reader = ArgumentReader(sentence, mentions, spans, draft.people, memory)
        draft.places.enter(sentence, spans, reader)
        read = meetings.read(reader, listed)
        draft.claims.extend(claim for claim, _ in read)
        main = _main_verb(sentence)
        subjects = _spoken_of(main, reader) if main is not None else []
        reports = main is not None and main.lemma_.lower() in REPORTING_VERBS
        if reports and all(person.speaks_for_others for person in subjects):
            subjects = []  # "Her spokesman confirmed it. She will …"
        memory.delegation = leader_told(reader) or memory.delegation
        draft.places.leave(reader)
        named = [person for person, _ in reader.people_before(sentence.span.end)]
        if not subjects and main is not None and _is_about_unknown(main, mentions, draft.people):
            memory.subjects = []
        memory.end_sentence(subjects, named, read[-1][1].people if read else ())
    draft.claims = with_later_places(meetings.settled(draft.claims), draft.places.found)


def _main_verb(sentence: Sentence) -> Token | None:
    """The verb whose subject a sentence is about; of "Spokesperson: Mr Solen was in Norvik" the first."""
    verbs = [sentence.span.root, *(token for token in sentence.span if token.tag_ in FINITE)]
    return next((token for token in verbs if token.pos_ in {"VERB", "AUX"}), None)


def _spoken_of(verb: Token, reader: ArgumentReader) -> list[Person]:
    """Whom a sentence is about: its subject, or whose it is ("Solen's last round of talks ended"); what an
    office or a spokesman says is about those of whom it is said ("Solen will visit Norvik, his aide said").
    """
    subject = reader.subject(verb).people
    if (told := _told_of(verb)) is not None and (not subject or _is_source(verb, subject)):
        subject = reader.subject(told).people or subject
    if subject:
        return subject
    nouns = (child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"})
    return [person for noun in nouns for person in reader.possessor(noun).people]


def _is_about_unknown(verb: Token, mentions: Sequence[Mention], people: People) -> bool:
    """Whether a sentence is about somebody whom it calls by an office that nobody is known to hold: "he" is
    no other.
    """
    subjects = {child.i for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}}
    return any(
        not mention.name and mention.last in subjects and people.person_of(mention) is None
        for mention in mentions
    )


def _told_of(verb: Token) -> Token | None:
    """The verb of what is reported before who reports it: "Solen will visit Norvik, her office said"."""
    if verb.lemma_.lower() not in REPORTING_VERBS:
        return None
    return next((child for child in verb.children if child.dep_ == "ccomp" and child.i < verb.i), None)


def _is_source(verb: Token, subject: Sequence[Person]) -> bool:
    """Whether those who report speak for others: a spokesman, "her aide Lamar", a name without an office."""
    of_another = any(
        word.tag_ == "PRP$"
        for child in verb.children
        if child.dep_ == "nsubj"
        for word in islice(child.subtree, _NEAR)
    )
    return of_another or all(person.speaks_for_others or not person.titles for person in subject)


def read_partnerships(draft: Draft) -> None:
    """How states stand to each other. "Both countries" are the two that the sentences before spoke of, or
    the one named and that from which the article was filed.
    """
    text, focus = draft.document.article.text, None
    home = draft.people.home
    for sentence, spans, mentions in zip(draft.document.sentences, draft.spans, draft.mentions, strict=True):
        states, people = _states(draft, sentence), _states_of_people(draft, sentence, mentions)
        named = tuple(dict.fromkeys(span.iso3 for span in spans))
        abroad = home is not None and len(named) == 1 and home not in named
        pair = focus or ((home, named[0]) if home is not None and abroad else None)
        draft.claims.extend(partnership_claims(sentence.span, sentence.offset, text, states, pair, people))
        focus = _two_of(named) or _two_of(_acting_states(sentence, spans)) or focus


def _two_of(states: Collection[str]) -> tuple[str, str] | None:
    if len(states) != 2:
        return None
    first, second = states
    return first, second


def _acting_states(sentence: Sentence, spans: Sequence[CountryTokens]) -> tuple[str, ...]:
    """Of a sentence that names more than two states, those before its verb: "Japan and India agreed …"."""
    verb = _main_verb(sentence)
    return tuple(dict.fromkeys(span.iso3 for span in spans if verb is not None and span.last < verb.i))


def _states_of_people(draft: Draft, sentence: Sentence, mentions: Sequence[Mention]) -> list[StateSpan]:
    """Where a sentence names people, and of which states they are."""
    found = []
    for mention in mentions:
        person = draft.people.person_of(mention)
        if person is not None and person.country is not None:
            found.append(StateSpan(*token_span(sentence, mention.first, mention.last), person.country))
    return found


def read_offices(draft: Draft) -> None:
    """Who holds which office of a state, and who belongs to which party."""
    text = draft.document.article.text
    known = {
        person.id: person.country
        for person in draft.people.persons
        if person.country is not None and not person.country_is_guessed
    }
    for sentence, mentions in zip(draft.document.sentences, draft.mentions, strict=True):
        people = []
        for mention in mentions:
            person = draft.people.person_of(mention)
            if person is not None and mention.name:
                people.append(PersonSpan(*token_span(sentence, mention.first, mention.last), person.id))
        states = _states(draft, sentence)
        is_party = draft.parties.is_party
        for claim in office_claims(sentence.span, sentence.offset, text, people, states, known, is_party):
            on_record = draft.data.person(claim.person)
            draft.claims.append(with_term(claim, on_record.offices if on_record else (), draft.published))
        draft.claims.extend(
            membership_claims(
                sentence.span, sentence.offset, text, people, states, draft.parties.id_of, is_party, known
            )
        )


def _states(draft: Draft, sentence: Sentence) -> list[StateSpan]:
    return [
        StateSpan(mention.start, mention.end, mention.iso3)
        for mention in draft.states
        if sentence.start <= mention.start < sentence.end
    ]


STEPS: tuple[Callable[[Draft], None], ...] = (
    find_countries,
    find_people,
    gather_people,
    read_meetings,
    read_partnerships,
    read_offices,
)


def read_articles(
    articles: Iterable[Article],
    model: Language | None = None,
    data: EntityData | None = None,
    propose: Propose | None = None,
) -> Iterator[Reading]:
    """One reading for each article, in order. The same article gives the same reading in any batch.

    `propose` is asked for further meetings at the end, if given (`ingest.proposals`).

    Raises:
        ModelMissing: when no model is given and the default one is not installed.
    """
    model = model or load_model()
    data = data or load_entity_data()
    for document in parse(articles, model):
        published = document.article.published or day_of_dateline(document.article.text)
        draft = Draft(
            document, data, People(published, data), Places(document, data), Parties(data), published
        )
        for step in STEPS:
            step(draft)
        if propose is not None:
            draft.claims.extend(propose(draft.document, draft.mentions, draft.people, draft.claims))
        yield assemble(
            draft.document, draft.people, draft.places, draft.parties, draft.countries, draft.claims, data
        )
