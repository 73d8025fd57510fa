"""Writes the two locks from `pyproject.toml`; needs `uv` (https://docs.astral.sh/uv/).

    python3 .ci/lock.py             # keep the versions that are locked, add what is new
    python3 .ci/lock.py --upgrade   # take the newest versions

`requirements.lock` has all that is used to run, test and install the project, on Python 3.11 to 3.13 and all
systems. `runtime.lock` has the same versions of what the image needs, which is all but the tests,
and of the extras Kafka.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ALL, RUNTIME = ".ci/requirements.lock", ".ci/runtime.lock"

# hatchling and editables are locked too, so that installing the project fetches nothing else.
COMPILE = ["uv", "pip", "compile", "pyproject.toml", "--group", "build", "--quiet", "--universal"]
COMPILE += [
    "--python-version",
    "3.11",
    "--generate-hashes",
    "--custom-compile-command",
    "python3 .ci/lock.py",
]


def main(options: list[str]) -> int:
    """Write both locks; gives the exit code of the first that fails."""
    for command in (
        [*COMPILE, "--all-extras", "--group", "dev", "-o", ALL, *options],
        [*COMPILE, "--extra", "kafka", "--constraint", ALL, "-o", RUNTIME, *options],
    ):
        code = subprocess.run(command, cwd=ROOT).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
