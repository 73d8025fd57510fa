"""Notes who changed what through the API, in the log and in the database."""

from __future__ import annotations

from datetime import UTC, datetime

import structlog

from app.doors import Caller
from app.opening import GraphDoor
from cypher.audit import AuditEntry, note

log = structlog.get_logger("demarche.audit")


class Auditor:
    """Notes what one request changes."""

    def __init__(self, door: GraphDoor, caller: Caller, request_id: str) -> None:
        self._door = door
        self._caller = caller
        self._request_id = request_id

    async def note(self, action: str, *targets: str) -> None:
        """Note a change that has been made to each of these, before it is acknowledged.

        Where the note cannot be written, the request fails although the change stands; the caller tries
        again, which changes nothing more, and is noted then.
        """
        entries = [self.entry(action, target) for target in targets]
        await self._door.write(note, entries)
        for entry in entries:
            self.log(entry)

    def entry(self, action: str, target: str) -> AuditEntry:
        """The entry for a change, for those who write it together with the change."""
        return AuditEntry(
            at=datetime.now(UTC),
            actor=self._caller.id,
            actor_name=self._caller.name,
            action=action,
            target=target,
            address=self._caller.address,
            request_id=self._request_id,
        )

    def log(self, entry: AuditEntry) -> None:
        """The entry as a line of log."""
        log.info(
            entry.action,
            target=entry.target,
            actor=entry.actor,
            address=entry.address,
            request_id=entry.request_id,
        )
