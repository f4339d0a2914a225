"""The solver as the prover calls it: ask.py SOCKET QUERY.smt2, prints the answer of serve.py."""

import os
import socket
import sys

connection = socket.socket(socket.AF_UNIX)
connection.connect(sys.argv[1])
connection.sendall(os.path.abspath(sys.argv[2]).encode())
answer = b""
while part := connection.recv(65536):
    answer += part
sys.stdout.write(answer.decode() or "unknown\n; no answer in time\n")
