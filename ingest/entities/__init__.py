"""Entity data: who and what a news text can mean, and the lookups that find it.

`load_entity_data` gives one immutable `EntityData`: states with every phrase that stands for them, people
with their offices and dates, parties, organisations and cities, and the lexicon of titles. The tables that
come with the program are in `tables/` (our own work, as of `shipped.AS_OF`); what a user imports
(`importers/`, `importing.import_entities`) is kept in an SQLite file in the data folder and merged on
reading.

A name's way: `folding` makes plain letters of it, `names` its keys, a source (`sources` in memory, `store` on
disk) gives the people of those keys, `people` scores them by spelling, country and day.

States go by ISO 3166 alpha-3. One that lives on under another name has today's code (Burma is MMR, Zaire is
COD, West Germany DEU); one that broke up keeps its withdrawn code (SUN, YUG, SCG, CSK, DDR, YMD), since no
state of today is all of it. Kosovo is XKX, as GeoNames and the European Union have it. The European Union,
like NATO, is an organisation. Palestine, Taiwan, the Vatican and Hong Kong stand beside the states, since
news treats them as actors.
"""

from ingest.entities.data import EntityData, load_entity_data

__all__ = ["EntityData", "load_entity_data"]
