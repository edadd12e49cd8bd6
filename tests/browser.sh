#!/bin/sh
# The tests that listen in a browser need Chromium. Says where it is, or gets it.
set -eu
for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
    if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then
        echo "browser tests use $(command -v "$name")"
        exit 0
    fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "installing Chromium from Debian's packages ..."
    log=$(mktemp)
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium; } \
        >"$log" 2>&1 && exit 0
    tail -n 5 "$log" >&2
fi
echo "no Chromium: install it (apt install chromium, brew install chromium), or set CHROMIUM to its path" >&2
exit 1
