// Mark these articles as superseded: a later version of their page stands. Their derived part is taken out in
// the same transaction; of whose story they were is derived too.
//
// params:  articles   ids
//          now        when
// returns: nothing
UNWIND $articles AS wanted
MATCH (article:Article {id: wanted})
SET article.state = 'superseded',
    article.superseded_at = $now,
    article.story = article.id
REMOVE article.derived
