"""`make stop`: stop the server and the PostgreSQL clusters that these tools started.

A cluster that somebody still works with stays up, unless FORCE=1 is in the environment.
"""

import os
import sys

from tools import postgres, server
from tools.shell import say


def main() -> int:
    """Stop what runs and say so; nothing that somebody else started is touched."""
    if server.stop():
        say("The server is stopped.")
    force = os.environ.get("FORCE") == "1"
    results = [_stop(cluster, force) for cluster in (postgres.RUN, postgres.TEST)]
    return int(False in results)


def _stop(cluster: postgres.Cluster, force: bool) -> bool | None:
    stopped = postgres.stop(cluster, force)
    if stopped:
        say(f"The PostgreSQL cluster `{cluster.name}` is stopped.")
    elif stopped is False:
        say(f"The PostgreSQL cluster `{cluster.name}` is in use and stays up (FORCE=1 stops it).")
    return stopped


if __name__ == "__main__":
    sys.exit(main())
