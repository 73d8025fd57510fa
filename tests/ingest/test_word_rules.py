"""The remembered rules set what spaCy's attribute ruler sets."""

from __future__ import annotations

from pathlib import Path

from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from ingest.parse import load_model
from ingest.score.run import gold_file
from ingest.word_rules import WordRules

GOLD = Path(__file__).parent / "gold" / "tuned.jsonl"
ODD = "He had but one plan. There's no doubt: let's go, y'all, it ain't gonna rain.  \n Bye"


def test_remembered_rules_give_every_token_what_the_model_gives_it() -> None:
    model = load_model()
    texts = [ODD, *(str(row["text"]) for row in gold_file(GOLD).rows)]
    expected = list(model.pipe(texts))
    docs = [model.make_doc(text) for text in texts]
    for _, component in model.pipeline:
        rules = isinstance(component, AttributeRuler)
        docs = list(WordRules(component).pipe(docs) if rules else component.pipe(docs))
    assert [_attributes(doc) for doc in docs] == [_attributes(doc) for doc in expected]


def _attributes(doc: Doc) -> list[tuple[str, str, str, str, str]]:
    return [(token.text, token.tag_, token.pos_, token.lemma_, str(token.morph)) for token in doc]
