"""What we conclude from the ledger, as pure functions of the set of live claims.

Nothing here knows the database, the order in which articles came, or the time of day. The ledger asks these
functions for the neighbourhood of a change, `cypher.verify` for the whole graph; both get the same answer,
because claims that do not touch (see `gathering`) never influence each other.

- `evidence`: the records that go in
- `stories`: which articles are copies of one report
- `dyads`: who faces whom in a claim, and when that can have been
- `gathering`: which claims are about one meeting
- `meetings`: what a meeting is, given its claims; `status` and `confidence` hold two of its rules
- `acquaintance`: who has met whom
- `bonds`: partnerships, offices and memberships
- `identities`: what an entity is called
- `whole`: the whole derived graph at once; `in_parts`: the same part by part, in bounded memory
"""
