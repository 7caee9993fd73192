"""What was kept of each file, and which rows were not, and why."""

from collections import Counter
from dataclasses import dataclass, field

from .reader import Row


@dataclass(frozen=True)
class Rejection:
    """A row that was kept out."""

    file: str
    row: int
    column: str
    reason: str

    def __str__(self) -> str:
        column = f", column {self.column}" if self.column else ""
        return f"{self.file}, row {self.row}{column}: {' '.join(self.reason.split())}"


@dataclass
class Report:
    """Rows kept and rejected per file, and what the jobs of the cycle could not do."""

    kept: dict[tuple[str, int], Row] = field(default_factory=dict)
    rejected: list[Rejection] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def keep(self, *rows: Row) -> None:
        """These rows are in; a file that is read twice counts once."""
        self.kept |= {(row.file, row.number): row for row in rows}

    def reject(self, row: Row, column: str, reason: str) -> None:
        self.kept.pop((row.file, row.number), None)
        self.rejected.append(Rejection(row.file, row.number, column, reason))

    def accepted(self, file: str) -> Row | None:
        """A row of this file that was kept."""
        return next((row for row in self.kept.values() if row.file == file), None)

    def is_settled(self, row: Row) -> bool:
        """Whether this row was handled, kept or not."""
        place = (row.file, row.number)
        return place in self.kept or place in {(one.file, one.row) for one in self.rejected}

    def counts(self) -> dict[str, tuple[int, int]]:
        """Rows kept and rows rejected of each file."""
        kept = Counter(file for file, _ in self.kept)
        rejected = Counter(rejection.file for rejection in self.rejected)
        return {file: (kept[file], rejected[file]) for file in sorted(kept | rejected)}

    def __str__(self) -> str:
        lines = [
            f"{file}: {kept} rows kept, {rejected} kept out"
            for file, (kept, rejected) in self.counts().items()
        ]
        refused = [*map(str, self.rejected), *self.failed]
        if refused:
            lines.append(
                "What follows was refused, each with its reason; the files of a real company hold"
                " such rows, and the rest went on:"
            )
        return "\n".join([*lines, *refused])
