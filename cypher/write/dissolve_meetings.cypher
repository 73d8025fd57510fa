// Remove these meetings.
//
// params:  meetings   ids
// returns: nothing
UNWIND $meetings AS wanted
MATCH (meeting:Meeting {id: wanted})
DETACH DELETE meeting
