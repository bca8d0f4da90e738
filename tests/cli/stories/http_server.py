# SPDX-License-Identifier: MIT
#
# Serves repositories over HTTP through "git http-backend", for tests: a port of 127.0.0.1, basic
# authentication where a name and password are given, and faults that a test asks for.
#
#   http_server.py ROOT PORT FILE [NAME:PASSWORD]
#
# Writes PORT to FILE once it listens. ROOT/fault says what
# goes wrong next: "die" ends the server in the middle of a push, "half" cuts an answer off.
import base64
import http.server
import os
import subprocess
import sys
import urllib.parse

root, port, port_file = sys.argv[1], int(sys.argv[2]), sys.argv[3]
login = sys.argv[4] if len(sys.argv) > 4 else None


def fault():
    try:
        with open(os.path.join(root, "fault"), encoding="ascii") as file:
            return file.read().strip()
    except FileNotFoundError:
        return ""


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def body(self):
        if self.headers.get("Transfer-Encoding", "") != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length", 0)))
        parts = []
        while True:
            size = int(self.rfile.readline().strip(), 16)
            parts.append(self.rfile.read(size))
            self.rfile.readline()
            if size == 0:
                return b"".join(parts)

    def answer(self):
        given = self.headers.get("Authorization", "")
        body = self.body() if self.command == "POST" else b""
        if login and given != "Basic " + base64.b64encode(login.encode()).decode():
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="store"')
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        path, _, query = self.path.partition("?")
        if fault() == "die" and path.endswith("/git-receive-pack"):
            os._exit(1)
        environment = dict(
            os.environ, GIT_PROJECT_ROOT=root, GIT_HTTP_EXPORT_ALL="1", REMOTE_USER="tester",
            REQUEST_METHOD=self.command, QUERY_STRING=query,
            PATH_INFO=urllib.parse.unquote(path),
            CONTENT_TYPE=self.headers.get("Content-Type", ""), CONTENT_LENGTH=str(len(body)),
            HTTP_CONTENT_ENCODING=self.headers.get("Content-Encoding", ""),
            GIT_PROTOCOL=self.headers.get("Git-Protocol", ""))
        done = subprocess.run(["git", "http-backend"], input=body, env=environment, check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        head, _, content = done.stdout.partition(b"\r\n\r\n")
        headers = [line.partition(": ") for line in head.decode().split("\r\n") if line]
        status = [value for name, _, value in headers if name == "Status"]
        self.send_response(int(status[0].split()[0]) if status else 200)
        for name, _, value in headers:
            if name != "Status":
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if fault() == "half" and self.command == "POST":
            content = content[:len(content) // 2]
        self.wfile.write(content)

    do_GET = do_POST = answer


server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler)
with open(port_file + ".new", "w", encoding="ascii") as file:
    file.write(str(server.server_address[1]))
os.rename(port_file + ".new", port_file)
server.serve_forever()
