"""`make run`: a server with a demo cycle that was lived through.

Variables of the environment:
HTTP_PORT       first port to try (default 8069);
HTTP_INTERFACE  address to listen on (default 127.0.0.1, this machine alone);
WORKERS         number of worker processes (default 0: one process with threads);
FRESH=1         throw the demo database away first.
"""

import json
import os
import subprocess
import sys

from tools import postgres, server, setup, source
from tools.odoo import Instance, drafted
from tools.paths import ADDON, PYTHON, REPO
from tools.shell import run, say, timed

DATABASE = "hr_performance_demo"
DEMO = REPO / "tools" / "sample" / "demo.py"
# Parameters inside the database say what it contains, so they live and die with it.
SOURCE_STAMP = "hr_performance.tools.source"
DEMO_STAMP = "hr_performance.tools.demo"


def main() -> int:
    """Bring the machine, the database and the server up to date; do only what is missing."""
    setup.main()
    instance = Instance(
        DATABASE,
        postgres.ensure(postgres.RUN),
        http_port=server.running_port() or _choose_port(),
        workers=int(os.environ.get("WORKERS", "0")),
    )
    _prepare(instance)
    if server.running_port() is None:
        instance.set_parameter("web.base.url", f"http://localhost:{instance.http_port}")
        server.start(instance)
    _show(instance)
    return 0


def _choose_port() -> int:
    wanted = int(os.environ.get("HTTP_PORT", "8069"))
    port = postgres.free_port(wanted)
    if port != wanted:
        say(f"Port {wanted} is taken by another program; this server takes {port}.")
    return port


def _prepare(instance: Instance) -> None:
    """Create the database, or upgrade it when the addon has changed since."""
    if os.environ.get("FRESH") == "1":
        server.stop()
        instance.drop()
    if not instance.exists():
        _create(instance)
    elif instance.parameter(SOURCE_STAMP) != source.digest():
        server.stop()
        with timed("upgrade the addon, its files have changed", "about 20 seconds"):
            instance.setup(["-u", ADDON], "upgrade")
        instance.set_parameter(SOURCE_STAMP, source.digest())
    if DEMO.is_file() and not instance.parameter(DEMO_STAMP):
        server.stop()
        _load_demo(instance)


def _create(instance: Instance) -> None:
    digest = source.digest()
    with (
        timed(f"create the database {DATABASE} with the addon", "1-3 minutes"),
        drafted(instance, ADDON) as draft,
    ):
        draft.set_parameter(SOURCE_STAMP, digest)
        if DEMO.is_file():
            _load_demo(draft)


def _load_demo(instance: Instance) -> None:
    with timed("live through the demo cycle", "1-2 minutes"):
        instance.call("tools.sample.demo:load_demo")
        instance.set_parameter(DEMO_STAMP, "loaded")


def _show(instance: Instance) -> None:
    say(f"\nThe server runs at http://localhost:{instance.http_port}\n")
    rows = [("Role", "Login", "Password"), *_logins(instance)]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        say("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    say(f"\nLog: {instance.log('server').relative_to(REPO)}. Stop it with `make stop`.")


def _logins(instance: Instance) -> list[tuple[str, str, str]]:
    """One login for each role, as the demo declares them."""
    if not DEMO.is_file():
        return [("Administrator", "admin", "admin")]
    script = "import json; from tools.sample.demo import LOGINS; print(json.dumps(LOGINS))"
    command = [PYTHON, "-c", script]
    found = run(command, env=instance.environment(), cwd=REPO, stdout=subprocess.PIPE)
    return [tuple(row) for row in json.loads(found.stdout)]


if __name__ == "__main__":
    sys.exit(main())
