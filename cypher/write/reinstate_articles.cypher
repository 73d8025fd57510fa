// Let superseded articles stand again: no later version of their page is left.
//
// params:  articles   maps of id, and state (done or nothing_found)
//          derived    whether their derived part follows in the same transaction
// returns: nothing
UNWIND $articles AS row
MATCH (article:Article {id: row.id})
SET article.state = row.state,
    article.derived = $derived
REMOVE article.superseded_at
