"""A data folder with an issue that is approved and queued, and the built program that works on it."""

import json
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COLUMN = "# The tide comes in\n\n" + "".join(
    f"The sea rises by {n} centimetres every decade, and the dykes of the harbour wait for their turn; that is what "
    f"[the harbour's engineer](https://example.org/opinion/{n}) has to say: “one will have to choose”. The boats do "
    "not wait, and the quay – well, the quay does not either! Été, œuvre, 100 %, a=b.\n\n"
    for n in range(1, 24)
)


def program():
    """What was built last, or what NEWSLETTER_PROGRAM names."""
    named = os.environ.get("NEWSLETTER_PROGRAM")
    built = [Path(named)] if named else list(ROOT.glob("src/Newsletter/bin/*/net*/newsletter.dll"))
    built.sort(key=lambda path: path.stat().st_mtime)
    if not built:
        raise SystemExit("tests/torture: build the program first: dotnet build Newsletter.sln -c Release")
    return built[-1]


class Room:
    """One data folder, the settings of its program, and the issue 1 in it."""

    def __init__(self, folder, settings):
        self.folder = Path(folder)
        self.settings = dict(settings)
        self.log = self.folder / "log"

    def make(self, readers):
        self.folder.mkdir(parents=True)
        (self.folder / "tide.md").write_text(COLUMN)
        lines = ["email,name", *(f"{reader(n)},Zoé Lefèvre {n}" for n in range(readers))]
        (self.folder / "readers.csv").write_text("\n".join(lines) + "\n")
        self.run("publication", "add", "tides", "--title", "Tides", "--from", "Tides <tides@example.org>")
        self.run("column", "add", "tide.md", "--publication", "tides")
        self.run("subscriber", "import", "readers.csv", "--publication", "tides", "--consent", "asked by letter")
        self.run("issue", "compose", "--publication", "tides")
        self.run("issue", "approve", "1")
        return self

    def copy(self, folder, **settings):
        shutil.copytree(self.folder, folder)
        return Room(folder, {**self.settings, **settings})

    def run(self, *words):
        ran = subprocess.run(
            self._command(*words, "--json"), cwd=self.folder, env=self._environment(), capture_output=True, text=True
        )
        if ran.returncode:
            raise SystemExit(f"newsletter {' '.join(words)} ended with {ran.returncode}: {ran.stderr}")
        return json.loads(ran.stdout) if ran.stdout.strip() else None

    def start(self, *words):
        with self.log.open("ab") as log:
            return Running(
                subprocess.Popen(
                    self._command(*words),
                    cwd=self.folder,
                    env=self._environment(),
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    start_new_session=True,
                )
            )

    def status(self):
        return self.run("issue", "status", "1")

    def states(self):
        """Each reader's state, as "issue messages" has it."""
        return {line["email"]: line["state"] for line in self.run("issue", "messages", "1")}

    def said(self):
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def _command(self, *words):
        return ["dotnet", str(program()), *words, "--data", str(self.folder / "data")]

    def _environment(self):
        return {**os.environ, **{name: str(value) for name, value in self.settings.items()}}


class Running:
    """A process of the program, in a group of its own."""

    def __init__(self, process):
        self.process = process

    @property
    def ended(self):
        return self.process.poll() is not None

    def kill(self):
        """As a power cut would: the whole group at once."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def terminate(self, patience=30):
        """Asks it to stop. The seconds that took, and how it ended."""
        began = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(patience)
        except subprocess.TimeoutExpired:
            self.kill()
        return time.monotonic() - began, self.process.returncode

    def wait(self, patience):
        try:
            return self.process.wait(patience)
        except subprocess.TimeoutExpired:
            self.kill()
            return None


def reader(number):
    return f"reader{number}@example.net"
