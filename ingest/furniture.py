"""What stands around the reporting on a page, told by its first or last words: teasers, bylines, notices.

The patterns are newsroom and web conventions, never words of one article. Each is anchored and bounded, so
that no text makes them slow.
"""

from __future__ import annotations

import re
from typing import Literal

Furniture = Literal["teaser", "boilerplate", "byline", "credit"]

# Longer paragraphs are reporting, whatever they begin with.
_LONGEST = 240
_LONGEST_LINE = 120

_TEASER = re.compile(
    r"""
    (?: also\s+read | read\s+(?:also|more|next|full\s+story|here) | see\s+also | see\s+more | more\s+from
      | more\s+on | more\s+stories | must[\s-]read | don['’]t\s+miss | recommended(?:\s+for\s+you)?
      | related(?:\s+(?:stor(?:y|ies)|articles?|news|posts?|links?|content|coverage|topics?|reading))?
      | trending(?:\s+now)? | further\s+reading | watch(?:\s+(?:live|now|here|also|video|the\s+video))?
      | listen(?:\s+(?:now|here|to))? | editor['’]?s['’]?\s+picks? | expla(?:in|ine[dr])s? | opinion
      | you\s+(?:may|might)\s+(?:also\s+)?(?:like|be\s+interested) | in\s+(?:pics?|pictures|photos|numbers)
      | live\s+updates? | top\s+stories | latest\s+(?:news|stories) | most\s+(?:read|popular) | up\s+next
      | continue\s+reading | previous\s+article | next\s+article | what\s+to\s+read\s+next
    )
    (?: \s*[:|»>→] | \s+[-–—]\s | \s*$ | \b[^.!?]{0,40}[:|»] )
    | click\s+here\b | read\s+more\s+(?:on|about|at|in|from)\b | also\s+read\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Behind the last sentence of a paragraph from which a page lost its line breaks.
_TRAILING_TEASER = re.compile(
    r"(?<=[.!?”\"’)])\s{1,9}(?:also\s+read|read\s+(?:also|more)|see\s+also|related(?:\s+\w{3,9})?|watch)\s?[:|–—]\s",
    re.IGNORECASE,
)
_LONGEST_TRAILING_TEASER = 160

_AGENCY = (
    r"afp|ap|reuters|xinhua|bernama|tass|ani|pti|ians|uni|wam|kuna|spa|qna|bna|ona|anadolu(?:\s+agency)?|aa|efe|dpa|ansa"
    r"|upi|yonhap|kyodo|sana|irna|mna|app|bss|unb|antara|agencies|gna|nan|vna|mena|suna|azertac|armenpress|trend|petra"
)
# Notices by how they begin.
_NOTICE = re.compile(
    r"""
    copyright\b | © | \(c\)\s*\d{4} | .{0,80}\ball\s+rights\s+reserved
    | (?:we|this\s+(?:site|website)|our\s+(?:site|website))\s+uses?\s+cookies | accept\s+(?:all\s+)?cookies
    | by\s+(?:continuing|using|browsing)\s+(?:to\s+\w+\s+)?(?:this|our)\s+(?:web)?site
    | cookie\s+(?:policy|settings) | subscribe\b | sign\s+up\b | share\s*: | tweet\s*$ | advertisement\b
    | get\s+(?:the\s+latest|our|more)\b.{0,60}\b(?:newsletter|inbox|app|alerts?) | follow\s+us\b | sponsored\b
    | follow\s+\w+\s+on\s+(?:twitter|x|facebook|google|whatsapp|instagram|telegram) | like\s+us\s+on
    | join\s+(?:us\s+on|our\s+(?:whatsapp|telegram|channel|newsletter)) | download\s+(?:our|the)\b.{0,30}\bapp
    | share\s+(?:this|on\s+(?:facebook|twitter|x|whatsapp))\b | leave\s+a\s+(?:reply|comment)
    | (?:for\s+)?(?:media|press)\s+(?:contacts?|enquiries|inquiries)\b
    | for\s+(?:more|further)\s+information\b | contacts?\s*: | e-?mail\s*: | fax\s*: | website\s*:
    | (?:tel(?:ephone)?|phone)\s*[:.]\s?[+\d(] | with\s+agency\s+inputs?
    | \(?(?:with|additional)\s+(?:agency\s+)?(?:inputs?|reporting|contributions?)\s+(?:from|by)\b
    | \(?(?:reporting|writing|editing|compiled|edited|translated)\s+by\s+(?-i:[A-Z])
    | this\s+(?:article|story|report|piece)\s+(?:was|has\s+been|is)\s+(?:first\s+|originally\s+)?
      (?:published|auto|edited|generated|updated|amended|corrected|modified)
    | (?:we|you)\s+and\s+our\s+(?:\d{1,4}\s+)?(?:trusted\s+)?(?:partners|vendors)\b
    | (?:support|donate\s+to)\s+(?:independent|quality|our|free)\s+journalism\b | donate\s+(?:now|today)\b
    | our\s+(?:whatsapp|telegram)\s+(?:channel|group)\b | an\s+earlier\s+version\s+of\s+this\b
    | \(?only\s+the\s+headline\b
    | [-–—*]*\s*(?:the\s+)?(?:author|writer)s?\s+(?:is|are|was)\s+
      (?:an?\b|the\b|based|currently|professor|director|editor|former|senior)
    | (?:the\s+)?(?:views|opinions)\s+expressed | disclaimer\b
    | terms\s+(?:of\s+(?:use|service)|and\s+conditions)
    | privacy\s+policy | (?:tags?|topics?|keywords?|categor(?:y|ies)|source|posted\s+in)\s*: | filed\s+under\b
    | (?:first\s+)?(?:published|updated|posted)\s*(?:on\b|at\b|:) | last\s+(?:updated|modified)\b
    | \d{1,3}\s*(?:comments?|shares?|views?|min(?:ute)?s?\s+read)\b | your\s+email\s+address\s+will
    | back\s+to\s+top | skip\s+to\s+(?:main\s+)?content
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Notices that are all of their paragraph: an agency's mark, the end sign, a rule, the date of publication.
_MARK = re.compile(
    rf"""
    (?: \(?-{{0,2}}\s?(?:{_AGENCY})\)?\s*[/.]? | end-?it(?:em)? | item | /?ends?/? | -+\s*(?:30|ends?)\s*-+
      | [#*=_~\-–—•.\s]{{3,}}
      | (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?
        (?:[a-z]{{3,9}}\.?\s+\d{{1,2}}|\d{{1,2}}\s+[a-z]{{3,9}}\.?),?\s+\d{{4}}
        (?:[\s,|–-]+[\d:.]{{4,5}}.{{0,12}})?
    )\s*$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_TAIL = re.compile(
    rf"\s{{0,4}}(?:\((?-i:{_AGENCY.upper()}|Reuters|Xinhua|Bernama|Anadolu|Agencies)\)|--\s?(?:{_AGENCY})|\bend-?item|/ends/?"
    r"|\[?\(?with\s+(?:agency\s+)?inputs?\s+from\s[^()\n]{2,60}\)?\]?)\s{0,4}$",
    re.IGNORECASE,
)
_LONGEST_TAIL = 90
_NAME = r"(?-i:[A-ZÀ-ÖØ-Þ][\w.'’-]*|d[aeiou]|van|von|bin|al-[A-Z]\w+)"
_BYLINE = re.compile(
    rf"""
    (?: (?:(?:written|reported|story|text)\s+)?by\s*:?\s+{_NAME}
        (?:\s+(?:{_NAME}|and|&)|,\s+{_NAME}){{0,9}}(?:\s*[,|–—-].{{0,60}})?
      | (?:from\s+|by\s+)?(?:our|a)\s+(?:\w+\s+)?(?:correspondent|reporter)s?\b.{{0,40}}
      | (?:staff|special|diplomatic)\s+(?:reporter|writer|correspondent)s?(?:\s*[,|–—-].{{0,40}})?
      | (?:\w{{2,12}}\s+)?(?:news|web|online|digital|foreign|world)\s+(?:desk|team|staff|bureau)
    )\s*$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_CREDIT = re.compile(
    r"""
    (?: \(?(?:file\s+)?(?:photo|image|picture|video|pic|screengrab|photograph|illustration|credit|courtesy)s?
        (?:\s*(?:credits?|courtesy|by|source))?(?:\s?[:/|©]|\s[–-]\s)
      | \(?(?:photo|image|picture)s?\s+by\b | \(?(?:file|handout)\s+(?:photo|picture|image)\)?\s*$
      | .{0,60}\b(?:getty\s+images|ap\s+photo|afp\s+photo|via\s+getty|epa-efe|shutterstock|reuters/\w)
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)


def furniture_of(paragraph: str) -> Furniture | None:
    """What kind of furniture a paragraph is, or None where it may be reporting."""
    if len(paragraph) > _LONGEST:
        return None
    if _TEASER.match(paragraph):
        return "teaser"
    if len(paragraph) <= _LONGEST_LINE and _CREDIT.match(paragraph):
        return "credit"
    if _NOTICE.match(paragraph) or _MARK.match(paragraph):
        return "boilerplate"
    if len(paragraph) <= _LONGEST_LINE and _BYLINE.match(paragraph):
        return "byline"
    return None


def tail_of(paragraph: str) -> tuple[int, Furniture] | None:
    """Where furniture begins behind the last sentence of a paragraph, and its kind: "… he said. (ANI)"."""
    ending = paragraph[-_LONGEST_TRAILING_TEASER:]
    teaser = _TRAILING_TEASER.search(ending)
    if teaser is not None:
        return len(paragraph) - len(ending) + teaser.start(), "teaser"
    ending = paragraph[-_LONGEST_TAIL:]
    tail = _TAIL.search(ending)
    if tail is not None and tail.start() > 0:
        return len(paragraph) - len(ending) + tail.start(), "boilerplate"
    return None
