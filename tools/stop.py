"""`make stop`: stop the server and the PostgreSQL clusters that these tools started."""

from tools import postgres, server
from tools.shell import say


def main() -> None:
    """Stop what runs and say so; nothing that somebody else started is touched."""
    if server.stop():
        say("The server is stopped.")
    for cluster in (postgres.RUN, postgres.TEST):
        if postgres.stop(cluster):
            say(f"The PostgreSQL cluster `{cluster.name}` is stopped.")


if __name__ == "__main__":
    main()
