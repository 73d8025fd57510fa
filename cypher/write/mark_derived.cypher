// Note of these articles whether their derived part is in the graph.
//
// params:  articles   ids
//          derived    true or false
// returns: nothing
UNWIND $articles AS wanted
MATCH (article:Article {id: wanted})
SET article.derived = $derived
