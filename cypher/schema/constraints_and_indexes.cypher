// The names of all constraints and indexes that are in place and ready.
//
// params:  none
// returns: name, state
SHOW INDEXES
YIELD name, state
RETURN name, state
