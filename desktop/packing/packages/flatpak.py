"""Flatpak: a manifest that flatpak-builder builds the program with.

https://docs.flatpak.org/en/latest/manifests.html
"""

import json

from desktop.packing.packages.archive import Archive
from desktop.packing.packages.entry import desktop_entry, metainfo
from desktop.packing.recipe import Recipe

RUNTIME = "org.freedesktop.Platform"
RUNTIME_VERSION = "24.08"

# No network: a sandbox has a localhost of its own, and the page comes from there. No folder of the
# person's: files come in and go out by drags and by the desktop's dialogs.
PERMISSIONS = [
    "--share=ipc",
    "--socket=wayland",
    "--socket=fallback-x11",
    "--socket=pulseaudio",
    "--device=dri",
    "--talk-name=org.kde.StatusNotifierWatcher",
    # The web engine's own sandbox needs rights that programs in a sandbox do not have.
    "--env=QTWEBENGINE_DISABLE_SANDBOX=1",
]


def manifest(recipe: Recipe, archive: Archive) -> str:
    """The manifest, in JSON; its file is named by the program's identifier."""
    described = {
        f"{recipe.id}.desktop": desktop_entry(recipe, recipe.slug, recipe.id),
        f"{recipe.id}.metainfo.xml": metainfo(recipe, recipe.id),
    }
    program = {
        "name": recipe.slug,
        "buildsystem": "simple",
        "build-commands": commands(recipe),
        "sources": [
            {"type": "archive", "url": archive.url, "sha256": archive.sha256, "dest": "program"},
            *(
                {"type": "inline", "dest-filename": name, "contents": text}
                for name, text in described.items()
            ),
        ],
    }
    made = {
        "id": recipe.id,
        "runtime": RUNTIME,
        "runtime-version": RUNTIME_VERSION,
        "sdk": RUNTIME.replace("Platform", "Sdk"),
        "command": recipe.slug,
        "finish-args": PERMISSIONS,
        "modules": [program],
    }
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def commands(recipe: Recipe) -> list[str]:
    """What installs the files below /app."""
    slug, name = recipe.slug, recipe.id
    icons = "/app/share/icons/hicolor/256x256/apps"
    return [
        f"mkdir -p /app/lib /app/bin && cp -a program /app/lib/{slug}",
        f"ln -s ../lib/{slug}/{slug} /app/bin/{slug}",
        f"install -Dm644 program/_internal/icon.png {icons}/{name}.png",
        f"install -Dm644 {name}.desktop /app/share/applications/{name}.desktop",
        f"install -Dm644 {name}.metainfo.xml /app/share/metainfo/{name}.metainfo.xml",
    ]
