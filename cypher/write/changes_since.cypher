// How much the ledger has changed since a moment.
//
// params:  moment   when
// returns: claims (stated or retired since), articles, decisions
RETURN COUNT { MATCH (claim:Claim) WHERE claim.recorded_at > $moment }
         + COUNT { MATCH (claim:Claim) WHERE claim.retracted_at > $moment } AS claims,
       COUNT { MATCH (article:Article) WHERE article.changed_at > $moment } AS articles,
       COUNT { MATCH (decision:Decision) WHERE decision.decided_at > $moment }
         + COUNT { MATCH (decision:Decision) WHERE decision.revoked_at > $moment } AS decisions
