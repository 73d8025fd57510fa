// Every node that is derived from the ledger, and of live articles the story, which is derived too.
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
