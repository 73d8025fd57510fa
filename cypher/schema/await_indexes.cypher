// Wait until every index can answer.
//
// params:  seconds   how long to wait
// returns: nothing
CALL db.awaitIndexes($seconds)
