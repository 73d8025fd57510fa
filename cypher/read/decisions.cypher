// Decisions about identities, the latest first, a page at a time.
//
// params:  entity      id of an entity that they are about, or null
//          undone      true for undone ones as well
//          before_at   moment of the last decision already seen, or null for the first page
//          before_id   id of the last decision already seen, or null for the first page
//          limit       how many at most
// returns: id, kind, entity, other, entity_kind, articles (ids), reason, decided_at, decided_by, revoked_at,
//          revoked_by
MATCH (decision:Decision)
USING INDEX decision:Decision(decided_at)
WHERE decision.decided_at <= coalesce($before_at, datetime({year: 9999}))
  AND ($entity IS NULL OR decision.entity = $entity OR decision.other = $entity)
  AND ($undone OR decision.revoked_at IS NULL)
  AND ($before_at IS NULL OR decision.decided_at < $before_at
       OR (decision.decided_at = $before_at AND decision.id < $before_id))
WITH decision
ORDER BY decision.decided_at DESC, decision.id DESC
LIMIT $limit
RETURN decision.id AS id,
       decision.kind AS kind,
       decision.entity AS entity,
       decision.other AS other,
       decision.entity_kind AS entity_kind,
       decision.articles AS articles,
       decision.reason AS reason,
       decision.decided_at AS decided_at,
       decision.decided_by AS decided_by,
       decision.revoked_at AS revoked_at,
       decision.revoked_by AS revoked_by
ORDER BY decided_at DESC, id DESC
