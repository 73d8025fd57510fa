// One country and how much the graph knows of it. No row if there is no such country.
//
// params:  country   ISO 3166 alpha-3
// returns: id, name, aliases, representatives (how many people), partners (how many countries),
//          parties (how many), articles (how many mention it)
MATCH (country:Country {id: $country})
RETURN country.id AS id,
       coalesce(country.name, country.id) AS name,
       [alias IN country.aliases WHERE alias <> country.name] AS aliases,
       COUNT { (country)<-[:REPRESENTS]-() } AS representatives,
       COUNT { (country)-[:PARTNER_OF]-() } AS partners,
       COUNT { (country)<-[:OF]-() } AS parties,
       COUNT { (country)<-[:MENTIONS]-() } AS articles
