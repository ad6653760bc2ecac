#!/bin/sh
# Runs a project's tests against the simulated tool, in the project's folder: PALPATE=ADDRESS sh plain-pip.sh
set -eu
: "${PALPATE:?name the address or the path of Palpate’s repository}"

[ -d .palpate ] || git clone -q "$PALPATE" .palpate
python3 -m venv .palpate-env
.palpate-env/bin/python -m pip install -q -r .palpate/docs/ci/light.txt
.palpate-env/bin/python -m pip install -q --no-deps ./.palpate
python3 -m venv .venv
.venv/bin/python -m pip install -q ./.palpate/plugin pytest-xdist
.venv/bin/python -m pytest -n auto -o palpate_command=.palpate-env/bin/palpate
