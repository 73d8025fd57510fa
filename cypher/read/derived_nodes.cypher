// Every node that is derived from the ledger.
//
// params:  none
// returns: labels, properties
MATCH (node:Entity|Meeting|Dyad)
RETURN labels(node) AS labels,
       properties(node) AS properties
