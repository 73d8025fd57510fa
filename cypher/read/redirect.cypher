// Whom an id that was merged away stands for. No row if it leads nowhere else.
//
// params:  entity   id
// returns: target (id)
MATCH (redirect:Redirect {id: $entity})
RETURN redirect.target AS target
