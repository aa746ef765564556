"""
kill -9 at a point of each transition of the ledger that has a name. Nothing in the program knows of it: the relay
stops the dialogue there, or another process holds the ledger's write lock, so that the commit which is next waits;
then the program is killed. One issue goes through all of them, one after another.
"""

import random
import time
from datetime import datetime, timedelta, timezone

import ledger
from promises import Tally, check
from relay import Relay

CONNECTIONS = 4
READERS = 600
AUDIENCE = "SELECT count(*) FROM messages"
SENT = "SELECT count(*) FROM messages WHERE state = 'Sent'"
UNSETTLED = "SELECT count(*) FROM messages WHERE state IN ('Queued', 'Claimed', 'Sending')"
FINISHED = "SELECT count(*) FROM issues WHERE state = 'Sent'"


def before_freezing(room, relay):
    """Its time comes while nobody can commit."""
    running = room.start("deliver")
    due = datetime.now(timezone.utc) + timedelta(seconds=4)
    room.run("issue", "queue", "1", "--at", due.strftime("%Y-%m-%dT%H:%M:%SZ"))
    with ledger.locked(room):
        while datetime.now(timezone.utc) < due + timedelta(seconds=1):
            time.sleep(0.1)
        running.kill()
    if ledger.ask(room, AUDIENCE):
        raise SystemExit("tests/torture: the audience was frozen before its time.")


def in_dialogue(stage):
    """The relay has heard it and not answered; of "answered", it has."""

    def kill(room, relay):
        running = reach(room, relay, stage)
        running.kill()

    return kill


def before_commit(stage, reply=None):
    """The relay's word was said, and the commit that it leads to cannot be made."""

    def kill(room, relay):
        running = reach(room, relay, stage, reply)
        with ledger.locked(room):
            relay.released.set()
            time.sleep(0.2)
            running.kill()

    return kill


def after_commit(question, hold=None):
    """The ledger says so."""

    def kill(room, relay):
        if hold:
            relay.arm(hold)
        running = room.start("deliver")
        ledger.until(room, question)
        running.kill()

    return kill


def after_settling(room, relay):
    before = ledger.ask(room, SENT)
    running = room.start("deliver")
    ledger.until(room, f"SELECT ({SENT}) > {before + 20}")
    running.kill()


def before_finishing(room, relay):
    """Nothing is left to send. Where the program was quicker, the issue says so already."""
    running = room.start("deliver")
    ledger.until(room, f"SELECT ({UNSETTLED}) = 0")
    with ledger.locked(room):
        running.kill()


POINTS = {
    "freezing, before its commit": before_freezing,
    "freezing, after its commit": after_commit(AUDIENCE, hold="greeting"),
    "greeting": in_dialogue("greeting"),
    "EHLO": in_dialogue("EHLO"),
    "begin, before its commit": before_commit("EHLO"),
    "begin committed, MAIL said": in_dialogue("MAIL"),
    "RCPT": in_dialogue("RCPT"),
    "DATA": in_dialogue("DATA"),
    "in the content": in_dialogue("content"),
    "final dot, before its answer": in_dialogue("dot"),
    "answer just written": in_dialogue("answered"),
    "250 answered, before settling": before_commit("dot"),
    "451 answered, before settling": before_commit("dot", "451 4.3.0 Later"),
    "550 answered, before settling": before_commit("dot", "550 5.1.1 Nobody"),
    "settling, after its commit": after_settling,
    "finishing, before its commit": before_finishing,
    "finishing, after its commit": after_commit(FINISHED),
}


def points(work, template, policy):
    relay = Relay()
    room = template.copy(work / f"point-{policy}", **relay.settings(CONNECTIONS))
    tallies, in_doubt, most = [], set(), 0
    for name, kill in POINTS.items():
        kill(room, relay)
        relay.disarm()
        now = ledger.sending(room)
        tally = Tally(f"{name}; {policy}", tried=1, counted=1, most_at_once=len(now))
        tally.expect(len(now) <= CONNECTIONS, f"{len(now)} in doubt")
        tallies.append(tally)
        in_doubt |= now
        most += len(now)
    total = Tally(f"all points; {policy}", tried=len(POINTS), counted=len(POINTS))
    ended = room.start("deliver", "--until-done").wait(60)
    total.expect(ended == 0, f"the last run ended with {ended}: {room.said()[-500:]}")
    record, states = relay.record(), room.states()
    check(total, READERS, record, room.status(), states, policy, most)
    # Not only how many: nobody but those.
    copied = {to for to, ids in record.items() if len(ids) > 1}
    total.expect(copied <= in_doubt, f"came twice and was not in doubt: {sorted(copied - in_doubt)[:3]}")
    if policy == "hold":
        unknown = {to for to, state in states.items() if state == "unknown"}
        total.expect(unknown == in_doubt, f"unknown are {len(unknown)}, in doubt were {len(in_doubt)}")
    relay.close()
    room.remove()
    return [*tallies, total]


def reach(room, relay, stage, reply=None):
    relay.arm(stage, 1 if stage in ("greeting", "EHLO") else random.randint(5, 30), reply)
    running = room.start("deliver")
    if not relay.reached.wait(60):
        running.kill()
        raise SystemExit(f"tests/torture: {stage} was never reached: {room.said()[-2000:]}")
    return running
