"""Entity data: who and what a news text can mean, and the lookups that find it.

`load_entity_data` gives one immutable `EntityData`: states with every phrase that stands for them, people
with their offices and dates, parties, organisations and cities, and the lexicon of titles. The tables that
come with the program are in `tables/`; what a user imports (`importers/`) is kept in an SQLite file and
merged on reading.
"""

from ingest.entities.data import EntityData, load_entity_data

__all__ = ["EntityData", "load_entity_data"]
