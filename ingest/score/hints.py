"""The sentence of a text that most likely states what was missed, for a person who looks into an error."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.entities.country_mentions import country_mentions
from ingest.score.gold import GoldArticle
from ingest.score.names import same_word, words

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]*")
_TRIGGERS = {
    "meeting": re.compile(
        r"\b(?:met|meet\w*|talks|hold\w*|held|summit|receiv\w+|host\w*|visit\w*|audience|discuss\w*|confer\w*)\b",
        re.I,
    ),
    "partner": re.compile(
        r"\b(?:all(?:y|ies|iance|ied)|partner\w*|pact|treaty|agree\w*|friend\w*|cooperat\w*)\b", re.I
    ),
}


def hint(gold: GoldArticle, names: Sequence[str], kind: str = "meeting") -> str:
    """The first sentence that names most of these, best with a fitting word. Names may be ISO codes."""
    best_score, best_sentence = 0.0, ""
    for match in _SENTENCE.finditer(gold.article.text):
        sentence = match.group().strip()
        found = set(words(sentence))
        states = {mention.iso3 for mention in country_mentions(sentence)}
        named = sum(
            name in states or any(same_word(part, word) for part in words(name)[-1:] for word in found)
            for name in names
        )
        score = named + 0.9 * bool(_TRIGGERS[kind].search(sentence))
        if score > best_score:
            best_score, best_sentence = score, sentence
    return best_sentence
