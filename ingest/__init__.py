"""Text becomes facts: pure functions up to the last step, which writes.

One article's way through this room: a source gives an `Article`; `clean` marks what of its text is
reporting; `parse` gives sentences; `mentions` finds who is named, `people` says who that is;
the claim readers (`events`, `partnerships`, `offices`) state who met whom with the sentence that says so;
`write` hands the reading to `cypher`. Nothing flows back.
"""
