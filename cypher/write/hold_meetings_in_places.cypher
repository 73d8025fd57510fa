// Say where meetings were held.
//
// params:  venues   maps of meeting and place; sorted by place
// returns: nothing
UNWIND $venues AS row
MATCH (meeting:Meeting {id: row.meeting})
MATCH (place:Entity {id: row.place})
CREATE (meeting)-[:HELD_IN]->(place)
