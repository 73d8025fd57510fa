"""Which language an article is in. A guess that rests on too little text is no answer."""

from __future__ import annotations

import re
from functools import cache

from lingua import LanguageDetector, LanguageDetectorBuilder

# Two samples are enough, and keep a long article as cheap as a short one. The second one is there for an
# English article that opens with a long quotation in another language.
SAMPLE_CHARACTERS = 1000

# Names are no language: "President William Ruto of Kenya met Indian Prime Minister Narendra Modi" counts as
# Italian. So words with a capital are left out, and what is left needs some length and certainty.
FEWEST_LETTERS = 60
LOWEST_CONFIDENCE = 0.75

# Words that English prose cannot do without, and no other language has as a set. Counting them takes a
# hundredth of the detector's time, and settles nearly every article that is English.
ENGLISH = frozenset({"the", "of", "and", "to", "for", "with", "that", "by", "from", "has", "was"})
ENGLISH_SHARE = 0.15
FEWEST_WORDS = 15
WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language of a text, or None where the text is too short or too mixed to say.

    >>> language_of("Le président a rencontré la chancelière à Berlin mardi, pour des entretiens sur "
    ...             "l'énergie et sur la sécurité du continent, a annoncé son ministère dans la soirée.")
    'fr'
    >>> language_of("President William Ruto of Kenya met Indian Prime Minister Narendra Modi.") is None
    True
    """
    head = _most_likely(text[:SAMPLE_CHARACTERS])
    middle = len(text) // 2
    if head == "en" or middle < SAMPLE_CHARACTERS:
        return head
    return _most_likely(text[:SAMPLE_CHARACTERS] + "\n" + text[middle : middle + SAMPLE_CHARACTERS])


def is_readable(language: str | None, languages: frozenset[str]) -> bool:
    """Whether the pipeline reads an article in this language. Unknown is read: better tried than lost.

    >>> is_readable("en-GB", frozenset({"en"})), is_readable("fr", frozenset({"en"}))
    (True, False)
    >>> is_readable(None, frozenset({"en"}))
    True
    """
    return language is None or language.lower().replace("_", "-").split("-")[0] in languages


def _most_likely(sample: str) -> str | None:
    words = [word for word in WORD.findall(sample) if not word[0].isupper()]
    if _is_plainly_english(words):
        return "en"
    if sum(map(len, words)) < FEWEST_LETTERS:
        return None
    best = _detector().compute_language_confidence_values(" ".join(words))[0]
    return best.language.iso_code_639_1.name.lower() if best.value >= LOWEST_CONFIDENCE else None


def _is_plainly_english(words: list[str]) -> bool:
    if len(words) < FEWEST_WORDS or "the" not in words:
        return False
    return sum(word in ENGLISH for word in words) >= ENGLISH_SHARE * len(words)


@cache
def _detector() -> LanguageDetector:
    # Low accuracy needs 80 MB instead of a gigabyte, and is as good on texts of more than 120 characters.
    return LanguageDetectorBuilder.from_all_languages().with_low_accuracy_mode().build()
