// What the ledger says of its own condition.
//
// params:  none
// returns: wiping (a rebuild was interrupted), underived (live articles that are not derived), stray_claims
//          (live claims of articles that are not live), lost_claims (claims of no article), twin_articles
//          (live articles of whose page another version is live)
RETURN EXISTS { (:Lock {id: 'write', wiping: true}) } AS wiping,
       COUNT {
         MATCH (article:Article {derived: false})
         WHERE article.state IN ['done', 'nothing_found']
       } AS underived,
       COUNT {
         MATCH (article:Article)-[:STATES]->(claim:Claim)
         WHERE NOT article.state IN ['done', 'nothing_found']
           AND claim.retracted_at IS NULL
       } AS stray_claims,
       COUNT {
         MATCH (claim:Claim)
         WHERE NOT EXISTS { (claim)<-[:STATES]-(:Article) }
       } AS lost_claims,
       COUNT {
         MATCH (article:Article)
         WHERE article.state IN ['done', 'nothing_found']
           AND EXISTS {
             MATCH (other:Article {address: article.address})
             WHERE other.id <> article.id
               AND other.state IN ['done', 'nothing_found']
           }
       } AS twin_articles
