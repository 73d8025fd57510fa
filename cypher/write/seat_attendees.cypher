// Say who attended meetings.
//
// params:  seats   maps of meeting, entity and properties (entity, role, side, title, country, day); sorted by entity
// returns: nothing
UNWIND $seats AS row
MATCH (meeting:Meeting {id: row.meeting})
MATCH (entity:Entity {id: row.entity})
CREATE (entity)-[seat:ATTENDED]->(meeting)
SET seat = row.properties
