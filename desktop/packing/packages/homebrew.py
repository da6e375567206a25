"""Homebrew: a cask, which installs the .app on macOS. https://docs.brew.sh/Cask-Cookbook"""

from desktop.packing.packages.archive import Archive
from desktop.packing.recipe import Recipe

CASK = """\
cask {token} do
  version {version}
  sha256 {sha256}

  url {url}
  name {name}
  desc {summary}
  homepage {homepage}

  depends_on macos: ">= :big_sur"

  app {app}

  zap trash: {data}
end
"""


def cask(recipe: Recipe, archive: Archive) -> str:
    """The cask, in Ruby; its file is named by the program."""
    plain = {
        "token": recipe.slug,
        "version": recipe.version,
        "sha256": archive.sha256,
        "url": archive.url,
        "name": recipe.name,
        "summary": recipe.summary,
        "homepage": recipe.homepage or archive.url.rpartition("/")[0],
        "app": f"{recipe.name}.app",
        "data": f"~/Library/Application Support/{recipe.name}",
    }
    return CASK.format(**{key: quoted(text) for key, text in plain.items()})


def quoted(text: str) -> str:
    """A text of Ruby in which nothing is replaced."""
    marked = text.replace("\\", "\\\\").replace('"', '\\"').replace("#", "\\#")
    return f'"{marked}"'
