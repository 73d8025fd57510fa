// Write a decision into the journal, or that it is undone.
//
// params:  decision   map of all properties of the decision, with its id
// returns: nothing
MERGE (decision:Decision {id: $decision.id})
SET decision = $decision
