// How many things of each kind the graph holds, from the counts that the database keeps.
//
// params:  none
// returns: articles, claims, persons, countries, parties, organizations, places, meetings, contacts, partnerships
RETURN COUNT { (:Article) } AS articles,
       COUNT { (:Claim) } AS claims,
       COUNT { (:Person) } AS persons,
       COUNT { (:Country) } AS countries,
       COUNT { (:Party) } AS parties,
       COUNT { (:Organization) } AS organizations,
       COUNT { (:Place) } AS places,
       COUNT { (:Meeting) } AS meetings,
       COUNT { ()-[:MET_WITH]->() } AS contacts,
       COUNT { ()-[:PARTNER_OF]->() } AS partnerships
