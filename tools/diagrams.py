"""Write the state diagrams of the README from `rules/flows.py`; `--check` only compares."""

import re
import sys

from rules.flows import FLOWS
from rules.workflow import SYSTEM, Workflow
from tools.paths import REPO
from tools.shell import say

FILES = ("README.md", "README.zh_CN.md")
BLOCK = re.compile(r"(<!-- flows -->\n).*?(<!-- /flows -->)", re.DOTALL)


def diagram(name: str, flow: Workflow) -> str:
    """One flow as a Mermaid state diagram; a transition names who may take it."""
    lines = [f"### {name}", "", "```mermaid", "stateDiagram-v2", f"    [*] --> {flow.initial}"]
    for transition in flow.transitions.values():
        who = ", ".join(sorted(transition.roles - {SYSTEM})) or "the process"
        reason = ", with a reason" if transition.needs_reason else ""
        for source in (state for state in flow.states if state in transition.sources):
            lines.append(f"    {source} --> {transition.target}: {transition.name} ({who}{reason})")
    return "\n".join([*lines, "```", ""])


def main(arguments: list[str]) -> int:
    """Return 1 when `--check` finds diagrams that do not tell what `flows.py` says."""
    text = "\n".join(diagram(name, flow) for name, flow in FLOWS.items())
    stale = []
    for name in FILES:
        path = REPO / name
        before = path.read_text()
        after = BLOCK.sub(lambda found: f"{found[1]}{text}{found[2]}", before)
        if after != before:
            stale.append(name)
            if "--check" not in arguments:
                path.write_text(after)
    if stale and "--check" in arguments:
        say(f"{', '.join(stale)}: state diagrams are old; run `python3 -m tools.diagrams`.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
