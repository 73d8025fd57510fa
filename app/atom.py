"""A feed of meetings in Atom (RFC 4287)."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence
from datetime import UTC, datetime
from urllib.parse import quote

from cypher.reads.feeds import ReportedMeetingRow

NAMESPACE = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"

_VERBS = {
    "planned": "plan to meet",
    "held": "met",
    "postponed": "put off a meeting",
    "cancelled": "will not meet",
    "refused": "would not meet",
    "possible": "may meet",
}
_NOT_IN_XML = {code: "\ufffd" for code in range(0x20) if code not in (0x9, 0xA, 0xD)}


def feed(address: str, base: str, meetings: Sequence[ReportedMeetingRow]) -> bytes:
    """The feed at an address. Entries keep their id; `updated` is when the last report of one was recorded.

    A feed without entries is as old as time, so that it does not seem to change.
    """
    root = ElementTree.Element("feed", {"xmlns": NAMESPACE})
    _add(root, "id", address)
    _add(root, "title", "Meetings")
    _add(
        root,
        "updated",
        _moment(max((one.updated for one in meetings), default=datetime.fromtimestamp(0, UTC))),
    )
    _add(root, "link", rel="self", type=MEDIA_TYPE, href=address)
    _add(_add(root, "author"), "name", "Demarche")
    for one in meetings:
        entry = _add(root, "entry")
        _add(entry, "id", f"urn:demarche:meeting:{quote(one.id, safe=':')}")
        _add(entry, "title", title(one))
        _add(entry, "published", _moment(one.reported))
        _add(entry, "updated", _moment(one.updated))
        _add(
            entry,
            "link",
            rel="alternate",
            type="application/json",
            href=f"{base}/v1/meetings/{quote(one.id, safe=':')}",
        )
        if one.url:
            _add(entry, "link", rel="via", href=one.url)
        _add(entry, "summary", one.sentence)
        _add(entry, "category", term=one.status)
    document: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return document


def title(meeting: ReportedMeetingRow) -> str:
    """A meeting in one line, such as `Ana Sá, Li Wei met by phone in Oslo, 2024-05-02`."""
    how = f" by {meeting.format}" if meeting.format in ("phone", "video") else ""
    where = f" in {meeting.place}" if meeting.place else ""
    when = f", {meeting.date}" if meeting.date else ""
    return f"{', '.join(meeting.participants)} {_VERBS[meeting.status]}{how}{where}{when}"


def _add(
    parent: ElementTree.Element, tag: str, text: str | None = None, **attributes: str
) -> ElementTree.Element:
    element = ElementTree.SubElement(
        parent, tag, {name: value.translate(_NOT_IN_XML) for name, value in attributes.items()}
    )
    element.text = text.translate(_NOT_IN_XML) if text is not None else None
    return element


def _moment(at: datetime) -> str:
    return at.isoformat().replace("+00:00", "Z")
