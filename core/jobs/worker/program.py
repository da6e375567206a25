"""The program's file, loaded in a worker for its functions, up to where it would be served."""

from __future__ import annotations

import importlib.util
import os
import sys
from dataclasses import dataclass
from types import CodeType, ModuleType
from typing import Any

from ..errors import JobError
from ..portable import MAIN

HERE, LOADED = MAIN


class Served(BaseException):
    """The program is about to be served: a worker has loaded what it needs of it."""


_is_loading = False


def end_loading() -> None:
    """Whatever serves a program calls this first.

    Raises:
        Served: this is a worker, which loads the program.
    """
    if _is_loading:
        raise Served


@dataclass(frozen=True)
class ProgramFile:
    """Where the program's main module comes from.

    Attributes:
        module: its name, if Python ran it as a module (``python -m``).
        path: of its file, if that is known.
    """

    module: str | None
    path: str | None

    @classmethod
    def current(cls, folder: str) -> ProgramFile:
        """That of this process.

        Args:
            folder: the working directory when Python started.
        """
        main = sys.modules[HERE]
        spec, path = getattr(main, "__spec__", None), getattr(main, "__file__", None)
        return cls(spec and spec.name, path and os.path.join(folder, path))

    def load(self) -> ModuleType:
        """Run it as a module that is not the main one, until it would be served.

        Raises:
            JobError: there is no such file, or it raised an exception.
        """
        global _is_loading
        module = ModuleType(LOADED)
        sys.modules[HERE] = sys.modules[LOADED] = module
        _is_loading = True
        try:
            exec(self._code(module), module.__dict__)
        except (Served, SystemExit):
            pass
        except JobError:
            raise
        except Exception as error:
            raise JobError(
                f"The program could not be loaded in a process: {type(error).__name__}: {error}"
            ) from error
        finally:
            _is_loading = False
        return module

    def _code(self, module: ModuleType) -> CodeType:
        if self.module is not None:
            return _module_code(self.module, module)
        if self.path is None or not os.path.isfile(self.path):
            raise JobError(
                "The function is not in a file, so that another process cannot load it. Put it "
                "into a module, or use executor='threads'."
            )
        module.__file__ = self.path
        with open(self.path, "rb") as file:
            code: Any = compile(file.read(), self.path, "exec")
        assert isinstance(code, CodeType)
        return code


def _module_code(name: str, module: ModuleType) -> CodeType:
    spec = importlib.util.find_spec(name)
    if spec is None or spec.loader is None:
        raise JobError(f"There is no module {name}, of which a process needs a function.")
    module.__spec__, module.__package__, module.__file__ = spec, spec.parent, spec.origin
    code = spec.loader.get_code(name)  # type: ignore[attr-defined]  # of all that runpy can run
    assert isinstance(code, CodeType)
    return code
