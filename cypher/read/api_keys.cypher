// All keys of the API, also those that were taken back, in the order in which they were made.
//
// params:  none
// returns: id, name, scopes, digest, created_at, expires_at, revoked_at
MATCH (key:ApiKey)
RETURN key.id AS id,
       key.name AS name,
       key.scopes AS scopes,
       key.digest AS digest,
       key.created_at AS created_at,
       key.expires_at AS expires_at,
       key.revoked_at AS revoked_at
ORDER BY created_at, id
