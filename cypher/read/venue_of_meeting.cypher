// Where and when a meeting was. No row if there is no such meeting.
//
// params:  meeting   id
// returns: id, place (its id, or null), earliest, latest
MATCH (meeting:Meeting {id: $meeting})
RETURN meeting.id AS id,
       head(COLLECT { MATCH (meeting)-[:HELD_IN]->(venue:Place) RETURN venue.id }) AS place,
       meeting.earliest AS earliest,
       meeting.latest AS latest
