"""A real Neo4j Community on this machine, shared by the commands that use one data folder.

From the command to the server:
- `jars` brings the pinned files of `jars.lock` into the user's cache, `java` and `configuration` say how to
  run them, `password` keeps the secret;
- `keeper` is a small process of its own that owns the Java process; it goes when no command needs it;
- `client` is what a command calls: it holds a shared file lock as long as it needs the server, and waits for
  the keeper's `state`;
- `diagnosis` turns a log into an error that says what to do.
"""
