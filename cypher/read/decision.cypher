// One decision about identities, live or undone. No row if there is no such decision.
//
// params:  decision   id
// returns: id, kind, entity, other, entity_kind, articles (ids), reason, decided_at, decided_by, revoked_at,
//          revoked_by
MATCH (decision:Decision {id: $decision})
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
