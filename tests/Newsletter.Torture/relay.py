"""A relay that can be stopped at any word of its dialogue, so that the program is killed at a point that has a name."""

import re
import socketserver
import threading
from collections import defaultdict

STAGES = ["greeting", "EHLO", "MAIL", "RCPT", "DATA", "content", "dot", "answered"]


class Relay:
    """Speaks SMTP. Once armed, it stops every session that comes to the stage, from the n-th time on."""

    def __init__(self):
        self.taken = defaultdict(list)
        self.reached = threading.Event()
        self.released = threading.Event()
        self.released.set()
        self.stage = None
        self.countdown = 0
        self.reply = None
        self.lock = threading.Lock()
        relay = self

        class Session(socketserver.StreamRequestHandler):
            disable_nagle_algorithm = True

            def handle(self):
                try:
                    relay.converse(self)
                except (OSError, ValueError):
                    pass  # The program was killed.

        class Server(socketserver.ThreadingTCPServer):
            allow_reuse_address = True
            daemon_threads = True
            request_queue_size = 100

        self.server = Server(("127.0.0.1", 0), Session)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def settings(self, connections):
        return {"Relay__Host": "127.0.0.1", "Relay__Port": self.port, "Relay__Connections": connections}

    def arm(self, stage, nth=1, reply=None):
        """`reply`: what is said to a final dot that was stopped, in place of 250."""
        self.reached.clear()
        self.released.clear()
        self.stage, self.countdown, self.reply = stage, nth, reply

    def disarm(self):
        self.stage = self.reply = None
        self.released.set()

    def record(self):
        with self.lock:
            return {to: list(ids) for to, ids in self.taken.items()}

    def close(self):
        self.disarm()
        self.server.shutdown()
        self.server.server_close()

    def at(self, stage):
        """Whether it was stopped here."""
        if stage != self.stage:
            return False
        with self.lock:
            self.countdown -= 1
            if self.countdown > 0:
                return False
        self.reached.set()
        self.released.wait(60)
        return True

    def converse(self, session):
        def say(words):
            session.wfile.write(words.encode() + b"\r\n")

        self.at("greeting")
        say("220 relay.test ESMTP")
        recipient = None
        for line in session.rfile:
            verb = line[:4].upper().decode("latin-1")
            self.at(verb)
            if verb == "EHLO":
                say("250-relay.test\r\n250-PIPELINING\r\n250 ENHANCEDSTATUSCODES")
            elif verb == "MAIL":
                say("250 2.1.0 Ok")
            elif verb == "RCPT":
                recipient = re.search(rb"<([^>]*)>", line).group(1).decode()
                say("250 2.1.5 Ok")
            elif verb == "DATA":
                say("354 Go on")
                message, reply = self.content(session), self.reply
                stopped = self.at("dot")
                if not stopped or not reply:
                    with self.lock:
                        self.taken[recipient].append(message)
                say(reply if stopped and reply else "250 2.0.0 Ok")
                self.at("answered")
            elif verb == "QUIT":
                say("221 2.0.0 Bye")
                return
            else:
                say("250 2.0.0 Ok")

    def content(self, session):
        message, in_header = None, True
        for number, line in enumerate(session.rfile):
            if line == b".\r\n":
                return message
            if number == 100:
                self.at("content")
            if in_header and line.lower().startswith(b"message-id:"):
                message = line[11:].strip().decode()
            in_header = in_header and line != b"\r\n"
        raise ValueError("It broke off in the content.")
