"""`make test`: the addon installed afresh into a database, then its tests by pytest.

Variables of the environment:
TEST_DB  name of the database (default hr_performance_test), so that several runs can go on at once;
REUSE=1  keep that database and only upgrade the addon, for short loops: then complaints of Odoo
         during the upgrade are shown but do not stop the run;
ARGS     further arguments of pytest: ARGS="-k goal" or ARGS="tests/planning/test_goal.py -x";
WORKERS  number of processes, each with its own copy of the database and its own port. Without it
         the whole suite takes one process per core, four at most, and a selection takes one.
"""

import ast
import hashlib
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tools import postgres, setup
from tools.odoo import LANGUAGES, Instance, drafted
from tools.paths import ADDON, ADDONS, DATA, EXTRA_ADDONS, PYTHON, REPO, odoo_home
from tools.shell import locked, say, timed

BESIDE = ("hr_holidays", "payroll")
TEMPLATE = "hrp_test_template"
MOST_WORKERS = 4  # each holds a registry, perhaps a browser: about 1 GB
LONG = re.compile(r"start_tour|HttpCase|tools\.sample")
KNOWN_NOISE = re.compile(r"Running as user 'root'|Deprecated .* in docutils")


def main(arguments: list[str]) -> int:
    setup.main()
    port = postgres.ensure(postgres.TEST)
    instance = Instance(os.environ.get("TEST_DB", "hr_performance_test"), port)
    reuse = os.environ.get("REUSE") == "1"
    log = prepare(instance, reuse)
    complaints = complaints_in(log)
    if complaints:
        say(f"Odoo complained while it installed the addon ({log.relative_to(REPO)}):")
        say("\n".join(complaints))
    if complaints and not reuse:
        return 1
    return run_pytest(instance, arguments)


def prepare(instance: Instance, reuse: bool) -> Path:
    """Bring the addon into the database, by upgrade when it is kept; return Odoo's log."""
    if reuse and instance.exists():
        with timed(f"upgrade the addon in {instance.database}", "about 15 seconds"):
            # Both: the last attempt may have failed before the addon was installed.
            return instance.setup(["-i", ADDON, "-u", ADDON], "upgrade")
    template = ensure_template(instance.port)
    with timed(f"install the addon into {instance.database}", "about 30 seconds"):
        instance.copy_from(template)
        return instance.setup(["-i", ADDON], "install")


def ensure_template(port: int) -> Instance:
    """A database with everything the addon builds on, but without the addon."""
    modules = ",".join(sorted({*manifest()["depends"], *BESIDE} & available()))
    release = (odoo_home() / "odoo" / "release.py").read_bytes()
    key = hashlib.sha256(release + f"{odoo_home()} {modules} {LANGUAGES}".encode()).hexdigest()
    template = Instance(f"{TEMPLATE}_{key[:10]}", port)
    with locked("template"):
        if not template.exists():
            text = f"build the test template with {modules}"
            with timed(text, "1-2 minutes, once"), drafted(template, modules):
                pass
    return template


def manifest() -> dict[str, object]:
    path = REPO / "__manifest__.py"
    if not path.is_file():
        raise SystemExit("There is no __manifest__.py yet, so nothing can be installed.")
    return ast.literal_eval(path.read_text())


def available() -> set[str]:
    """Technical names of all addons that Odoo will find."""
    folders = [odoo_home() / "odoo" / "addons", odoo_home() / "addons", EXTRA_ADDONS]
    return {found.parent.name for root in folders for found in root.glob("*/__manifest__.py")}


def complaints_in(log: Path) -> list[str]:
    """Warnings and errors of an installation, each with its first lines of explanation."""
    found: list[str] = []
    room = 0
    for line in log.read_text(errors="replace").splitlines():
        entry = re.match(r"\d{4}-\d\d-\d\d \S+ \d+ (\w+) ", line)
        if entry:
            serious = entry[1] in ("WARNING", "ERROR", "CRITICAL")
            room = 15 if serious and not KNOWN_NOISE.search(line) else 0
        if room:
            found.append(line)
            room -= 1
    return found


def run_pytest(instance: Instance, arguments: list[str]) -> int:
    """Run the tests; the path goes through the link, by which pytest-odoo knows the addon.

    The folder of the link is the root: pytest would import the repository by its own name.
    """
    given = [*shlex.split(os.environ.get("ARGS", "")), *arguments]
    paths = [f"{ADDON}/{part}" for part in given if part.startswith("tests")]
    options = [part for part in given if not part.startswith("tests")]
    command = [PYTHON, "-m", "pytest", f"--rootdir={ADDONS}", "--odoo-http", *options]
    command += paths or [f"{ADDON}/{path.relative_to(REPO)}" for path in longest_first()]
    with in_parallel(instance, count_workers(bool(paths), options)) as spread:
        done = subprocess.run(
            [str(part) for part in [*command, *spread]],
            env=instance.environment(),
            cwd=ADDONS,
            check=False,
        )
    return done.returncode


def longest_first() -> list[Path]:
    """All test modules; those that drive a browser or live through whole quarters at the front.

    A module stays in one process: a long one that begins last is waited for by all others.
    """
    modules = sorted((REPO / "tests").rglob("test_*.py"))
    return sorted(modules, key=lambda path: not LONG.search(path.read_text()))


def count_workers(selected: bool, options: list[str]) -> int:
    """In how many processes to run."""
    # Copying a database and loading a registry again costs more than a small selection takes; and
    # a debugger or a printed line needs the terminal.
    alone = selected or any(re.match(r"-k|-s$|--pdb|--co", one) for one in options)
    default = 1 if alone else min(os.cpu_count() or 1, MOST_WORKERS)
    return int(os.environ.get("WORKERS") or default)


@contextmanager
def in_parallel(instance: Instance, workers: int) -> Iterator[list[str]]:
    """Options that spread the test modules over processes; none where one process does.

    pytest-odoo copies the database for each process (`<database>-gw0` …), gives it a free port and
    drops the copy at the end. A module stays in one process, as its classes share what was built.
    """
    if workers < 2:
        yield []
        return
    # In our own order: by itself xdist begins with the modules of the most tests.
    options = ["--dist", "loadfile", "--no-loadscope-reorder"]
    with TemporaryDirectory(prefix=f"{instance.database}-", dir=DATA) as folder:
        for number in range(workers):
            # After each class Odoo removes the files that its own database does not know: in a
            # common folder those that another process has just written.
            data = Path(folder, str(number))
            instance.copy_files(data, instance.database)
            options += ["--tx", f"popen//env:ODOO_DATA_DIR={data}"]
        yield options


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
