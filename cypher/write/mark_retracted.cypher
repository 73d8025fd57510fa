// Mark these articles as retracted. Their derived part is taken out in the same transaction; of whose story they
// were is derived too.
//
// params:  articles   ids
//          now        when
// returns: nothing
UNWIND $articles AS wanted
MATCH (article:Article {id: wanted})
SET article.state = 'retracted',
    article.retracted_at = $now,
    article.story = article.id
REMOVE article.derived
