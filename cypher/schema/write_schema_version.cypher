// Note the version of the schema, and make the node whose lock lets one writer work at a time.
//
// params:  version   the version that all constraints and indexes are now at
// returns: nothing
MERGE (schema:Schema {id: 'schema'})
SET schema.version = $version
MERGE (:Lock {id: 'write'})
