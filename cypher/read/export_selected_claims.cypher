// The live claims of a part of the graph that are about no meeting: partnerships, offices and memberships that were
// said in a period and name a country and a person.
//
// params:  person         id of a person, or null
//          country        ISO 3166 alpha-3, or null
//          since, until   days, both inclusive, or null; at least one of the four is given
// returns: id
CALL () {
  MATCH (:Entity {id: $person})<-[:NAMES]-(claim:Claim)
  WHERE $country IS NULL OR EXISTS { (claim)-[:NAMES]->(:Country {id: $country}) }
  RETURN claim
  UNION
  WITH 1 AS one
  WHERE $person IS NULL
  MATCH (:Country {id: $country})<-[:NAMES]-(claim:Claim)
  RETURN claim
  UNION
  WITH 1 AS one
  WHERE $person IS NULL
    AND $country IS NULL
  MATCH (article:Article)-[:STATES]->(claim:Claim)
  USING INDEX article:Article(published_at, id)
  WHERE article.id IS NOT NULL
    AND article.published_at >= coalesce($since, date('0001-01-01'))
    AND article.published_at <= coalesce($until, date('9999-12-31'))
  RETURN claim
}
WITH claim
WHERE claim.kind <> 'meeting'
  AND claim.retracted_at IS NULL
  AND ($since IS NULL OR claim.said_on >= $since)
  AND ($until IS NULL OR claim.said_on <= $until)
RETURN claim.id AS id
