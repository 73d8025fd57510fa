// Who changed what, the latest first.
//
// params:  actor       id of a key, local, command, or null for all
//          before_at   when the last entry already seen was made, or null for the first page
//          before_id   id of the last entry already seen, or null for the first page
//          limit       how many at most
// returns: id, at, actor, actor_name, action, target, address, request_id
MATCH (entry:AuditEntry)
USING INDEX entry:AuditEntry(at, id)
WHERE entry.at <= coalesce($before_at, datetime({year: 9999}))
  AND entry.id IS NOT NULL
  AND ($before_at IS NULL OR entry.at < $before_at OR entry.id < $before_id)
  AND ($actor IS NULL OR entry.actor = $actor)
RETURN entry.id AS id,
       entry.at AS at,
       entry.actor AS actor,
       entry.actor_name AS actor_name,
       entry.action AS action,
       entry.target AS target,
       entry.address AS address,
       entry.request_id AS request_id
ORDER BY entry.at DESC, entry.id DESC
LIMIT $limit
