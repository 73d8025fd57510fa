// The held meetings of these pairs, in person or of unknown format, with the live claims that say so.
//
// params:  dyads   ids of pairs of people
// returns: dyad, meeting, earliest, latest, articles (ids), stories (ids),
//          surest (the highest confidence of such a claim), confidence (of the meeting)
UNWIND $dyads AS wanted
MATCH (dyad:Dyad {id: wanted})<-[:ABOUT]-(claim:Claim)-[:SUPPORTS]->(meeting:Meeting)
WHERE claim.status = 'held'
  AND meeting.status = 'held'
  AND NOT meeting.format IN ['video', 'phone']
MATCH (article:Article)-[:STATES]->(claim)
RETURN dyad.id AS dyad,
       meeting.id AS meeting,
       meeting.earliest AS earliest,
       meeting.latest AS latest,
       collect(DISTINCT article.id) AS articles,
       collect(DISTINCT article.story) AS stories,
       max(claim.confidence) AS surest,
       meeting.confidence AS confidence
