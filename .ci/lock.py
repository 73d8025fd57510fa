"""Writes `.ci/requirements.lock` from `pyproject.toml`; needs `uv` (https://docs.astral.sh/uv/).

python3 .ci/lock.py             # keep the versions that are locked, add what is new
python3 .ci/lock.py --upgrade   # take the newest versions
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

if __name__ == "__main__":
    # One lock for Python 3.11 to 3.13 and all systems; hatchling and editables are in it, so that the
    # project itself installs without fetching anything that is not locked.
    command = ["uv", "pip", "compile", "pyproject.toml", "--group", "dev", "--group", "build", "--quiet"]
    command += ["--universal", "--python-version", "3.11", "--generate-hashes"]
    command += ["--custom-compile-command", "python3 .ci/lock.py", "-o", ".ci/requirements.lock"]
    sys.exit(subprocess.run([*command, *sys.argv[1:]], cwd=ROOT).returncode)
