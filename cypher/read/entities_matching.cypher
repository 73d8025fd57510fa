// Entities whose names match a full-text query, the best first: how well the name fits, weighed by how much
// the graph knows of the entity. A page at a time.
//
// params:  query   full-text query over names and aliases
//          kinds   labels wanted, such as ['Person', 'Country']
//          pool    how many matches of the index to look through for these kinds
//          weighed  how many of those to weigh
//          most    rank of the last match already seen; a large number for the first page
//          after   id of the last match already seen; '' for the first page
//          limit   how many to give at most
// returns: id, kind, name, aliases, countries, articles (how many mention it), score, rank (the score in millionths)
CALL db.index.fulltext.queryNodes('search_entities', $query, {limit: $pool}) YIELD node, score
WHERE any(label IN labels(node) WHERE label IN $kinds)
WITH node, score
ORDER BY score DESC
LIMIT $weighed
WITH node, score, COUNT { (node)<-[:MENTIONS]-() } AS articles
WITH node, articles, toInteger(round(score * (1 + log10(1 + articles)) * 1000000)) AS rank
WHERE rank < $most
   OR (rank = $most AND node.id > $after)
WITH node, articles, rank
ORDER BY rank DESC, node.id
LIMIT $limit
RETURN node.id AS id,
       toLower(head([label IN labels(node) WHERE label <> 'Entity'])) AS kind,
       coalesce(node.name, node.id) AS name,
       [alias IN node.aliases WHERE alias <> node.name] AS aliases,
       COLLECT {
         UNWIND [node.country] + COLLECT { MATCH (node)-[:REPRESENTS|OF|IN]->(of:Country) RETURN of.id } AS country
         WITH country
         WHERE country IS NOT NULL
         RETURN DISTINCT country ORDER BY country
       } AS countries,
       articles,
       rank / 1000000.0 AS score,
       rank
ORDER BY rank DESC, id
