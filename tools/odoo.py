"""Configuration files and command lines for Odoo, and its databases with their files."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from configparser import RawConfigParser
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from tools import postgres
from tools.paths import ADDONS, DATA, DEV, LOGS, ODOO_BIN, PYTHON, REPO, addons_path, odoo_home
from tools.shell import run

# Both: when only another language is named, Odoo switches English off.
LANGUAGES = "en_US,zh_CN"


@dataclass(frozen=True)
class Instance:
    """One database on one of our clusters, with the configuration that Odoo needs for it."""

    database: str
    port: int  # of PostgreSQL
    http_port: int = 8079
    workers: int = 0
    addons: Path = ADDONS  # where this addon lies

    @property
    def configuration(self) -> Path:
        return DEV / "conf" / f"{self.database}.conf"

    def log(self, purpose: str) -> Path:
        LOGS.mkdir(parents=True, exist_ok=True)
        return LOGS / f"{self.database}-{purpose}.log"

    def environment(self) -> dict[str, str]:
        """What every process that loads Odoo needs around it."""
        path = f"{PYTHON.parent}{os.pathsep}{postgres.programs()}{os.pathsep}{os.environ['PATH']}"
        return {
            **os.environ,
            **postgres.environment(self.port),
            "PATH": path,
            "PYTHONPATH": str(odoo_home()),
            "ODOO_RC": str(self.configuration),
        }

    def write_configuration(self) -> None:
        """Write the file that tells Odoo where everything is."""
        options = {
            "addons_path": addons_path(self.addons),
            "data_dir": DATA,
            "db_host": postgres.HOST,
            "db_port": self.port,
            "db_user": postgres.ROLE,
            "db_name": self.database,
            "dbfilter": f"^{self.database}$",
            "list_db": False,
            "http_interface": os.environ.get("HTTP_INTERFACE", "127.0.0.1"),
            "http_port": self.http_port,
            "workers": self.workers,
            "limit_time_real": 600,
        }
        parser = RawConfigParser()
        parser["options"] = {name: str(value) for name, value in options.items()}
        self.configuration.parent.mkdir(parents=True, exist_ok=True)
        with self.configuration.open("w") as handle:
            parser.write(handle)

    def command(self, *arguments: str) -> list[str]:
        """The command line of Odoo itself."""
        return [str(PYTHON), str(ODOO_BIN), *arguments]

    def setup(self, arguments: Sequence[str], purpose: str) -> Path:
        """Run Odoo until it has installed or upgraded what is asked; return the log."""
        self.write_configuration()
        log = self.log(purpose)
        log.unlink(missing_ok=True)
        # `--no-http`: a set-up must not need a port, another server may be running.
        flags = ["--stop-after-init", "--no-http", f"--logfile={log}"]
        command = self.command("--config", str(self.configuration), *arguments, *flags)
        with log.open("a") as output:
            done = subprocess.run(
                command, env=self.environment(), cwd=DEV, stdout=output, stderr=output, check=False
            )
        if done.returncode:
            raise SystemExit(f"Odoo failed; the end of {log.relative_to(REPO)}:\n{tail(log)}")
        return log

    def call(self, function: str, *arguments: str) -> None:
        """Call `module:function` with an Odoo environment of this database as its first argument.

        What it did is committed when it returns, and forgotten when it raises.
        """
        self.write_configuration()
        log = f"--logfile={self.log('call')}"
        command = [PYTHON, "-m", "tools.inside", self.configuration, log, function, *arguments]
        run(command, env=self.environment(), cwd=REPO)

    def exists(self) -> bool:
        """Whether the cluster has this database."""
        return self.database in self._sql("postgres", "SELECT datname FROM pg_database").split()

    def parameter(self, key: str) -> str:
        """One of Odoo's system parameters, read without starting Odoo."""
        sql = f"SELECT value FROM ir_config_parameter WHERE key = '{key}'"
        return self._sql(self.database, sql).strip()

    def set_parameter(self, key: str, value: str) -> None:
        """Set a system parameter; Odoo must not be running on the database."""
        sql = (
            f"INSERT INTO ir_config_parameter (key, value) VALUES ('{key}', '{value}')"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value"
        )
        self._sql(self.database, sql)

    def drop(self) -> None:
        """Remove the database and its files, if there are any."""
        run(self._client("dropdb", "--if-exists", "--force", self.database), quiet=True)
        shutil.rmtree(self._files, ignore_errors=True)

    def copy_from(self, template: "Instance") -> None:
        """Make this database a copy of another one, files included."""
        self.drop()
        run(self._client("createdb", "-T", template.database, self.database), quiet=True)
        template.copy_files(DATA, self.database)

    def copy_files(self, data: Path, database: str) -> None:
        """Give a database with these contents its own files, in some data folder of Odoo."""
        if self._files.is_dir():
            # Odoo never changes a stored file, it only removes names: hard links are safe.
            shutil.copytree(self._files, data / "filestore" / database, copy_function=os.link)

    def rename(self, database: str) -> None:
        """Give the database and its files another name."""
        self._sql("postgres", f'ALTER DATABASE "{self.database}" RENAME TO "{database}"')
        renamed = replace(self, database=database)
        shutil.rmtree(renamed._files, ignore_errors=True)
        if self._files.is_dir():
            self._files.rename(renamed._files)

    @property
    def _files(self) -> Path:
        return DATA / "filestore" / self.database

    def _sql(self, database: str, sql: str) -> str:
        return run(self._client("psql", "-d", database, "-qAtX", "-c", sql), quiet=True).stdout

    def _client(self, program: str, *arguments: str) -> list[str]:
        where = ["-h", postgres.HOST, "-p", str(self.port), "-U", postgres.ROLE]
        return [str(postgres.programs() / program), *where, *arguments]


@contextmanager
def drafted(instance: Instance, modules: str) -> Iterator[Instance]:
    """A new database with these modules, which gets its real name when the block ends well.

    An interrupted attempt keeps its other name, so it never passes for a complete database.
    """
    draft = replace(instance, database=f"{instance.database}_draft")
    draft.drop()
    draft.setup(["-i", modules, f"--load-language={LANGUAGES}"], "install")
    yield draft
    draft.rename(instance.database)


def tail(log: Path, lines: int = 60) -> str:
    """The end of a log, for a message."""
    if not log.is_file():
        return "(there is no log)"
    return "\n".join(log.read_text(errors="replace").splitlines()[-lines:])
