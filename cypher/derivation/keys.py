"""Keys made of several ids, and taken apart again, whatever characters an id has."""

from __future__ import annotations

PAIR = "|"
BOND = " "
_ESCAPED = (("%", "%25"), ("|", "%7C"), (" ", "%20"))


def joined(separator: str, *parts: str) -> str:
    """One key of these parts. Ids as ours stay as they are.

    >>> joined(PAIR, "Q1", "Q2")
    'Q1|Q2'
    """
    return separator.join(_escaped(part) for part in parts)


def parts(separator: str, key: str) -> list[str]:
    """The parts of a key.

    >>> parts(PAIR, joined(PAIR, "a|b", "50% c"))
    ['a|b', '50% c']
    """
    return [_plain(part) for part in key.split(separator)]


def _escaped(part: str) -> str:
    for plain, escaped in _ESCAPED:
        part = part.replace(plain, escaped)
    return part


def _plain(part: str) -> str:
    for plain, escaped in reversed(_ESCAPED):
        part = part.replace(escaped, plain)
    return part
