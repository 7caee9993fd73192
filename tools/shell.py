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
    """Tell the person at the terminal, at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def run(command: Sequence[str | Path], **options: object) -> subprocess.CompletedProcess[str]:
    """Run a command; stop with its output when it fails."""
    quiet = bool(options.pop("quiet", False))
    if quiet:
        options |= {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    options.setdefault("stdin", subprocess.DEVNULL)
    done = subprocess.run([str(part) for part in command], text=True, check=False, **options)
    if done.returncode:
        if quiet:
            say("\n".join(done.stdout.splitlines()[-40:]))
        raise SystemExit(f"Failed ({done.returncode}): {' '.join(map(str, command))}")
    return done


@contextmanager
def timed(text: str, lasts: str) -> Iterator[None]:
    """Say what happens now, how long it may take, and how long it took."""
    start = time.monotonic()
    say(f"- {text} ({lasts}) ...")
    yield
    say(f"  done in {time.monotonic() - start:.0f} s")


@contextmanager
def step(name: str, text: str, key: str, lasts: str) -> Iterator[bool]:
    """A step that leaves a stamp, and is skipped while the stamp says the same key.

    >>> with step("unpack", "unpack it", key="v1", lasts="seconds") as todo:
    ...     if todo: ...
    """
    stamp = STAMPS / name
    if stamp.is_file() and stamp.read_text() == key:
        yield False
        return
    with timed(text, lasts):
        yield True
        STAMPS.mkdir(parents=True, exist_ok=True)
        stamp.write_text(key)


@contextmanager
def locked(name: str) -> Iterator[None]:
    """Let one process at a time do this: two may start `make test` in the same moment."""
    folder = DEV / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / name).open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def is_root() -> bool:
    """Whether this process may do everything."""
    return os.geteuid() == 0


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
