// Cut the MENTIONS edges of these articles.
//
// params:  articles   ids
// returns: nothing
UNWIND $articles AS wanted
MATCH (:Article {id: wanted})-[mention:MENTIONS]->()
DELETE mention
