// Every node that is derived from the ledger; of live articles the story and of claims the bond, which are
// derived too.
//
// params:  none
// returns: labels, properties
MATCH (node:Entity|Meeting|Dyad|Redirect)
RETURN labels(node) AS labels,
       properties(node) AS properties
UNION ALL
MATCH (article:Article)
WHERE article.state IN ['done', 'nothing_found']
RETURN labels(article) AS labels,
       article {.id, .story} AS properties
UNION ALL
MATCH (claim:Claim)
WHERE claim.bond IS NOT NULL
RETURN labels(claim) AS labels,
       claim {.id, .bond, .post} AS properties
