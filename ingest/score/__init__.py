"""The scorecard: what the reader finds, measured against what people marked.

    gold lines + readings -> pairs, meetings, dates, places, people, partnerships -> one `Scorecard` a file

`gold` reads the marked lines, `names` decides whether two names mean one person, `alignment` lays a
reading over its gold, `judge` counts article by article (`pairs`, `circumstances`,
`actors`), `scorecard` adds up, `report` prints.
"""

from ingest.score.scorecard import Scorecard, score_articles

__all__ = ["Scorecard", "score_articles"]
