"""Runs a command of this project inside its own environment, which it makes or renews when needed.

    python3 .ci/venv.py demarche up
    python3 .ci/venv.py pytest

Needs a Python of 3.11 to 3.13 and nothing else. Every package is checked against the hashes in
`.ci/requirements.lock`. The environment is the folder `.venv`; delete it to start anew.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST, NEWEST = (3, 11), (3, 13)
ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / ".ci" / "requirements.lock"
VENV = ROOT / ".venv"
STAMP = VENV / "installed-from"
WINDOWS = os.name == "nt"
SCRIPTS = VENV / ("Scripts" if WINDOWS else "bin")
VENV_PYTHON = SCRIPTS / ("python.exe" if WINDOWS else "python")


def main(command: list[str]) -> int:
    """Set up what is missing, then run the command; gives its exit code."""
    wanted = fingerprint()
    if not STAMP.is_file() or STAMP.read_text(encoding="utf-8") != wanted or not VENV_PYTHON.is_file():
        set_up()
        STAMP.write_text(wanted, encoding="utf-8")
    if not command:
        print(f"Ready. Run for example: python3 .ci/{Path(__file__).name} demarche --help")
        return 0
    return run_inside(command)


def fingerprint() -> str:
    """What the environment depends on. It changes with the lock and with the project's own metadata."""
    content = LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    return hashlib.sha256(content).hexdigest()


def set_up() -> None:
    """Make `.venv` where there is none that works, and install the lock and the project in it."""
    STAMP.unlink(missing_ok=True)
    if not is_usable(VENV_PYTHON):
        say("making .venv")
        subprocess.run([*suitable_python(), "-m", "venv", "--clear", str(VENV)], check=True)
    pip = [str(VENV_PYTHON), "-m", "pip", "--disable-pip-version-check", "--require-virtualenv", "install"]
    say("installing the packages (about 300 MB to download the first time)")
    subprocess.run(
        [*pip, "--quiet", "--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", str(LOCK)],
        check=True,
    )
    subprocess.run(
        [*pip, "--quiet", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)], check=True
    )
    say("done")


def suitable_python() -> list[str]:
    """The command for a Python that the project runs on: this one, or one that stands beside it."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return [sys.executable]
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        for candidate in ([f"python3.{minor}"], ["py", f"-3.{minor}"]):
            if shutil.which(candidate[0]) and is_usable(*candidate):
                return candidate
    found = ".".join(map(str, sys.version_info[:2]))
    raise SystemExit(
        f"Demarche runs on Python 3.{OLDEST[1]} to 3.{NEWEST[1]}; this is {found}. "
        f"Install one of them, for example from https://www.python.org/downloads/, and try again."
    )


def is_usable(*python: "str | Path") -> bool:
    """Whether this command starts a Python of a version that the project runs on."""
    check = f"import sys; sys.exit(not {OLDEST} <= sys.version_info[:2] <= {NEWEST})"
    try:
        return subprocess.run([*map(str, python), "-c", check], capture_output=True).returncode == 0
    except OSError:
        return False


def run_inside(command: list[str]) -> int:
    """Run a command as if the environment were activated."""
    environment = dict(os.environ, VIRTUAL_ENV=str(VENV))
    environment["PATH"] = str(SCRIPTS) + os.pathsep + environment.get("PATH", "")
    environment.pop("PYTHONHOME", None)
    program = shutil.which(command[0], path=environment["PATH"])
    if program is None:
        raise SystemExit(f"There is no command {command[0]!r}. Try: demarche --help, or pytest.")
    if not WINDOWS:
        os.execve(program, [program, *command[1:]], environment)  # so that signals reach the command itself
    return subprocess.run([program, *command[1:]], env=environment).returncode


def say(what: str) -> None:
    """Tell a person what takes so long, where it does not mix with the command's own output."""
    print(f"demarche: {what} ...", file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except subprocess.CalledProcessError as error:
        sys.exit(
            f"Setting up failed (exit code {error.returncode}); the reason stands above. "
            "Check the network and the free space on the disk, and run the command again."
        )
    except KeyboardInterrupt:
        sys.exit(130)
