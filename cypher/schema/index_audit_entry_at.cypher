// Entries of the audit are read by when they were made.
//
// params:  none
// returns: nothing
CREATE INDEX index_audit_entry_at IF NOT EXISTS
FOR (node:AuditEntry)
ON (node.at, node.id)
