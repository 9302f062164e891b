#!/bin/sh
# Renew the lock files (needs uv): every pinned package has wheels for Linux, Windows and macOS.
set -eu
cd "$(dirname "$0")/.."
uv pip compile pyproject.toml --universal --generate-hashes --quiet --upgrade --no-header --python-version 3.11 -o requirements.lock
uv pip compile pyproject.toml --group dev --universal --generate-hashes --quiet --no-header --python-version 3.11 -c requirements.lock -o requirements-dev.lock
uv pip compile pyproject.toml --group app --extra hub --universal --generate-hashes --quiet --no-header --python-version 3.11 -c requirements-dev.lock -o requirements-app.lock
for python in 3.11 3.12 3.13; do
    for platform in x86_64-manylinux_2_34 aarch64-manylinux_2_39 windows aarch64-apple-darwin x86_64-apple-darwin; do
        MACOSX_DEPLOYMENT_TARGET=14.0 uv pip install --quiet --dry-run --target build/lock --only-binary :all: \
            --python-version "$python" --python-platform "$platform" -r requirements-dev.lock
    done
done
