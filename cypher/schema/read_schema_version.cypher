// The version of the schema in this database; no row if there is none yet.
//
// params:  none
// returns: version
MATCH (schema:Schema {id: 'schema'})
RETURN schema.version AS version
