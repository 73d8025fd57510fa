"""The questions that the graph answers, by subject: each a `Read` constant beside the record of its row.

    from cypher.reads.persons import PERSON
    row = await graph.fetch_one(PERSON, person="Q7747")

The Cypher itself stands in `cypher/read/`, in a file of the same name. Days come as ISO text, moments as
aware datetimes, ids as they stand in the graph.
"""
