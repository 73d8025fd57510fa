// One place and how much the graph knows of it. No row if there is no such place.
//
// params:  place   id
// returns: id, name, aliases, country, meetings (how many of any status), articles (how many mention it)
MATCH (place:Place {id: $place})
RETURN place.id AS id,
       place.name AS name,
       [alias IN place.aliases WHERE alias <> place.name] AS aliases,
       place.country AS country,
       COUNT { (place)<-[:HELD_IN]-() } AS meetings,
       COUNT { (place)<-[:MENTIONS]-() } AS articles
