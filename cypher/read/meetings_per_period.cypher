// How many meetings there were in each day, month or year, read along the index of their days. A meeting whose
// day is not known counts where it may first have been.
//
// params:  since, until  days, both inclusive
//          width         letters of the ISO date that name a period: 10 for days, 7 for months, 4 for years
//          statuses      list of meeting statuses
//          country       ISO 3166 alpha-3 of a country that took part, or null
// returns: period, meetings, independent_sources (summed over the meetings)
MATCH (meeting:Meeting)
USING INDEX meeting:Meeting(earliest, id)
WHERE meeting.earliest >= $since
  AND meeting.earliest <= $until
  AND meeting.id IS NOT NULL
  AND meeting.status IN $statuses
  AND ($country IS NULL
       OR EXISTS { (meeting)<-[:ATTENDED]-(:Person {country: $country}) }
       OR EXISTS { (meeting)<-[:ATTENDED]-(:Person)-[:REPRESENTS]->(:Country {id: $country}) }
       OR EXISTS { (meeting)<-[:ATTENDED]-(:Country {id: $country}) })
RETURN substring(toString(meeting.earliest), 0, $width) AS period,
       count(*) AS meetings,
       sum(meeting.independent_sources) AS independent_sources
ORDER BY period
