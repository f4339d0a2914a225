"""Answers queries on a local socket: serve.py SOCKET SECONDS.

The solver is loaded once; each query is solved in a process forked from this one, which ends after SECONDS of its own without an answer.
"""

import os
import resource
import signal
import socket
import sys
import traceback

from solve import answer


def main(path: str, seconds: int) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(path)
    listening.listen(64)
    print("ready", flush=True)
    while True:
        connection, _ = listening.accept()
        if os.fork() == 0:
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
            connection.sendall(replied(connection.recv(4096).decode()).encode())
            os._exit(0)
        connection.close()


def replied(query: str) -> str:
    try:
        return f"{answer(query)}\n"
    except Exception:
        return f"unknown\n; {traceback.format_exc()}"


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
