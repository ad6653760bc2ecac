"""The files of docs/ci as their services run them, here and with our registry: writes docs/ci.md, `make snippets`.

Nothing is inherited but the way to Python, git and a shell: a fresh home, a fresh clone of what is committed here, a
project of somebody else's. What a service itself does (its machine, its checkout, its cache) is stood in for, and the
page says so.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any, Final, NamedTuple

from ruamel.yaml import YAML

from tests.plugin.project import Project
from tests.proofs.bits import interpreter
from tests.proofs.page import ROOT, Table, write_page

CI: Final = ROOT / "docs" / "ci"
PAGE: Final = ROOT / "docs" / "ci.md"
THEIRS: Final = "import device\n\n\ndef test_a(tool):\n    tool.advance(1)\n    assert device.WHOSE\n"
"""A test of a project that has packages of our names."""
PYTHONS: Final = {"plain-pip.sh": "3.13", "github-actions.yml": "3.12", "gitlab-ci.yml": "3.12"}
"""Plain pip names none; a test holds the others to what their files say."""
MEASURED: Final = "3.12"
LIMIT_S: Final = 900
"""As long as the files themselves allow."""

ABOUT: Final = (
    "The files that [a project copies](testing-with-palpate.md#continuous-integration): [plain pip](ci/plain-pip.sh), "
    "[GitHub Actions](ci/github-actions.yml), [GitLab](ci/gitlab-ci.yml). Every shell command of them was run as it "
    "stands there, in a fresh clone and with an empty home and no environment but the path, in a project that has "
    "packages called `device`, `analysis` and so on. One thing was filled in: where Palpate is."
)
NOT_RUN: Final = (
    "Nothing was run on GitHub or GitLab. Stood in for were GitHub's `actions/checkout` (a clone), "
    "`actions/setup-python` (a Python of that version, put first on the path), its cache and its machine; GitLab's "
    "image `python:3.12` (the same Python) and its cache. A step of GitHub ran as a script under `bash -e`, "
    "`before_script` and `script` of GitLab together under `set -eo pipefail`. The form of both is checked against "
    "the services' own JSON schemas in the tests; names and inputs were read in the documentation of the actions (v7 "
    "of both), of GitHub's contexts and of GitLab's caching in November 2026."
)
LIGHT: Final = (
    "[`light.txt`](ci/light.txt) names what the simulated tool needs. The second table compares it with the whole "
    "program, an installation of `./.palpate[sim]`. `serve`, `simulate`, `conformance`, `capture`, `replay "
    "--headless`, and `analyze` of records run in both. The window, large tables, Parquet and what a clinic keeps "
    "need the whole program, and say so in one line where it is not there. `pip check` names what was left out. "
    "The last column tells how busy the machine was: where it was, the seconds are too many."
)
INSTALLATIONS: Final = {
    "the simulated tool": (("-r", ".palpate/docs/ci/light.txt"), ("--no-deps", "./.palpate")),
    "the whole program": (("-c", ".palpate/constraints.txt", "./.palpate[sim]"),),
}


class Step(NamedTuple):
    """What a runner hands to a shell, and what it sets beside it."""

    script: str
    shell: tuple[str, ...]
    environment: dict[str, str]

    @property
    def commands(self) -> int:
        """Lines that do something."""
        return sum(bool(line) and not line.startswith(("#", "set ", ": ")) for line in self.script.splitlines())


class Machine:
    """A place where nobody has been before, with a project and a clone of what is committed here."""

    def __init__(self, folder: Path, python: str) -> None:
        self.home, self.project, self.palpate = (folder / name for name in ("home", "project", "palpate.git"))
        self.home.mkdir()
        self.project.mkdir()
        Project(self.project).write("test_a.py", THEIRS)
        own = interpreter(python)
        if own is None:
            raise SystemExit(f"Python {python} is not here: install it, then ask again")
        bin_folder = folder / "bin"
        bin_folder.mkdir()
        for name in ("python3", "python"):
            (bin_folder / name).symlink_to(Path(own).resolve())
        self.path = f"{bin_folder}:/usr/local/bin:/usr/bin:/bin"
        self.clone(ROOT, self.palpate, "--bare")

    def clone(self, source: Path, target: Path, *options: str) -> None:
        """Clone with nothing but what is committed."""
        subprocess.run(["git", "clone", "-q", *options, f"file://{source}", str(target)], check=True)

    def run(self, step: Step) -> str:
        """Run a step in the project's folder; what it said. Raises `SystemExit` where it failed."""
        script = self.home.parent / "script"
        script.write_text(step.script, encoding="utf-8")
        done = subprocess.run(
            [*step.shell, str(script)],
            cwd=self.project,
            env={"PATH": self.path, "HOME": str(self.home)} | step.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=LIMIT_S,
            check=False,
        )
        if done.returncode:
            raise SystemExit(f"{step.script}\n{done.stdout}\n{done.stderr}")
        return done.stdout

    def megabytes(self, environment: str) -> int:
        """What an environment takes on disk."""
        files = (self.project / environment).rglob("*")
        return round(sum(each.lstat().st_size for each in files if not each.is_dir()) / 1e6)


def main() -> None:
    """Run the three files and both installations, and write the page."""
    runs = [ran(name) for name in ("plain-pip.sh", "github-actions.yml", "gitlab-ci.yml")]
    taken = [installed(name) for name in INSTALLATIONS]
    head = ("file", "Python", "commands run", "all of it", "Palpate's environment", "the project's test", "load")
    other = ("environment", "packages", "first time", "again, from pip's cache", "size", "load")
    tables = [Table("Run", head, runs), Table("What an installation takes", other, taken)]
    write_page(PAGE, "The files for continuous integration", (ABOUT, NOT_RUN, LIGHT), tables)


def ran(name: str) -> tuple[str, ...]:
    """A row: run one file as its service does."""
    with tempfile.TemporaryDirectory() as folder:
        version = PYTHONS[name]
        machine, started_s, said, commands = Machine(Path(folder), version), time.monotonic(), "", 0
        for step in steps(name, machine):
            commands, said = commands + step.commands, machine.run(step)
        passed = re.search(r"\d+ passed", said)
        if passed is None:
            raise SystemExit(f"{name} ran no test: {said}")
        took = f"{time.monotonic() - started_s:.0f} s"
        row = (f"`{name}`", version, str(commands), took, f"{machine.megabytes('.palpate-env')} MB", passed[0], load())
    print(*row, sep="; ", flush=True)  # noqa: T201 - a command's output
    return row


def steps(name: str, machine: Machine) -> list[Step]:
    """What the shell gets; what a service does before it, is done."""
    match name:
        case "github-actions.yml":
            job = read(name)["jobs"]["tests"]["steps"]
            (path,) = [each["with"]["path"] for each in job if "path" in each.get("with", {})]
            machine.clone(machine.palpate, machine.project / path)
            around = {"CI": "true", "GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": str(machine.project)}
            return [Step(each["run"], ("bash", "-e"), around) for each in job if "run" in each]
        case "gitlab-ci.yml":
            job = read(name)["tests"]
            filled = {"PALPATE": f"file://{machine.palpate}", "CI_PROJECT_DIR": str(machine.project), "CI": "true"}
            expanded = {
                key: text.replace("$CI_PROJECT_DIR", str(machine.project)) for key, text in job["variables"].items()
            }
            script = "\n".join(["set -eo pipefail", *job["before_script"], *job["script"]])
            return [Step(script, ("bash",), expanded | filled)]
        case _:
            return [Step((CI / name).read_text(encoding="utf-8"), ("sh",), {"PALPATE": f"file://{machine.palpate}"})]


def load() -> str:
    """How many programs wanted a core in the last minute, and how many there are."""
    return f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"


def read(name: str) -> Any:
    """Read one of the YAML files."""
    return YAML(typ="safe").load(CI / name)


def installed(name: str) -> tuple[str, ...]:
    """A row: install Palpate alone, twice with one cache."""
    with tempfile.TemporaryDirectory() as folder:
        machine, took = Machine(Path(folder), MEASURED), []
        machine.clone(machine.palpate, machine.project / ".palpate")
        for environment in ("first", "again"):
            pip = [f"{environment}/bin/python -m pip install -q {shlex.join(each)}" for each in INSTALLATIONS[name]]
            started_s = time.monotonic()
            machine.run(Step("\n".join([f"python3 -m venv {environment}", *pip]), ("bash", "-e"), {}))
            took.append(f"{time.monotonic() - started_s:.0f} s")
        packages = len(list((machine.project / "first").glob("lib/python3.*/site-packages/*.dist-info")))
        row = (name, str(packages), *took, f"{machine.megabytes('first')} MB", load())
    print(*row, sep="; ", flush=True)  # noqa: T201 - a command's output
    return row


if __name__ == "__main__":
    main()
