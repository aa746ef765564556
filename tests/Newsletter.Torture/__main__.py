"""Kills the built program in the middle of its work, and counts at the relay who got what."""

import argparse
import random
import shutil
import tempfile
import time
from pathlib import Path

import kills
import points
import postgres
from promises import show
from room import Room, program

SETTINGS = {
    "Delivery__Retries": "1s,…",
    "Delivery__ClaimLease": "1s",
    "Delivery__SendingLease": "2s",
    "Site__Url": "https://tides.example.org",
    "DOTNET_TieredPGO": "0",
}


def main():
    asked = arguments()
    random.seed(asked.seed)
    print(f"{program()}, --seed {asked.seed}", flush=True)
    work = Path(tempfile.mkdtemp(prefix="newsletter-torture-"))
    work.chmod(0o755)
    began = time.monotonic()
    try:
        kept = show([tally for part in parts(asked) for tally in part(asked, work)])
    finally:
        shutil.rmtree(work, ignore_errors=True)
    print(f"{'Every promise was kept' if kept else 'Promises were broken'}; {time.monotonic() - began:.0f} s.")
    return 0 if kept else 1


def arguments():
    words = argparse.ArgumentParser(prog="tests/torture", description=__doc__)
    words.add_argument("--long", action="store_true", help="100 kills, and all else in proportion")
    words.add_argument("--kills", type=int, help="so many (default: 10)")
    words.add_argument("--readers", type=int, help="of the random kills (default: 800, and 4000 with --long)")
    words.add_argument("--only", choices=["kills", "points", "stops", "postgres"], help="one part")
    words.add_argument("--seed", type=int, default=random.randrange(1_000_000), help="of the random instants")
    asked = words.parse_args()
    asked.kills = asked.kills or (100 if asked.long else 10)
    asked.readers = asked.readers or (4000 if asked.long else 800)
    return asked


def parts(asked):
    every = {"kills": random_kills, "points": named_points, "stops": random_stops, "postgres": on_postgres}
    return [every[asked.only]] if asked.only else every.values()


def random_kills(asked, work):
    approved = Room(work / "kills", SETTINGS).make(asked.readers)
    for policy in ("send-again", "hold"):
        template = approved.copy(work / f"kills-{policy}")
        template.run("publication", "set", "tides", "--unknown", policy)
        template.run("issue", "queue", "1")
        yield kills.kills(work, template, asked.readers, policy, (asked.kills + 1) // 2)


def named_points(asked, work):
    approved = Room(work / "points", SETTINGS).make(points.READERS)
    for policy in ("send-again", "hold") if asked.long else ("send-again",):
        template = approved.copy(work / f"points-{policy}")
        template.run("publication", "set", "tides", "--unknown", policy)
        yield from points.points(work, template, policy)


def random_stops(asked, work):
    template = Room(work / "stops", SETTINGS).make(asked.readers)
    template.run("issue", "queue", "1")
    yield kills.stops(work, template, asked.readers, max(2, asked.kills // 5))


def on_postgres(asked, work):
    with postgres.Cluster(work / "cluster") as cluster:
        yield postgres.two_processes(work, cluster, SETTINGS, asked.readers, max(2, asked.kills // 5))
        if asked.long or asked.only:
            yield postgres.three_processes(work, cluster, SETTINGS, asked.long)


if __name__ == "__main__":
    raise SystemExit(main())
