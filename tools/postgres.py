"""Our own PostgreSQL clusters: `run` keeps data safely, `test` forgets safety for speed.

PostgreSQL refuses to run as root, so then an unprivileged system user owns and runs the clusters.
They listen on loopback only, on a free port that is not 5432. There is no socket file: the path of
a socket is limited to about 100 characters and a repository may lie deeper than that.
"""

import hashlib
import os
import pwd
import shutil
import socket
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tools.paths import LOGS, POSTGRES, REPO
from tools.shell import command_line, is_root, locked, run, say

HOST = "127.0.0.1"
ROLE = "odoo"
SYSTEM_USER = "postgres"
# Short queries gain nothing from compiling: a manager's list of 80 takes half the time without.
SAFE = {
    "listen_addresses": HOST,
    "unix_socket_directories": "",
    "max_connections": "300",
    "shared_buffers": "256MB",
    "jit": "off",
}
FAST = {**SAFE, "fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}


@dataclass(frozen=True)
class Cluster:
    """One cluster: its name, its settings and the first port it tries."""

    name: str
    settings: dict[str, str]
    first_port: int

    @property
    def data(self) -> Path:
        return home() / self.name

    @property
    def log(self) -> Path:
        return home() / f"{self.name}.log"


RUN = Cluster("run", SAFE, 5440)
TEST = Cluster("test", FAST, 5470)


def programs() -> Path | None:
    """Folder of the PostgreSQL server programs, or None when they are not installed."""
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        if (folder / "initdb").is_file():
            return folder
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def ensure(cluster: Cluster) -> int:
    """Create the cluster if it is missing, start it if it is down, and return its port."""
    with locked(f"postgres-{cluster.name}"):
        if not (cluster.data / "PG_VERSION").is_file():
            _create(cluster)
        port = running_port(cluster)
        if port is None:
            port = _start(cluster)
            _ensure_role(port)
        return port


def running_port(cluster: Cluster) -> int | None:
    """Port of the running cluster; None when it is down (a stale pid file is removed)."""
    pid_file = cluster.data / "postmaster.pid"
    if not pid_file.is_file():
        return None
    lines = pid_file.read_text().splitlines()
    if len(lines) > 3 and _is_server(int(lines[0]), cluster):
        return int(lines[3])
    # After a crash another program may have got the number, and PostgreSQL would refuse to start.
    pid_file.unlink()
    return None


def stop(cluster: Cluster, force: bool = False) -> bool | None:
    """Stop the cluster; None when it was down, False when it is in use and so stays up.

    Somebody else may just run tests from the same folder.
    """
    if not (cluster.data / "PG_VERSION").is_file():
        return None
    port = running_port(cluster)
    if port is None:
        return None
    if not force and _is_used(port):
        return False
    _as_user([_program("pg_ctl"), "-D", cluster.data, "-m", "fast", "-w", "stop"])
    return True


def _is_used(port: int) -> bool:
    others = "backend_type = 'client backend' AND pid <> pg_backend_pid()"
    return _ask(port, f"SELECT EXISTS (SELECT FROM pg_stat_activity WHERE {others})") == "t"


def environment(port: int) -> dict[str, str]:
    """The variables by which psql, createdb and pytest-odoo find the cluster."""
    return {"PGHOST": HOST, "PGPORT": str(port), "PGUSER": ROLE}


def _create(cluster: Cluster) -> None:
    say(f"- create the PostgreSQL cluster `{cluster.name}` (about 2 seconds) ...")
    if cluster.data.exists():
        shutil.rmtree(cluster.data)  # an initdb that was interrupted
    command = [_program("initdb"), "-D", cluster.data, "-U", SYSTEM_USER, "-E", "UTF8"]
    _as_user([*command, "--locale=C.UTF-8", "--auth=trust"])
    access = cluster.data / "pg_hba.conf"
    access.write_text(f"host all all {HOST}/32 trust\n")


def _start(cluster: Cluster) -> int:
    port = free_port(cluster.first_port)
    flags = [f"-c {name}='{value}'" for name, value in cluster.settings.items()]
    options = " ".join([f"-p {port}", *flags])
    command = [_program("pg_ctl"), "-D", cluster.data, "-l", cluster.log, "-w", "-t", "60"]
    _as_user([*command, "-o", options, "start"])
    return port


def _ensure_role(port: int) -> None:
    """Odoo's role is no superuser, as in production, but may create databases and roles."""
    sql = (
        f"DO $$ BEGIN IF to_regrole('{ROLE}') IS NULL"
        f" THEN CREATE ROLE {ROLE} LOGIN CREATEDB CREATEROLE; END IF; END $$"
    )
    _ask(port, sql)


def _ask(port: int, sql: str) -> str:
    """Ask the cluster itself, as the user who may do everything."""
    command = [_program("psql"), "-h", HOST, "-p", str(port), "-U", SYSTEM_USER, "-qAtX"]
    return run([*command, "-d", "postgres", "-c", sql], quiet=True).stdout.strip()


def free_port(first: int) -> int:
    """The first port from `first` on that nobody listens to."""
    for port in range(first, first + 200):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError:
                continue
            return port
    raise SystemExit(f"No port is free between {first} and {first + 200}.")


def _is_server(pid: int, cluster: Cluster) -> bool:
    """Whether this process is the server of this cluster (and not a later one with its number)."""
    if str(cluster.data) in command_line(pid):
        return True
    # Started through another path, such as a link: the server works inside its data folder.
    folder = Path(f"/proc/{pid}/cwd")
    return folder.exists() and folder.resolve() == cluster.data.resolve()


def _program(name: str) -> Path:
    folder = programs()
    if folder is None:
        raise SystemExit("The PostgreSQL server programs are missing: install `postgresql`.")
    return folder / name


def home() -> Path:
    """Folder of the clusters: in the repository, or outside when their user cannot get there."""
    if not is_root() or _can_reach(REPO):
        return POSTGRES
    digest = hashlib.sha256(str(REPO).encode()).hexdigest()[:12]
    return Path("/var/tmp") / f"hr_performance-{digest}"


def _can_reach(folder: Path) -> bool:
    """Whether everybody may pass through this folder and all folders above it."""
    return all(step.stat().st_mode & 0o001 for step in (folder, *folder.parents))


def _as_user(command: list[str | Path]) -> None:
    """Run a server program, as root under the unprivileged user."""
    folder = home()
    folder.mkdir(parents=True, exist_ok=True)
    options: dict[str, object] = {"cwd": folder}
    if is_root():
        user = _system_user()
        folder.chmod(0o711)
        os.chown(folder, user.pw_uid, user.pw_gid)
        options |= {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    # A server inherits what pg_ctl has open: with a pipe we would wait for it for ever.
    LOGS.mkdir(parents=True, exist_ok=True)
    with (LOGS / "postgres-commands.log").open("a") as output:
        run(command, stdout=output, stderr=output, stdin=subprocess.DEVNULL, **options)


def _system_user() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        run(["useradd", "--system", "--no-create-home", SYSTEM_USER], quiet=True)
        return pwd.getpwnam(SYSTEM_USER)
