// One country and how much the graph knows of it. No row if the graph knows neither it nor anybody of it.
//
// params:  country   ISO 3166 alpha-3
// returns: id, name, aliases, representatives (how many people), partners (how many countries),
//          parties (how many), articles (how many mention it)
OPTIONAL MATCH (country:Country {id: $country})
WITH country
WHERE country IS NOT NULL
   OR EXISTS { (:Person {country: $country}) }
RETURN $country AS id,
       coalesce(country.name, $country) AS name,
       [alias IN coalesce(country.aliases, []) WHERE alias <> country.name] AS aliases,
       COUNT { (country)<-[:REPRESENTS]-() } AS representatives,
       COUNT { (country)-[:PARTNER_OF]-() } AS partners,
       COUNT { (country)<-[:OF]-() } AS parties,
       COUNT { (country)<-[:MENTIONS]-() } AS articles
