"""Webhooks: others are told of new meetings, signed, again and again until they say that they have it.

`making` makes a webhook, `signing` a message, `sending` brings it to a public address, `telling` finds what
is to be told and keeps at it.
"""
