// For invented worlds alone: give claims and meetings the empty lists that an import leaves out.
//
// params:  limit   how many nodes at most
// returns: completed (how many)
MATCH (node:Claim|Meeting)
WHERE node.groups IS NULL
   OR node.topics IS NULL
   OR (node:Meeting AND node.country_pairs IS NULL)
WITH node LIMIT $limit
SET node.groups = coalesce(node.groups, []),
    node.topics = coalesce(node.topics, [])
FOREACH (meeting IN CASE WHEN node:Meeting THEN [node] ELSE [] END |
  SET meeting.country_pairs = coalesce(meeting.country_pairs, [])
)
RETURN count(*) AS completed
