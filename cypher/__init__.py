"""The only door to Neo4j: one `.cypher` file per statement, typed rows, the schema, the local server.

A reading comes in as `rows.ReadingRows`; the ledger keeps it; `derivation` recomputes what follows from
it; the statements in `read/` answer questions about the result. Nothing of `ingest` or `app` is imported.
"""
