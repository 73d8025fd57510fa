// Claims that the ledger holds under these ids, live or not.
//
// params:  claims   ids
// returns: id, digest, recorded_at, retracted_at
UNWIND $claims AS wanted
MATCH (claim:Claim {id: wanted})
RETURN claim.id AS id,
       claim.digest AS digest,
       claim.recorded_at AS recorded_at,
       claim.retracted_at AS retracted_at
