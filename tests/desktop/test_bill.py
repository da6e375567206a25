"""What an executable says of the works of others in it: licences, and a bill of materials."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import PIL
import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

import assets
from desktop.packing import bill
from desktop.packing.origins import origins
from desktop.packing.recipe import Recipe
from desktop.system.packaged import BILL, LICENCES
from tests.support.native import APP

RECIPE = Recipe(name="Photo Wall", version="2.1")


def works(*files: Path) -> dict[str, str]:
    return {origin.name: origin.version for origin in origins(files)}


def test_the_works_of_files_are_known(tmp_path: Path) -> None:
    vendor = Path(assets.__file__).parent / "vendor"
    own = tmp_path / "own.py"
    own.touch()
    found = works(vendor / "pdfjs" / "pdf.min.mjs", Path(PIL.__file__), Path(json.__file__), own)
    assert found.keys() == {"pdfjs-dist", "pillow", "pyinstaller", "python", "satchel"}
    assert found["pillow"] == PIL.__version__


@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="needs Debian's packages")
def test_libraries_of_the_system_have_the_licence_of_their_package() -> None:
    (library,) = Path("/usr/lib").glob("*/libz.so.1")
    found = origins([library])
    assert "zlib1g" in [origin.name for origin in found]
    assert "Jean-loup Gailly" in bill.licences(RECIPE, found)


def test_the_bill_of_materials_keeps_to_its_schema() -> None:
    found = origins([Path(PIL.__file__), *Path("/usr/lib").glob("*/libz.so.1")])
    made = bill.bill(RECIPE, found)
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(made) is None
    known = json.loads(made)
    assert known["metadata"]["component"]["name"] == "Photo Wall"
    assert f"pkg:pypi/pillow@{PIL.__version__}" in [each["purl"] for each in known["components"]]


@pytest.mark.packaged
def test_the_executable_has_the_licences_of_what_is_in_it() -> None:
    assert APP, "scripts/test_executable builds it"
    inside = Path(APP).parent / "_internal"
    said = (inside / LICENCES).read_text("utf-8")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in said  # Qt's
    listed = {each["name"] for each in json.loads((inside / BILL).read_text("utf-8"))["components"]}
    assert {"PySide6_WebEngine", "pywebview", "python", "tus-js-client", "tailwindcss"} <= listed
