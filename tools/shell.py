"""Small helpers to run a step and say so."""

import fcntl
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tools.paths import DEV, STAMPS


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def run(command: Sequence[str | Path], **options: object) -> subprocess.CompletedProcess[str]:
    """Run a command; stop with its output when it fails."""
    quiet = bool(options.pop("quiet", False))
    if quiet:
        options |= {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    done = subprocess.run([str(part) for part in command], text=True, check=False, **options)
    if done.returncode:
        if quiet:
            say(done.stdout)
        raise SystemExit(f"Failed ({done.returncode}): {' '.join(map(str, command))}")
    return done


class step:
    """Say what happens and how long it took; skip what an unchanged stamp says is done.

    >>> with step("unpack", "what is unpacked", key="v1") as todo:
    ...     if todo: ...
    """

    def __init__(self, name: str, text: str, key: str = "1", lasts: str = ""):
        self.stamp = STAMPS / name
        self.key = key
        self.text = text
        self.lasts = lasts

    def __enter__(self) -> bool:
        self.todo = not (self.stamp.is_file() and self.stamp.read_text() == self.key)
        self.start = time.monotonic()
        if self.todo:
            say(f"- {self.text}{f' ({self.lasts})' if self.lasts else ''} ...")
        return self.todo

    def __exit__(self, kind: object, *_: object) -> None:
        if self.todo and kind is None:
            STAMPS.mkdir(parents=True, exist_ok=True)
            self.stamp.write_text(self.key)
            say(f"  done in {time.monotonic() - self.start:.0f} s")


@contextmanager
def timed(text: str, lasts: str) -> Iterator[None]:
    """Say what happens now, how long it may take, and how long it took."""
    start = time.monotonic()
    say(f"- {text} ({lasts}) ...")
    yield
    say(f"  done in {time.monotonic() - start:.0f} s")


def is_root() -> bool:
    return os.geteuid() == 0


@contextmanager
def locked(name: str) -> Iterator[None]:
    """Let one process at a time do this: two may start `make test` in the same moment."""
    folder = DEV / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / name).open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def command_line(pid: int) -> str:
    """How a process was started; empty when there is no such process.

    Numbers of processes are used again, so a pid file alone proves nothing.
    """
    proc = Path("/proc")
    if (proc / "self").exists():
        try:
            return (proc / str(pid) / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except FileNotFoundError:
            return ""
    shown = ["ps", "-o", "args=", "-p", str(pid)]
    return subprocess.run(shown, capture_output=True, text=True, check=False).stdout
