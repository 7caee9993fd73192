"""`make bench`: what each step costs with many employees, as a Markdown table.

BENCH_N (of the environment) is the number of employees, 1000 unless given. The steps are the
functions `step_*` of tools/bench_steps.py. They run on the durable cluster: with safety switched
off, as in the tests, writing would look cheaper than it is.
"""

import os
import platform
import sys
import time
from types import SimpleNamespace

from tools import bench_steps, postgres, setup, source
from tools.odoo import Instance, drafted
from tools.paths import ADDON
from tools.shell import say, timed

DATABASE = "hr_performance_bench"
BASE = f"{DATABASE}_base"
SOURCE_STAMP = "hr_performance.tools.source"


def main() -> int:
    """Install the addon into an empty database, then measure in a copy of it."""
    setup.main()
    port = postgres.ensure(postgres.RUN)
    base = Instance(BASE, port)
    _ensure_base(base)
    instance = Instance(DATABASE, port)
    instance.copy_from(base)
    count = os.environ.get("BENCH_N", "1000")
    with timed(f"measure with {count} employees", "minutes, by their number"):
        instance.call("tools.bench:measure", count)
    return 0


def _ensure_base(base: Instance) -> None:
    digest = source.digest()
    if base.exists() and base.parameter(SOURCE_STAMP) == digest:
        return
    with timed("install the addon into an empty database", "about 1 minute"):
        base.drop()
        with drafted(base, ADDON) as draft:
            draft.set_parameter(SOURCE_STAMP, digest)


def measure(env, count: str) -> None:
    """Run the steps and print the table; called inside Odoo."""
    data = SimpleNamespace(count=int(count))
    machine = f"{os.cpu_count()} cores ({platform.machine()})"
    version = env.cr._cnx.server_version // 10000
    say(f"\n{count} employees, {machine}, PostgreSQL {version}\n")
    say("| step | rows | seconds | ms per row | queries per row |")
    say("|---|---:|---:|---:|---:|")
    for name, step in vars(bench_steps).items():
        if name.startswith("step_"):
            say(_row(env, step, data))
    say("")


def _row(env, step, data) -> str:
    """Measure one step, with everything written and nothing left in the cache before."""
    env.invalidate_all()
    queries, start = env.cr.sql_log_count, time.perf_counter()
    rows = step(env, data)
    env.flush_all()
    env.cr.commit()
    seconds = time.perf_counter() - start
    queries = env.cr.sql_log_count - queries
    title = step.__doc__.strip().splitlines()[0]
    each = max(rows, 1)
    return (
        f"| {title} | {rows} | {seconds:.2f} | {seconds / each * 1e3:.2f} | {queries / each:.3f} |"
    )


if __name__ == "__main__":
    sys.exit(main())
