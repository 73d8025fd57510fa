// Take a key of the API back. Nothing happens to one that was taken back before.
//
// params:  key   its id
//          now   when
// returns: id
MATCH (key:ApiKey {id: $key})
WHERE key.revoked_at IS NULL
SET key.revoked_at = $now
RETURN key.id AS id
