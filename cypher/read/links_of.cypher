// The links of some entities, the strongest first: one step outward from where a drawing has come to.
//
// params:  frontier   ids of people, countries, parties and organizations
//          each       how many links of one entity to follow at most
// returns: near (id), far (id)
UNWIND $frontier AS id
MATCH (entity:Entity {id: id})
CALL (entity) {
  MATCH (entity)-[link:MET_WITH|PARTNER_OF|REPRESENTS|MEMBER_OF|OF]-(other)
  RETURN other, coalesce(link.meetings, link.claims, 1) AS weight
  ORDER BY weight DESC, other.id
  LIMIT $each
}
RETURN DISTINCT id AS near, other.id AS far
ORDER BY near, far
