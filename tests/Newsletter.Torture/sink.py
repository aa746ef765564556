"""Debian's smtp-sink, and its own record of what it took."""

import os
import re
import shutil
import socket
import subprocess
import time
from collections import defaultdict
from pathlib import Path

PROGRAM = "/usr/sbin/smtp-sink"


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Sink:
    def __init__(self, folder, *options):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True)
        self.folder.chmod(0o777)
        self.port = free_port()
        rights = ["-u", "nobody"] if os.geteuid() == 0 else []
        self.process = subprocess.Popen(
            [PROGRAM, *rights, *options, "-d", "m.", f"127.0.0.1:{self.port}", "500"], cwd=self.folder
        )
        for _ in range(100):
            with socket.socket() as client:
                if client.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise SystemExit("tests/torture: smtp-sink does not listen after five seconds.")

    def settings(self, connections):
        return {"Relay__Host": "127.0.0.1", "Relay__Port": self.port, "Relay__Connections": connections}

    def begun(self):
        """How many it began to take: quick, and never less than what it took."""
        return len(os.listdir(self.folder))

    def record(self):
        """The Message-IDs that each recipient was sent, from the files of what was taken whole."""
        taken = defaultdict(list)
        for path in self.folder.iterdir():
            content = path.read_bytes()
            # It ends a message that it took with a line of its own; of one that broke off, the end is missing.
            if not content.endswith(b"--\n\n"):
                continue
            head = content[:4096].decode("latin-1")
            recipient = re.search(r"^X-Rcpt-Args: <([^>]*)>", head, re.M)
            message = re.search(r"^Message-ID: *(<[^>]*>)", head, re.M | re.I)
            taken[recipient.group(1)].append(message.group(1))
        return taken

    def times(self):
        """When each message was taken."""
        return sorted(path.stat().st_mtime for path in self.folder.iterdir())

    def close(self):
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
