"""What must hold after all: counted in the relay's record, and only compared with the ledger's."""

from dataclasses import dataclass, field

from room import reader


@dataclass
class Tally:
    """One line of the table."""

    name: str
    tried: int = 0
    counted: int = 0
    lost: int = 0
    twice: int = 0
    unknown: int = 0
    most_at_once: int = 0
    broken: list = field(default_factory=list)

    def expect(self, holds, sentence):
        if not holds:
            self.broken.append(f"{self.name}: {sentence}")


def check(tally, readers, record, status, states, policy, allowed):
    """Adds one finished issue to a line. `allowed` is how many messages may be in doubt after its stops."""
    everybody = {reader(n) for n in range(readers)}
    lost = everybody - set(record)
    twice = {to: ids for to, ids in record.items() if len(ids) > 1}
    copies = sum(len(ids) - 1 for ids in twice.values())
    tally.twice += copies
    tally.unknown += status["unknown"]
    tally.expect(set(record) <= everybody, "somebody got mail who is no reader")
    tally.expect(all(len(set(ids)) == 1 for ids in twice.values()), "a copy bears another Message-ID")
    parts = ["queued", "sending", "sent", "failed", "unknown", "withdrawn"]
    tally.expect(status["audience"] == readers, f"the audience is {status['audience']} and not {readers}")
    tally.expect(sum(status[part] for part in parts) == status["audience"], f"the counts do not add up: {status}")
    tally.expect(status["state"] == "sent", f"the issue ends as {status['state']}")
    tally.expect(status["sent"] + status["unknown"] == readers, f"sent and unknown are not all: {status}")
    tally.expect(
        all(to in record for to, state in states.items() if state == "sent"), "the ledger says sent, the relay does not"
    )
    if policy == "hold":
        tally.expect(not twice, f"{copies} came twice with hold")
        tally.expect(status["unknown"] <= allowed, f"{status['unknown']} unknown, {allowed} allowed")
        lost = {to for to in lost if states.get(to) != "unknown"}
    else:
        tally.expect(copies <= allowed, f"{copies} came twice, {allowed} allowed")
        tally.expect(status["unknown"] == 0, f"{status['unknown']} unknown with send-again")
    tally.lost += len(lost)
    tally.expect(not lost, f"{len(lost)} lost, such as {sorted(lost)[:3]}")


def show(tallies):
    """The table. Whether every promise was kept."""
    heads = ["stopped", "stops", "counted", "lost", "twice", "unknown", "most at once"]
    rows = [
        [t.name, t.tried, t.counted, t.lost, t.twice, t.unknown, t.most_at_once]
        for t in tallies
    ]
    widths = [max(len(str(row[i])) for row in [heads, *rows]) for i in range(len(heads))]
    for row in [heads, ["-" * width for width in widths], *rows]:
        print("| " + " | ".join(str(cell).ljust(width) for cell, width in zip(row, widths)) + " |", flush=True)
    broken = [sentence for tally in tallies for sentence in tally.broken]
    for sentence in broken:
        print(f"BROKEN: {sentence}", flush=True)
    return not broken
