"""The paths of the API by subject. A route translates and delegates: names to ids, one read, rows to JSON."""
