"""The files for continuous integration: of the right form, and their commands run as written on a fresh clone."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.plugin.offline import LIGHT, light, needed, surroundings
from tests.plugin.project import ROOT, Project
from tests.proofs.snippets import PYTHONS

CI = ROOT / "docs" / "ci"
SHELL = CI / "plain-pip.sh"
FORMS = {"github-actions.yml": "vendor.github-workflows", "gitlab-ci.yml": "vendor.gitlab-ci"}


def read(name: str) -> Any:
    return YAML(typ="safe").load(CI / name)


def commands(name: str) -> Iterator[str]:
    """What a runner hands to the shell."""
    match name:
        case "github-actions.yml":
            for step in read(name)["jobs"]["tests"]["steps"]:
                yield from step.get("run", "").splitlines()
        case "gitlab-ci.yml":
            job = read(name)["tests"]
            yield from (*job["before_script"], *job["script"])
        case _:
            lines = (CI / name).read_text(encoding="utf-8").splitlines()
            yield from (line for line in lines if line and not line.startswith(("#", "set ", ": ")))


@pytest.mark.parametrize(("name", "form"), FORMS.items())
def test_the_form_is_right(name: str, form: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", form, str(CI / name)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=100, check=False)
    assert done.returncode == 0, done.stdout


def test_a_wrong_form_would_be_found(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yml"
    wrong.write_text((CI / "github-actions.yml").read_text(encoding="utf-8").replace("runs-on", "runs-off"), "utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(wrong)]
    assert subprocess.run(command, capture_output=True, timeout=100, check=False).returncode == 1


def test_all_of_them_run_the_same_commands() -> None:
    plain = list(commands(SHELL.name))
    assert plain[0] == '[ -d .palpate ] || git clone -q "$PALPATE" .palpate'
    gitlab = list(commands("gitlab-ci.yml"))
    assert gitlab[0] == 'git clone -q "$PALPATE" .palpate'
    assert list(commands("github-actions.yml")) == gitlab[1:] == plain[1:]  # there a step of its own checks it out


def test_what_a_light_installation_has_is_required_word_for_word_by_the_whole_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    whole = {*project["dependencies"], *project["optional-dependencies"]["sim"]}
    assert set(light()) < whole
    assert set(project["optional-dependencies"]["sim"]) < set(light())


def test_a_light_installation_has_no_window_and_no_tables() -> None:
    brought = set(needed(light()))
    assert {"bumble", "numpy", "pydantic"} < brought
    assert not brought & {"pyside6-essentials", "shiboken6", "pyqtgraph", "pyarrow", "miniaudio", "sqlalchemy"}


def test_it_is_pinned_by_the_constraints() -> None:
    (line,) = [line for line in LIGHT.read_text(encoding="utf-8").splitlines() if line.startswith("-c ")]
    assert (LIGHT.parent / line.removeprefix("-c ")).resolve() == ROOT / "constraints.txt"


def test_the_proof_runs_each_file_on_the_python_that_it_asks_for() -> None:
    github = [step["with"] for step in read("github-actions.yml")["jobs"]["tests"]["steps"] if "with" in step]
    assert PYTHONS["github-actions.yml"] == next(given["python-version"] for given in github if "cache" in given)
    assert f"python:{PYTHONS['gitlab-ci.yml']}" == read("gitlab-ci.yml")["tests"]["image"]
    assert set(PYTHONS) == {each.name for each in CI.iterdir()} - {LIGHT.name}


def test_where_palpate_is_stands_in_the_file_itself() -> None:
    """GitHub gives variables of the settings to no pull request from a fork: the wrong repository would be taken."""
    github = (CI / "github-actions.yml").read_text(encoding="utf-8")
    assert "vars." not in github
    assert read("github-actions.yml")["env"] == {"PALPATE_REPOSITORY": "OWNER/NAME"}
    assert "PALPATE" in read("gitlab-ci.yml")["tests"]["variables"]


@pytest.mark.skipif(sys.platform == "win32", reason="the commands are for a Unix shell")
@pytest.mark.timeout(600)
def test_the_commands_run_as_written_in_a_project_with_packages_of_our_names(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "machine").mkdir()
    project = Project(tmp_path / "project")
    project.write("test_a.py", "import device\n\ndef test_a(tool):\n    tool.advance(1)\n    assert device.WHOSE\n")
    around = surroundings(tmp_path / "machine") | {"PALPATE": str(ROOT)}
    done = subprocess.run(
        ["sh", str(SHELL)],
        cwd=project.folder,
        env=around,
        capture_output=True,
        encoding="utf-8",
        timeout=500,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 passed" in done.stdout
    assert (project.folder / ".palpate" / ".git").is_dir()
