// Entities whose names match a full-text query, the best first: how well the name fits, weighed by how much
// the graph knows of the entity.
//
// params:  query   full-text query over names and aliases
//          kinds   labels wanted, such as ['Person', 'Country']
//          pool    how many matches of the index to weigh
//          limit   how many to give at most
// returns: id, kind, name, aliases, countries, articles (how many mention it), score
CALL db.index.fulltext.queryNodes('search_entities', $query, {limit: $pool}) YIELD node, score
WHERE any(label IN labels(node) WHERE label IN $kinds)
WITH node, score, COUNT { (node)<-[:MENTIONS]-() } AS articles
WITH node, articles, score * (1 + log10(1 + articles)) AS rank
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
       rank AS score
ORDER BY score DESC, id
