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
  MATCH ()-[seat:ATTENDED]->(meeting:Meeting)
  WHERE $person IS NULL
    AND seat.country = $country
  RETURN meeting
  UNION
  MATCH (meeting:Meeting)
  WHERE $person IS NULL
    AND $country IS NULL
    AND meeting.earliest <= coalesce($until, date('9999-12-31'))
  RETURN meeting
}
WITH meeting
WHERE ($since IS NULL OR meeting.latest >= $since)
  AND ($until IS NULL OR meeting.earliest <= $until)
RETURN meeting.id AS id
