"""Several processes on one PostgreSQL, a cluster of our own in a temporary folder."""

import os
import random
import shutil
import subprocess
import time
from pathlib import Path

from kills import CONNECTIONS
from promises import Tally, check
from room import Room
from sink import Sink, free_port


class Cluster:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.port = free_port()
        self.databases = 0

    def __enter__(self):
        self.folder.mkdir()
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres")
        self._run("initdb", "-D", self.folder, "-U", "newsletter", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c max_connections=300"
        self._run("pg_ctl", "-D", self.folder, "-o", options, "-l", self.folder / "log", "-w", "start")
        return self

    def __exit__(self, *_):
        self._run("pg_ctl", "-D", self.folder, "-m", "immediate", "-w", "stop")

    def new_database(self):
        self.databases += 1
        name = f"torture_{self.databases}"
        self.ask("postgres", f"CREATE DATABASE {name}")
        return name

    def settings(self, name):
        connection = f"Host=127.0.0.1;Port={self.port};Database={name};Username=newsletter;Maximum Pool Size=20"
        return {"Database__Provider": "postgres", "Database__ConnectionString": connection}

    def ask(self, name, sql):
        command = ["psql", "-h", "127.0.0.1", "-p", str(self.port), "-U", "newsletter", "-d", name, "-AtqX", "-c", sql]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    def _run(self, name, *words):
        versions = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)
        if not versions:
            raise SystemExit("tests/torture: install Debian's postgresql, or run tests/run, which does.")
        # initdb and postgres refuse to run as root.
        owner = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        subprocess.run([*owner, versions[0], *words], check=True, stdout=subprocess.DEVNULL, cwd="/")


def two_processes(work, cluster, settings, readers, wanted):
    """One of two is killed, again and again, and the other takes over what it held."""
    tally = Tally("kill -9 of one of two, PostgreSQL")
    rounds = 0
    while tally.counted < wanted:
        rounds += 1
        sink = Sink(work / f"sink-two-{rounds}")
        database = cluster.new_database()
        room = Room(
            work / f"room-two-{rounds}", {**settings, **cluster.settings(database), **sink.settings(CONNECTIONS)}
        ).make(readers)
        room.run("issue", "queue", "1")
        pair = [room.start("deliver"), room.start("deliver")]
        doubtful = 0
        while tally.counted < wanted and sink.begun() < readers * 0.9:
            if not wait_for_more(sink):
                break
            time.sleep(random.uniform(0, 0.3))
            victim = random.randrange(2)
            owner = f"%:{pair[victim].process.pid}:%"
            pair[victim].kill()
            tally.tried += 1
            held = f"state = 'Sending' AND owner LIKE '{owner}'"
            in_doubt = int(cluster.ask(database, f"SELECT count(*) FROM messages WHERE {held}"))
            doubtful += in_doubt
            tally.most_at_once = max(tally.most_at_once, in_doubt)
            tally.expect(in_doubt <= CONNECTIONS, f"{in_doubt} in doubt at one kill")
            tally.counted += 0 < len(sink.record()) < readers
            pair[victim] = room.start("deliver")
        ended = room.start("deliver", "--until-done").wait(120)
        tally.expect(ended == 0, f"the last run ended with {ended}: {room.said()[-500:]}")
        for running in pair:
            running.terminate()
        check(tally, readers, sink.record(), room.status(), room.states(), "send-again", doubtful)
        sink.close()
        room.remove()
    return tally


def wait_for_more(sink):
    """Until something is sent. Whoever waits for a dead process's leases has no more than a few seconds to wait."""
    before, end = sink.begun(), time.monotonic() + 10
    while sink.begun() == before and time.monotonic() < end:
        time.sleep(0.005)
    return sink.begun() > before


def three_processes(work, cluster, settings, long):
    """Three, each as fast as its own relay lets it, against one; then one of three dies."""
    tally = Tally("three processes, PostgreSQL")
    # A limit that two cores with three processes, a database and three sinks on them do not reach first.
    rate, seconds = 40, 30 if long else 15
    settings = {**settings, "Delivery__ClaimLease": "10s", "Delivery__SendingLease": "20s"}
    alone = seconds_for(work, cluster, settings, 1, rate, rate * seconds, tally)
    together = seconds_for(work, cluster, settings, 3, rate, rate * seconds * 3, tally)
    ratio = 3 * alone / together
    print(f"Three processes send {ratio:.2f} times what one does, {rate} a second each at most.", flush=True)
    tally.expect(ratio >= 2.7, f"three processes reach {ratio:.2f} times one, not 2.7")
    return tally


def seconds_for(work, cluster, settings, processes, rate, readers, tally):
    sinks = [Sink(work / f"sink-{processes}-{n}") for n in range(processes)]
    database = cluster.new_database()
    common = {**settings, **cluster.settings(database), "Relay__Rate": f"{rate}/s"}
    room = Room(work / f"room-{processes}", common).make(readers)
    rooms = [Room(room.folder, {**common, **sink.settings(2)}) for sink in sinks]
    running = [each.start("deliver") for each in rooms]
    # All of them are up before there is anything to do.
    time.sleep(5)
    room.run("issue", "queue", "1")
    while room.status()["state"] != "sent":
        time.sleep(1)
    for each in running:
        seconds, status = each.terminate()
        tally.expect(status == 0 and seconds <= 10, f"a process ended with {status} after {seconds:.1f} s")
    taken, times = {}, []
    for sink in sinks:
        for to, ids in sink.record().items():
            taken.setdefault(to, []).extend(ids)
        times += sink.times()
        sink.close()
    check(tally, readers, taken, room.status(), room.states(), "send-again", 0)
    tally.tried += 1
    room.remove()
    return max(times) - min(times)
