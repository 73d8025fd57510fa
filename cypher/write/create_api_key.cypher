// A key of the API with the digest of its secret.
//
// params:  key         its id
//          name        whose it is or what for
//          scopes      list of read and write
//          digest      digest of the secret
//          now         when it is made
//          expires_at  when it ends to be one, or null
// returns: nothing
MERGE (key:ApiKey {id: $key})
SET key.name = $name,
    key.scopes = $scopes,
    key.digest = $digest,
    key.created_at = $now,
    key.expires_at = $expires_at
