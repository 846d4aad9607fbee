"""A web server of things in memory on a hundred loopback addresses, in a process of its own.

Each address has its own listening socket, so that nothing outside the machine can reach it.
"""

import asyncio
import hashlib
import multiprocessing
import os
import signal
import socket
import urllib.parse

ADDRESSES = [f"127.0.1.{last}" for last in range(1, 101)]


class Loopback:
    def __init__(self):
        self.things = {}
        self.process = None
        self.sockets = self._bind()
        self.port = self.sockets[0].getsockname()[1]

    def add(self, path, kind, data):
        self.things[path] = (kind, hashlib.sha256(data).hexdigest()[:20], data)

    def base(self, number):
        """The address of the n-th site, its scheme and port included."""
        return f"http://{ADDRESSES[number % len(ADDRESSES)]}:{self.port}"

    def start(self, prepare):
        """Starts the process, which first runs `prepare(self)` to fill the server; returns what that returned.

        The things stay in that process: a program started by this one would inherit its size as its own peak.
        """
        receiver, sender = multiprocessing.Pipe(duplex=False)
        self.process = multiprocessing.Process(target=self._run, args=(prepare, sender), daemon=True)
        self.process.start()
        sender.close()
        try:
            return receiver.recv()
        except EOFError:
            raise SystemExit("the server could not start") from None

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.join()
        for each in self.sockets:
            each.close()

    @staticmethod
    def _bind():
        """A socket per address, all on one port that is free on every one of them."""
        for _ in range(20):
            sockets, port = [], 0
            try:
                for address in ADDRESSES:
                    each = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
                    sockets.append(each)
                    each.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                    each.bind((address, port))
                    port = each.getsockname()[1]
                    each.listen(512)
                return sockets
            except OSError as error:
                problem = error
                for each in sockets:
                    each.close()
        raise problem

    def _run(self, prepare, sender):
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's, which then stops this process
        sender.send(prepare(self))
        asyncio.run(self._serve(os.getppid()))

    async def _serve(self, parent):
        for each in self.sockets:
            await asyncio.start_server(self._talk, sock=each)
        while os.getppid() == parent:  # never left behind
            await asyncio.sleep(1)

    async def _talk(self, reader, writer):
        try:
            while await self._answer(reader, writer):
                pass
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError):
            pass  # the client went, or sent something that is no request
        finally:
            writer.close()

    async def _answer(self, reader, writer):
        """Answers one request; says whether the connection stays."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        method, target, version = (head[0].split(" ") + ["", "", ""])[:3]
        fields = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:])}
        path = urllib.parse.unquote(target.partition("?")[0], errors="surrogateescape")
        found = self.things.get(path)
        stays = version == "HTTP/1.1" and fields.get("connection", "").lower() != "close"
        kind, tag, body = found or ("text/plain", "", b"not here\n")
        status = "200 OK" if found else "404 Not Found"
        if method not in ("GET", "HEAD"):
            status, body, tag, stays = "405 Method Not Allowed", b"", "", False
        elif tag and f'"{tag}"' in fields.get("if-none-match", ""):
            status, body = "304 Not Modified", b""
        lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Connection: {'keep-alive' if stays else 'close'}"]
        lines += [f'ETag: "{tag}"'] if tag else []
        lines += [] if status.startswith("304") else [f"Content-Length: {len(body)}"]
        writer.write("\r\n".join([*lines, "", ""]).encode("latin-1") + (b"" if method == "HEAD" else body))
        await writer.drain()
        return stays
