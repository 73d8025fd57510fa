"""The parts of the parser that are done faster here set what spaCy's own parts set."""

from __future__ import annotations

from pathlib import Path

from spacy.tokens import Doc

from ingest.parse import faster, load_model
from ingest.score.run import gold_file

GOLD = Path(__file__).parent / "gold" / "tuned.jsonl"
ODD = (
    "",
    " ",
    "He had but one plan. There's no doubt: let's go, y'all, it ain't gonna rain.  \n Bye",
    "It was nothin' that Vice-President Zorvania Quillfeather hadn't smurfed in Geneva on 3 May.",
)


def test_each_part_gives_every_word_what_the_models_own_part_gives_it() -> None:
    model = load_model()
    texts = [*ODD, *(str(row["text"]) for row in gold_file(GOLD).rows)]
    expected = list(model.pipe(texts))
    docs = [model.make_doc(text) for text in texts]
    for _, component in model.pipeline:
        docs = list(faster(component)(docs))
    assert [_attributes(doc) for doc in docs] == [_attributes(doc) for doc in expected]


def _attributes(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (
            token.text,
            token.tag_,
            token.pos_,
            token.lemma_,
            str(token.morph),
            token.dep_,
            token.head.i,
            token.is_sent_start,
            token.ent_iob_,
            token.ent_type_,
        )
        for token in doc
    ]
