#!/bin/sh
# Package the program with its own Python, so that a computer without one can run it: dist/commandcenter/ and an archive of it.
# The environment it is made in is its own, so that nothing but what is locked gets in.
set -eu
cd "$(dirname "$0")/.."
python=$(tools/find-python.sh)
"$python" tools/setup.py run
env=build/app/env
[ -x "$env/bin/pip" ] || "$python" -m venv "$env"
"$env/bin/pip" --disable-pip-version-check install --quiet --require-hashes --only-binary :all: -r requirements-app.lock
"$env/bin/pip" --disable-pip-version-check install --quiet --no-deps --force-reinstall .
"$env/bin/pyinstaller" --noconfirm --log-level WARN --distpath dist --workpath build/app/work packaging/commandcenter.spec
dist/commandcenter/commandcenter exercise list
dist/commandcenter/commandcenter-verify --help >/dev/null
tar -C dist -czf "dist/commandcenter-$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m).tar.gz" commandcenter
ls -sh dist/*.tar.gz
