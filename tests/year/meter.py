"""What the year's forms asked: shown, filled already, asked, asked twice; kept per role and printed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

# Where a second asking is meant by a rule: (form, control) → the reason in words.
APART = (
    "who keeps accounts sees no file of a person (R12.2 g: management rights are separated), so the form"
    " cannot show what the file holds"
)
MEANT: dict[tuple[str, str], str] = {
    ("accounts:create", "name"): APART,
    ("accounts:appoint", "starts"): APART,
}


@dataclass(frozen=True)
class Twice:
    """A control that asked for what was known: where, what, and where it stood."""

    role: str
    scene: str
    form: str
    control: str
    label: str
    answer: str
    where: str

    def __str__(self) -> str:
        said = f"{self.scene} · {self.role} · {self.form}: {self.label} ({self.control}) = {self.answer}"
        return f"{said}\n    held at {self.where}"


@dataclass
class Count:
    """Of one role."""

    forms: int = 0
    shown: int = 0
    prefilled: int = 0
    asked: int = 0
    empty: int = 0
    twice: int = 0


@dataclass
class Meter:
    """Counts by role, every repetition, and which forms were opened by how many scenes."""

    counts: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    twice: list[Twice] = field(default_factory=list)
    meant: list[Twice] = field(default_factory=list)
    scenes: list[str] = field(default_factory=list)
    opened: set[str] = field(default_factory=set)

    def repeat(self, found: Twice) -> None:
        """Note a repetition, or that it is meant."""
        if (found.form, found.control) in MEANT:
            self.meant.append(found)
        else:
            self.twice.append(found)
            self.counts[found.role].twice += 1

    def report(self) -> str:
        """The table that the test prints."""
        names = ("forms", "shown", "prefilled", "asked", "empty", "twice")
        lines = [f"{len(self.scenes)} scenes, {len(self.opened)} different forms", ""]
        lines.append("role".ljust(24) + "".join(name.rjust(11) for name in names))
        total = Count()
        for role, count in sorted(self.counts.items()):
            lines.append(_wide(role, 24) + "".join(str(getattr(count, name)).rjust(11) for name in names))
            for name in names:
                setattr(total, name, getattr(total, name) + getattr(count, name))
        lines.append("all".ljust(24) + "".join(str(getattr(total, name)).rjust(11) for name in names))
        lines += ["", f"asked twice: {len(self.twice)}", *map(str, self.twice)]
        lines.append(f"repeated because a rule wants it: {len(self.meant)}")
        lines += [f"{one}\n    {MEANT[one.form, one.control]}" for one in self.meant]
        return "\n".join(lines)


def _wide(text: str, width: int) -> str:
    """Padded to a width in which a Chinese character takes two columns."""
    return text + " " * (width - sum(2 if ord(sign) > 0x2E80 else 1 for sign in text))
