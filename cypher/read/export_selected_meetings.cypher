// The meetings of a part of the graph: those that may have been in a period, in which a country and a person took
// part. Read from the person, from the seats of the country, or along the days, whichever is given.
//
// params:  person         id of a person or organization, or null
//          country        ISO 3166 alpha-3, or null
//          since, until   days, both inclusive, or null; at least one of the four is given
// returns: id
CALL () {
  MATCH (:Entity {id: $person})-[:ATTENDED]->(meeting:Meeting)
  WHERE $country IS NULL OR $country IN meeting.countries
  RETURN meeting
  UNION
  WITH 1 AS one
  WHERE $person IS NULL
  MATCH ()-[seat:ATTENDED]->(meeting:Meeting)
  WHERE seat.country = $country
    AND seat.day IS NOT NULL
  RETURN meeting
  UNION
  WITH 1 AS one
  WHERE $person IS NULL
    AND $country IS NULL
    AND $since IS NOT NULL
  MATCH (meeting:Meeting)
  USING INDEX meeting:Meeting(latest, id)
  WHERE meeting.latest >= $since
    AND meeting.id IS NOT NULL
  RETURN meeting
  UNION
  WITH 1 AS one
  WHERE $person IS NULL
    AND $country IS NULL
    AND $since IS NULL
  MATCH (meeting:Meeting)
  USING INDEX meeting:Meeting(earliest, id)
  WHERE meeting.earliest <= $until
    AND meeting.id IS NOT NULL
  RETURN meeting
}
WITH meeting
WHERE ($since IS NULL OR meeting.latest >= $since)
  AND ($until IS NULL OR meeting.earliest <= $until)
RETURN meeting.id AS id
