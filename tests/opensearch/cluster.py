"""Cluster: nodes of OpenSearch, a process each, on loopback; they end with the test."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Final
from urllib.error import URLError
from urllib.request import urlopen

from tests.opensearch.jars import class_path, java_home
from tests.ports import free_port

MEGABYTES: Final = 512  # of each node
SECONDS_TO_START: Final = 120.0
_A_MOMENT: Final = 0.1


class Cluster:
    """Nodes that know each other."""

    def __init__(self, nodes: int, folder: Path) -> None:
        """Start so many, with their data in a folder."""
        self._class_path, self._java = class_path(), f"{java_home()}/bin/java"
        self._folder = folder
        self._ports = [(free_port(), free_port()) for _ in range(nodes)]
        self._running: dict[int, subprocess.Popen[bytes]] = {}
        for number in range(nodes):
            self.start(number)

    @property
    def hosts(self) -> str:
        """Where the nodes answer, as an address has it."""
        return ",".join(f"127.0.0.1:{port}" for port, _ in self._ports)

    def start(self, number: int) -> None:
        """Start a node, with what it kept."""
        http, transport = self._ports[number]
        home = self._folder / f"node{number}"
        home.mkdir(exist_ok=True)
        command = [
            self._java,
            f"-Xms{MEGABYTES}m",
            f"-Xmx{MEGABYTES}m",
            "-XX:+UseSerialGC",
            *os.environ.get("READOUT_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1").split(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            self._class_path,
            "Launcher",
            f"path.home={home}",
            f"node.name=node{number}",
            f"http.port={http}",
            f"transport.port={transport}",
            "network.host=127.0.0.1",
            "cluster.routing.allocation.disk.threshold_enabled=false",
            f"discovery.seed_hosts={','.join(f'127.0.0.1:{port}' for _, port in self._ports)}",
            f"cluster.initial_cluster_manager_nodes={','.join(self._names())}",
        ]
        with (home / "log").open("ab") as log:
            self._running[number] = subprocess.Popen(command, stdout=log, stderr=log)

    def kill(self, number: int) -> None:
        """Take a node's process away at once, as a fault of the machine would."""
        node = self._running.pop(number)
        node.send_signal(signal.SIGKILL)
        node.wait()

    def wait(self, *, status: str = "green", nodes: int | None = None) -> None:
        """Wait until all nodes are there, and all copies of the articles."""
        wanted = len(self._running) if nodes is None else nodes
        path = f"/_cluster/health?wait_for_status={status}&wait_for_nodes={wanted}&timeout=5s"
        deadline = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline:
            for number in self._running:
                said = self.ask(number, path)
                if said.get("status") in {status, "green"} and said["number_of_nodes"] >= wanted:
                    return
            time.sleep(_A_MOMENT)
        logs = [(self._folder / f"node{number}" / "log").read_text() for number in self._running]
        raise TimeoutError(
            f"the cluster is not {status}:\n" + "\n".join(log[-2000:] for log in logs)
        )

    def ask(self, number: int, path: str) -> Any:  # noqa: ANN401  JSON
        """What a node answers; nothing where it does not."""
        try:
            with urlopen(f"http://127.0.0.1:{self._ports[number][0]}{path}", timeout=30) as answer:
                return json.load(answer)
        except (URLError, OSError, ValueError):
            return {}

    def cpu_seconds(self) -> float:
        """What the nodes have worked so far."""
        ticks = 0
        for node in self._running.values():
            fields = Path(f"/proc/{node.pid}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def stop(self) -> None:
        """End all nodes."""
        for node in self._running.values():
            node.terminate()
        for node in self._running.values():
            try:
                node.wait(timeout=20)
            except subprocess.TimeoutExpired:
                node.kill()
                node.wait()
        self._running = {}

    def _names(self) -> list[str]:
        return [f"node{number}" for number in range(len(self._ports))]


@contextmanager
def running(nodes: int) -> Iterator[Cluster]:
    """A cluster that answers; it is gone afterwards, whatever happens.

    Raises `NoClusterError` where none can be had.
    """
    folder = Path(mkdtemp(prefix="readout-opensearch-"))
    try:
        cluster = Cluster(nodes, folder)
        try:
            cluster.wait()
            yield cluster
        finally:
            cluster.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
