// Remove some redirects.
//
// params:  limit   how many at most
// returns: removed (how many)
MATCH (redirect:Redirect)
WITH redirect LIMIT $limit
DELETE redirect
RETURN count(*) AS removed
