// What belongs to some meetings and claims: the claims that state the meetings, the articles that state the claims, who
// took part, where, and whom the claims name.
//
// params:  meetings, claims   ids
// returns: label, id
CALL () {
  UNWIND $meetings AS id
  MATCH (meeting:Meeting {id: id})
  CALL (meeting) {
    MATCH (meeting)<-[:SUPPORTS]-(claim:Claim)
    RETURN claim AS node
    UNION
    MATCH (meeting)<-[:SUPPORTS]-(:Claim)<-[:STATES]-(article:Article)
    RETURN article AS node
    UNION
    MATCH (meeting)<-[:ATTENDED]-(guest:Entity)
    RETURN guest AS node
    UNION
    UNWIND meeting.countries AS code
    MATCH (country:Country {id: code})
    RETURN country AS node
    UNION
    MATCH (meeting)-[:HELD_IN]->(place:Place)
    RETURN place AS node
    UNION
    MATCH (meeting)-[:HELD_IN]->(:Place)-[:IN]->(country:Country)
    RETURN country AS node
  }
  RETURN node
  UNION
  UNWIND $claims AS id
  MATCH (claim:Claim {id: id})
  CALL (claim) {
    MATCH (claim)<-[:STATES]-(article:Article)
    RETURN article AS node
    UNION
    MATCH (claim)-[:NAMES]->(entity:Entity)
    RETURN entity AS node
  }
  RETURN node
}
RETURN head([label IN labels(node) WHERE label <> 'Entity']) AS label,
       node.id AS id
