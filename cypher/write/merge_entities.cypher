// Make these entities what the votes say they are. A label that stays is not touched: each change of one is a
// change of every index of the label.
//
// params:  entities   maps of label (Person, Country, Party, Organization or Place) and properties;
//                     sorted by id
// returns: nothing
UNWIND $entities AS row
MERGE (entity:Entity {id: row.properties.id})
SET entity = row.properties
FOREACH (_ IN CASE WHEN row.label IN labels(entity) THEN [] ELSE [1] END |
  REMOVE entity:Person:Country:Party:Organization:Place
  SET entity:$(row.label)
)
