"""The window: what a person launches.

`python -m desktop [program.py | module:function]` opens a program that is written with `core`
in a native window, and the default app where no program is named. This room knows the command
line, the data folders, pywebview and the system's dialogs; everything else it takes from `core`.
"""

from importlib import metadata

try:
    __version__ = metadata.version("satchel")
except metadata.PackageNotFoundError:  # run from a checkout that is not installed
    __version__ = "0+source"
