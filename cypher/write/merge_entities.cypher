// Make these entities what the votes say they are.
//
// params:  entities   maps of label (Person, Country, Party, Organization or Place) and properties;
//                     sorted by id
// returns: nothing
UNWIND $entities AS row
MERGE (entity:Entity {id: row.properties.id})
SET entity = row.properties
REMOVE entity:Person:Country:Party:Organization:Place
SET entity:$(row.label)
