// Whom ids that were merged away stand for. No row for those that lead nowhere else.
//
// params:  entities   ids
// returns: id, target (id)
MATCH (redirect:Redirect)
WHERE redirect.id IN $entities
RETURN redirect.id AS id,
       redirect.target AS target
