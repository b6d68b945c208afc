"""Jars: what a node is made of, fetched once by Maven, checked by hash, and kept."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Final

from tests.installed import ROOT

HERE: Final = Path(__file__).parent
POM: Final = HERE / "pom.xml"
SUMS: Final = HERE / "jars.sha256"
KEPT: Final = ROOT / "var" / "opensearch"
OLDEST_JAVA: Final = 21
_VERSION: Final = re.compile(r'version "(\d+)')
_SECONDS: Final = 600


class NoClusterError(Exception):
    """A cluster can't be brought up here, and why."""


def java_home() -> Path:
    """A Java Development Kit that is new enough; raises `NoClusterError` if there is none."""
    named = [Path(os.environ["JAVA_HOME"])] if os.environ.get("JAVA_HOME") else []
    for home in (*named, *sorted(Path("/usr/lib/jvm").glob("*"))):
        java = home / "bin" / "java"
        if java.exists() and (home / "bin" / "javac").exists():
            said = subprocess.run([java, "-version"], capture_output=True, text=True, check=False)
            found = _VERSION.search(said.stderr)
            if found and int(found[1]) >= OLDEST_JAVA:
                return home
    raise NoClusterError(f"needs a Java Development Kit of {OLDEST_JAVA} or newer (JAVA_HOME)")


def class_path() -> str:
    """The jars and the launcher, for `java -cp`; raises `NoClusterError` if they can't be had."""
    home = java_home()
    mark = hashlib.sha256(POM.read_bytes() + SUMS.read_bytes()).hexdigest()[:16]
    folder = KEPT / mark
    listed = folder / "classpath"
    if not listed.exists() or not all(Path(jar).exists() for jar in listed.read_text().split(":")):
        folder.mkdir(parents=True, exist_ok=True)
        fresh = folder / f"classpath.{os.getpid()}"
        _fetch(fresh)
        _check([Path(jar) for jar in fresh.read_text().split(":")])
        fresh.replace(listed)
    jars = listed.read_text()
    classes = folder / f"classes-{hashlib.sha256(_launcher().read_bytes()).hexdigest()[:16]}"
    if not classes.exists():
        fresh = folder / f"classes.{os.getpid()}"
        command = [f"{home}/bin/javac", "-cp", jars, "-d", str(fresh), str(_launcher())]
        subprocess.run(command, check=True, capture_output=True)
        fresh.rename(classes)
    return f"{classes}:{jars}"


def sums(jars: list[Path]) -> str:
    """A line a jar, as `sha256sum` writes it."""
    rows = sorted((jar.name, hashlib.sha256(jar.read_bytes()).hexdigest()) for jar in jars)
    return "".join(f"{digest}  {name}\n" for name, digest in rows)


def _launcher() -> Path:
    return HERE / "Launcher.java"


def _fetch(listed: Path) -> None:
    maven = shutil.which("mvn")
    if maven is None:
        raise NoClusterError("needs Maven, which fetches OpenSearch's jars")
    command = [maven, "-q", "-B", "-f", str(POM), "dependency:build-classpath"]
    done = subprocess.run(
        [*command, f"-Dmdep.outputFile={listed}"],
        capture_output=True,
        text=True,
        check=False,
        timeout=_SECONDS,
    )
    if done.returncode:
        said = next((line for line in done.stdout.splitlines() if "ERROR" in line), "")
        raise NoClusterError(f"Maven could not fetch OpenSearch's jars: {said}")


def _check(jars: list[Path]) -> None:
    """Nothing is run that is not what it was when the tests were written."""
    if sums(jars) != SUMS.read_text(encoding="utf-8"):
        raise RuntimeError(f"the jars that Maven fetched are not those of {SUMS}")
