"""Facts become answers: HTTP and the command line. No Cypher and no text mining.

A question comes in as a request; a router asks one of the reads of `cypher`; a response model says the
answer in JSON.
"""
