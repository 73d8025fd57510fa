"""Which language an article is in. A guess that rests on too little text is no answer."""

from __future__ import annotations

from functools import cache

from lingua import LanguageDetector, LanguageDetectorBuilder

# Two samples are enough, and keep a long article as cheap as a short one. The second one is there for an
# English article that opens with a long quotation in another language.
SAMPLE_CHARACTERS = 1000

# "President Diaz-Canel Bermudez met Dmitri Medvedev." counts as Romanian with 0.93: names are no language.
FEWEST_LETTERS = 80
LOWEST_CONFIDENCE = 0.75


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language of a text, or None where the text is too short or too mixed to say.

    >>> language_of("Le président a rencontré la chancelière à Berlin mardi, pour des entretiens sur "
    ...             "l'énergie et sur la sécurité du continent, a annoncé son ministère dans la soirée.")
    'fr'
    >>> language_of("Xi met Putin in Moscow.") is None
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
    if sum(character.isalpha() for character in sample) < FEWEST_LETTERS:
        return None
    values = _detector().compute_language_confidence_values(sample)
    if not values or values[0].value < LOWEST_CONFIDENCE:
        return None
    return values[0].language.iso_code_639_1.name.lower()


@cache
def _detector() -> LanguageDetector:
    # Low accuracy needs 80 MB instead of a gigabyte, and is as good on texts of more than 120 characters.
    return LanguageDetectorBuilder.from_all_languages().with_low_accuracy_mode().build()
