"""What an executable contains, for people and for programs: licences, and a bill of materials.

The bill of materials is in CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/).
"""

from collections.abc import Sequence
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from desktop.packing.origins import Origin
from desktop.packing.recipe import Recipe

LINE = "-" * 80


def bill(recipe: Recipe, origins: Sequence[Origin]) -> str:
    """The bill of materials of an executable."""
    made = Bom(components=[component(origin) for origin in origins])
    made.metadata.component = Component(
        name=recipe.name, version=recipe.version, type=ComponentType.APPLICATION, bom_ref="program"
    )
    made.register_dependency(made.metadata.component, made.components)
    return JsonV1Dot6(made).output_as_string(indent=2)


def component(origin: Origin) -> Component:
    vendor = "debian" if origin.kind == "deb" else None
    address = PackageURL(origin.kind, vendor, origin.name, origin.version)
    licences = [LicenseFactory().make_from_string(origin.licence)] if origin.licence else []
    return Component(
        name=origin.name,
        version=origin.version,
        type=ComponentType.LIBRARY,
        licenses=licences,
        purl=address,
        bom_ref=str(address),
    )


def licences(recipe: Recipe, origins: Sequence[Origin]) -> str:
    """All licences in one text: what there is, then the texts, each once."""
    works: dict[str, list[str]] = {}
    for origin in origins:
        for path in origin.texts:
            works.setdefault(text_of(path), []).append(origin.name)
    return "\n".join(
        [
            f"{recipe.name} {recipe.version} contains these works of others:\n",
            *(line(origin) for origin in origins),
            *(
                f"\n{LINE}\n{', '.join(dict.fromkeys(names))}\n\n{text}"
                for text, names in works.items()
            ),
            "",
        ]
    )


def line(origin: Origin) -> str:
    stated = f": {origin.licence}" if origin.licence else ""
    return f"  {origin.name} {origin.version}{stated}"


def text_of(path: Path) -> str:
    return path.read_text("utf-8", "replace").strip("\n")
