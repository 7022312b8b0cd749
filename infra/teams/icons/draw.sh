#!/usr/bin/env bash
# Draws the two icons of the app package from their SVG files with Chromium: bash infra/teams/icons/draw.sh
set -euo pipefail
cd "$(dirname "$0")"
for icon in color:192 outline:32; do
    name=${icon%:*} size=${icon#*:}
    chromium --headless --no-sandbox --hide-scrollbars --default-background-color=00000000 --force-device-scale-factor=1 \
        --window-size="$size,$size" --screenshot="$PWD/$name.png" "file://$PWD/$name.svg" 2>/dev/null
done
