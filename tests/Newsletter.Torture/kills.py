"""kill -9, and SIGTERM, at random instants of a run, again and again until the issue is sent."""

import random
import time

import ledger
from promises import Tally, check
from sink import Sink, free_port

CONNECTIONS = 8


def kills(work, template, readers, policy, wanted):
    """Kills until `wanted` of them came in the middle of sending."""
    tally = Tally(f"kill -9, {policy}")
    rounds = 0
    while tally.counted < wanted:
        rounds += 1
        sink = Sink(work / f"sink-{policy}-{rounds}")
        room = template.copy(work / f"room-{policy}-{rounds}", **sink.settings(CONNECTIONS))
        doubtful = kill_until_sent(tally, room, sink, readers, wanted)
        finish(tally, room, sink, readers, policy, doubtful)
        sink.close()
        room.remove()
    return tally


def kill_until_sent(tally, room, sink, readers, wanted):
    doubtful = 0
    while tally.counted < wanted:
        running = start(room, tally.tried)
        if not began(running, sink, readers):
            stop_quietly(running)
            break
        time.sleep(random.uniform(0, 0.5))
        running.kill()
        tally.tried += 1
        in_doubt = ledger.sending(room)
        doubtful += len(in_doubt)
        tally.most_at_once = max(tally.most_at_once, len(in_doubt))
        tally.expect(len(in_doubt) <= CONNECTIONS, f"{len(in_doubt)} in doubt at one kill")
        # Only one in the middle says anything.
        if 0 < len(sink.record()) < readers:
            tally.counted += 1
    return doubtful


def stops(work, template, readers, wanted):
    """SIGTERM until `wanted` of them came in the middle of sending."""
    tally = Tally("SIGTERM, send-again")
    slowest = rounds = 0
    while tally.counted < wanted:
        rounds += 1
        sink = Sink(work / f"sink-term-{rounds}")
        room = template.copy(work / f"room-term-{rounds}", **sink.settings(CONNECTIONS))
        while tally.counted < wanted:
            running = start(room, tally.tried)
            if not began(running, sink, readers):
                stop_quietly(running)
                break
            time.sleep(random.uniform(0, 0.5))
            seconds, status = running.terminate()
            slowest = max(slowest, seconds)
            tally.tried += 1
            tally.counted += 0 < len(sink.record()) < readers
            tally.expect(status == 0, f"it ended with {status}: {room.said()[-500:]}")
            tally.expect(seconds <= 10, f"it took {seconds:.1f} s to stop")
            tally.expect(not ledger.sending(room), "it left messages in doubt")
        finish(tally, room, sink, readers, "send-again", 0)
        sink.close()
        room.remove()
    print(f"The slowest SIGTERM took {slowest:.2f} s.", flush=True)
    return tally


def start(room, number):
    """Each third time the service, which sends as well."""
    if number % 3 != 2:
        return room.start("deliver")
    return room.start("serve", "--urls", f"http://127.0.0.1:{free_port()}")


def began(running, sink, readers):
    """Waits for its first message. False where there is none left to wait for."""
    before = sink.begun()
    quiet_since = time.monotonic()
    while sink.begun() == before:
        if running.ended or time.monotonic() - quiet_since > 15:
            return False
        if time.monotonic() - quiet_since > 4 and len(sink.record()) >= readers:
            return False
        time.sleep(0.005)
    return True


def stop_quietly(running):
    if not running.ended:
        running.terminate()


def finish(tally, room, sink, readers, policy, allowed):
    ended = room.start("deliver", "--until-done").wait(120)
    tally.expect(ended == 0, f"the last run ended with {ended}: {room.said()[-500:]}")
    check(tally, readers, sink.record(), room.status(), room.states(), policy, allowed)
