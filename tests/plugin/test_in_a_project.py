"""In a project that has packages of our names, in parallel, and when things go wrong."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.plugin.project import NAMES, Project, is_gone

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="watches processes as Unix does")

PRESS = """
import analysis, device, palpate, protocol, session, simulator
from pathlib import Path
from pytest_palpate import assert_dose

def note(tool, request):
    with Path("pids").open("a") as file:
        print(tool._server.pid, file=file)

def test_first(tool, request):
    note(tool, request)
    tool.press(25, for_s=3)
    tool.advance(8)
    assert tool.truth.holds == 1
    assert_dose(tool, tool.truth.dose_kpa_s)
    assert protocol.WHOSE == "the project's protocol"

def test_second(tool, request):
    note(tool, request)
    assert (tool.t_s, tool.truth.holds, tool.gaps) == (1.0, 0, [])
    assert [payload.channel for payload in tool.payloads()] == ["LAYOUT", "STATUS", "BATTERY", "CONTROL_REPLY"]
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def pids(project: Project) -> set[int]:
    return {int(line) for line in (project.folder / "pids").read_text(encoding="utf-8").split()}


def test_packages_of_our_names_do_not_collide_and_each_test_has_a_fresh_tool(project: Project) -> None:
    project.write("test_press.py", PRESS)
    done = project.test()
    assert "2 passed" in done.stdout, done.stdout + done.stderr
    assert len(pids(project)) == 1  # one process, one tool after the other
    assert all(is_gone(pid) for pid in pids(project))


def test_they_do_not_collide_either_where_python_looks_in_the_working_directory_first(project: Project) -> None:
    project.write("test_press.py", PRESS)
    project.write("pytest.ini", f"[pytest]\npalpate_command = {sys.executable} -m palpate\n")
    done = project.test()
    assert "2 passed" in done.stdout, done.stdout + done.stderr


def test_a_simulator_that_ran_among_them_would_have_failed(project: Project) -> None:
    project.write("test_press.py", PRESS)
    project.write("pytest.ini", f"[pytest]\npalpate_command = {sys.executable} bare.py\n")
    project.write("bare.py", f"import sys; sys.path.insert(0, {str(project.folder)!r}); import palpate.cli")
    done = project.test()
    assert "2 errors" in done.stdout
    assert "No module named 'palpate.cli'" in done.stdout


def test_workers_have_simulators_of_their_own(project: Project) -> None:
    project.write("test_press.py", PRESS)
    project.write("test_again.py", PRESS)
    done = project.test("-n", "2", "--dist", "loadfile")
    assert "4 passed" in done.stdout, done.stdout + done.stderr
    assert len(pids(project)) == 2
    assert all(is_gone(pid) for pid in pids(project))


def test_no_simulator_outlives_a_run_that_was_killed(project: Project) -> None:
    killed = (
        "import os, signal\nfrom pathlib import Path\n"
        "def test_a(tool, serve_tool):\n"
        "    served = serve_tool()\n"
        "    Path('pids').write_text(f'{tool._server.pid} {served.pid}')\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    project.write("test_killed.py", killed)
    assert project.test().returncode == -9
    assert len(pids(project)) == 2
    assert all(is_gone(pid) for pid in pids(project))


def test_a_simulator_that_dies_is_one_error_with_its_reason_and_the_next_test_has_another(project: Project) -> None:
    dies = (
        "import os, signal\n"
        "def test_dies(tool):\n    os.kill(tool._server.pid, signal.SIGKILL)\n    tool.advance(1)\n"
        "def test_next(tool):\n    tool.advance(1)\n"
    )
    project.write("test_dies.py", dies)
    done = project.test("--tb=short")
    assert "1 failed, 1 passed" in done.stdout
    assert "E   pytest_palpate.SimulatorFailed: palpate has ended (exit code -9)" in done.stdout
    assert "_pytest_palpate" not in done.stdout  # nobody has to read how the plug-in is made


def test_without_palpate_the_error_says_what_to_install(project: Project) -> None:
    project.write("test_a.py", "def test_a(tool): pass\n")
    project.write("conftest.py", "import sysconfig\nsysconfig.get_path = lambda name: '/nowhere'\n")
    done = project.test("--tb=short", PATH="/nowhere")
    assert "SimulatorFailed: palpate is not installed: install it here" in done.stdout


def test_the_configuration_names_the_simulator_as_seen_from_its_own_folder(project: Project) -> None:
    program = project.folder / "tools" / "palpate"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\necho it is this one >&2\n", encoding="utf-8")
    program.chmod(0o755)
    project.write("pytest.ini", "[pytest]\npalpate_command = tools/palpate\n")
    (project.folder / "deeper").mkdir()
    project.write("deeper/test_a.py", "def test_a(tool): pass\n")
    assert "it is this one" in project.test("deeper").stdout


def test_the_names_are_ours() -> None:
    root = Path(__file__).parents[2]
    assert all((root / name / "__init__.py").is_file() for name in NAMES)
