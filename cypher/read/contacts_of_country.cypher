// The countries with which a country met, those first with which it met most often: how often, from when to when,
// and on whose soil. Held meetings in person, read along the index of its seats. No row if the graph knows
// neither it nor anybody of it.
//
// params:  country       ISO 3166 alpha-3
//          pair          the one pair of countries asked for, as CUB|RUS, or null
//          since, until  days, both inclusive: meetings whose last possible day lies between them
//          new_since     a day, or null: only countries with which the first of these meetings was on it or later
//          quiet_since   a day, or null: only countries with which the last of these meetings was before it
//          most          the number of meetings of the last country already seen; a large number at first
//          after_id      code of the last country already seen; '' for the first page
//          limit         how many at most
// returns: id, name, countries
OPTIONAL MATCH (country:Country {id: $country})
WITH country
WHERE country IS NOT NULL
   OR EXISTS { (:Person {country: $country}) }
RETURN $country AS id,
       coalesce(country.name, $country) AS name,
       COLLECT {
         CALL () {
           MATCH ()-[seat:ATTENDED]->(meeting:Meeting)
           WHERE seat.country = $country
             AND seat.day >= $since
             AND seat.day <= $until
             AND meeting.status = 'held'
             AND NOT meeting.format IN ['video', 'phone']
             AND ($pair IS NULL OR $pair IN meeting.country_pairs)
           RETURN DISTINCT meeting
         }
         WITH meeting, head(COLLECT { MATCH (meeting)-[:HELD_IN]->(venue:Place) RETURN venue.country }) AS host
         UNWIND [pair IN meeting.country_pairs WHERE $country IN split(pair, '|') AND ($pair IS NULL OR pair = $pair)]
           AS pair
         WITH meeting, host, head([code IN split(pair, '|') WHERE code <> $country]) AS other
         WITH other, count(*) AS meetings, min(meeting.earliest) AS first, max(meeting.latest) AS last,
              count(CASE WHEN host = $country THEN 1 END) AS hosted,
              count(CASE WHEN host = other THEN 1 END) AS visited,
              count(CASE WHEN host <> $country AND host <> other THEN 1 END) AS elsewhere
         WHERE (meetings < $most OR (meetings = $most AND other > $after_id))
           AND ($new_since IS NULL OR first >= $new_since)
           AND ($quiet_since IS NULL OR last < $quiet_since)
         WITH other, meetings, first, last, hosted, visited, elsewhere
         ORDER BY meetings DESC, other
         LIMIT $limit
         OPTIONAL MATCH (partner:Country {id: other})
         RETURN {id: other, name: coalesce(partner.name, other), meetings: meetings, first: toString(first),
                 last: toString(last), hosted: hosted, visited: visited, elsewhere: elsewhere,
                 place_unknown: meetings - hosted - visited - elsewhere}
         ORDER BY meetings DESC, other
       } AS countries
