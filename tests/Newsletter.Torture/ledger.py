"""The ledger seen from outside: a look at a copy of it, and its write lock held by another process."""

import shutil
import sqlite3
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path


def database(room):
    return room.folder / "data" / "newsletter.db"


def sending(room):
    """Whose message is begun and not settled."""
    rows = rows_of(
        room, "SELECT s.email FROM messages m JOIN subscribers s ON s.id = m.subscriber_id WHERE m.state = 'Sending'"
    )
    return {row[0] for row in rows}


def ask(room, question):
    return rows_of(room, question)[0][0]


def rows_of(room, question):
    """Of a copy: whoever opens a dead process's file first mends it, and that is for the program to do."""
    with tempfile.TemporaryDirectory() as folder:
        for path in database(room).parent.glob("newsletter.db*"):
            shutil.copy(path, folder)
        look = sqlite3.connect(Path(folder) / "newsletter.db")
        try:
            return look.execute(question).fetchall()
        finally:
            look.close()


def until(room, question, patience=30):
    """Looks without a pause until a question has an answer other than 0."""
    look = sqlite3.connect(f"file:{database(room)}?mode=ro", uri=True)
    try:
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if answer := look.execute(question).fetchone()[0]:
                return answer
        raise SystemExit(f"tests/torture: never came true: {question}")
    finally:
        look.close()


@contextmanager
def locked(room):
    """Nobody else commits in here."""
    lock = sqlite3.connect(database(room), timeout=20, isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    try:
        yield lock
    finally:
        lock.execute("ROLLBACK")
        lock.close()
