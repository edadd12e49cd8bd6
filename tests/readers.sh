#!/bin/sh
# The tests that hold feeds before readers and a schema of JavaScript's need node, and these in the
# virtual environment that is given. Says where they are, or gets them.
set -eu
folder="$1/feed-readers"
wanted="$(dirname "$0")/feed/readers/package.json"
log=$(mktemp)
if ! command -v npm >/dev/null 2>&1 && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "installing node from Debian's packages ..."
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends nodejs npm; } \
        >"$log" 2>&1 || tail -n 5 "$log" >&2
fi
if ! command -v npm >/dev/null 2>&1; then
    echo "no node: install it (apt install nodejs npm, brew install node)" >&2
    exit 1
fi
if ! cmp -s "$wanted" "$folder/installed.json"; then
    echo "installing readers of feeds ..."
    mkdir -p "$folder"
    cp "$wanted" "$folder/package.json"
    if ! (cd "$folder" && npm install --no-audit --no-fund --no-package-lock --ignore-scripts) >"$log" 2>&1; then
        tail -n 5 "$log" >&2
        exit 1
    fi
    cp "$wanted" "$folder/installed.json"
fi
echo "feeds are read back by $folder"
