// Say where meetings were held.
//
// params:  venues   maps of meeting, place and properties (place, day); sorted by place
// returns: nothing
UNWIND $venues AS row
MATCH (meeting:Meeting {id: row.meeting})
MATCH (place:Entity {id: row.place})
CREATE (meeting)-[venue:HELD_IN]->(place)
SET venue = row.properties
