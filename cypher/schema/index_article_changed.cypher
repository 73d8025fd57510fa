// What the ledger knew of articles at a moment is found by when that changed.
//
// params:  none
// returns: nothing
CREATE INDEX index_article_changed IF NOT EXISTS
FOR (node:Article)
ON (node.changed_at)
