// Say of which story these articles are.
//
// params:  articles   maps of id and story; sorted by id
// returns: nothing
UNWIND $articles AS row
MATCH (article:Article {id: row.id})
SET article.story = row.story
