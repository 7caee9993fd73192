"""Our own Odoo server in the background: start it, find it again, stop it."""

import os
import signal
import subprocess
import time
import urllib.error
import urllib.request

from tools.odoo import Instance, tail
from tools.paths import DEV, ODOO_BIN
from tools.shell import command_line, timed

PID_FILE = DEV / "server.pid"


def running_port() -> int | None:
    """Port of the server that we started; None when it is down."""
    found = _read()
    return found[1] if found else None


def start(instance: Instance) -> None:
    """Start the server, detached from this terminal, and wait until it answers."""
    instance.write_configuration()
    log = instance.log("server")
    command = instance.command("--config", str(instance.configuration))
    with timed("start the server", "about 10 seconds"), log.open("w") as output:
        process = subprocess.Popen(
            command,
            env=instance.environment(),
            cwd=DEV,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
        PID_FILE.write_text(f"{process.pid} {instance.http_port}")
        if not _answers(process, instance.http_port):
            raise SystemExit(f"The server does not answer. The end of its log:\n{tail(log)}")


def stop() -> bool:
    """Stop the server that we started; False when it was not running."""
    found = _read()
    PID_FILE.unlink(missing_ok=True)
    if not found:
        return False
    os.kill(found[0], signal.SIGTERM)
    for _ in range(100):
        if not _is_ours(found[0]):
            return True
        time.sleep(0.1)
    os.kill(found[0], signal.SIGKILL)
    return True


def _answers(process: subprocess.Popen[bytes], port: int) -> bool:
    """Wait for the login page: two minutes at most, and no longer than the process lives."""
    for _ in range(480):
        if process.poll() is not None:
            return False
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/web/login", timeout=60):
                return True
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.25)
    return False


def _read() -> tuple[int, int] | None:
    if not PID_FILE.is_file():
        return None
    pid, port = map(int, PID_FILE.read_text().split())
    return (pid, port) if _is_ours(pid) else None


def _is_ours(pid: int) -> bool:
    """Whether this process still is the server that we started."""
    return str(ODOO_BIN) in command_line(pid)
