// Make these meetings. None of them is there.
//
// params:  meetings   maps of the properties of a meeting; sorted by id
// returns: nothing
UNWIND $meetings AS row
CREATE (meeting:Meeting)
SET meeting = row
