"""Run a command beside a cluster: python -m tests.opensearch [--nodes N] -- COMMAND...

The command finds the cluster in READOUT_CLUSTER, or in READOUT_NO_CLUSTER why there is none.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys

from tests.opensearch.cluster import running
from tests.opensearch.jars import NoClusterError

USAGE = 2
UNCOVERED = "*/index/opensearch/*"  # no test is missing there


def main(arguments: list[str]) -> int:
    """Run it, and answer as it does."""
    nodes = 3
    if arguments[:1] == ["--nodes"]:
        nodes, arguments = int(arguments[1]), arguments[2:]
    marked, *arguments = arguments or [""]
    if marked != "--" or not arguments:
        print(__doc__, file=sys.stderr)  # noqa: T201 - it is a command
        return USAGE
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    try:
        with running(nodes) as cluster:
            return subprocess.call(arguments, env={**os.environ, "READOUT_CLUSTER": cluster.hosts})
    except NoClusterError as error:
        print(f"no cluster: {error}", file=sys.stderr)  # noqa: T201 - likewise
        why = {"READOUT_NO_CLUSTER": str(error), "READOUT_UNCOVERED": UNCOVERED}
        return subprocess.call(arguments, env={**os.environ, **why})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
