"""The dashboard: answers of the API as pages, rendered here and readable without a script.

A page asks nothing of its own. It calls the functions behind `/v1` and shows what they answer, so that a page
and its link "JSON" say the same.

- `rendering`: templates, and what they may call; `words`: dates and names as people write them
- `charts`, `drawing`: SVG
- `later`, `kept`: what takes long to count comes after its page, and is counted once for all who look
- one module for each subject: `start`, `persons`, `countries`, `counts`, `meetings`, `places`, `series`,
  `network`, `articles`, `desk`; `assembly` adds them to the API
"""
