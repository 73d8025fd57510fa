// No two entries of the audit share an id.
//
// params:  none
// returns: nothing
CREATE CONSTRAINT unique_audit_entry_id IF NOT EXISTS
FOR (node:AuditEntry)
REQUIRE node.id IS UNIQUE
