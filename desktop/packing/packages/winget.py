"""winget, Windows' package manager: the three manifests of a version.

https://learn.microsoft.com/windows/package-manager/package/manifest
"""

import json
import re

from desktop.packing.packages.archive import Archive
from desktop.packing.recipe import Recipe

SCHEMA = "1.10.0"

VERSION = """\
# yaml-language-server: $schema=https://aka.ms/winget-manifest.version.{schema}.schema.json
PackageIdentifier: {id}
PackageVersion: {version}
DefaultLocale: en-US
ManifestType: version
ManifestVersion: {schema}
"""

INSTALLER = """\
# yaml-language-server: $schema=https://aka.ms/winget-manifest.installer.{schema}.schema.json
PackageIdentifier: {id}
PackageVersion: {version}
Platform: [Windows.Desktop]
MinimumOSVersion: 10.0.17763.0
InstallerType: zip
NestedInstallerType: portable
NestedInstallerFiles:
- RelativeFilePath: {program}
  PortableCommandAlias: {slug}
ArchiveBinariesDependOnPath: true
Dependencies:
  PackageDependencies:
  - PackageIdentifier: Microsoft.EdgeWebView2Runtime
Installers:
- Architecture: x64
  InstallerUrl: {url}
  InstallerSha256: {sha256}
ManifestType: installer
ManifestVersion: {schema}
"""

LOCALE = """\
# yaml-language-server: $schema=https://aka.ms/winget-manifest.defaultLocale.{schema}.schema.json
PackageIdentifier: {id}
PackageVersion: {version}
PackageLocale: en-US
Publisher: {publisher}
PackageName: {name}
License: {licence}
ShortDescription: {summary}
{homepage}ManifestType: defaultLocale
ManifestVersion: {schema}
"""


def manifests(recipe: Recipe, archive: Archive) -> dict[str, str]:
    """The three files, by name. In YAML, a text in JSON means itself."""
    plain = {
        "id": identifier(recipe),
        "version": recipe.version,
        "publisher": recipe.publisher_name,
        "name": recipe.name,
        "licence": recipe.licence,
        "summary": recipe.summary,
        "program": f"{recipe.slug}\\{recipe.slug}.exe",
        "slug": recipe.slug,
        "url": archive.url,
        "sha256": archive.sha256.upper(),
    }
    known = {key: json.dumps(text, ensure_ascii=False) for key, text in plain.items()}
    homepage = f"PackageUrl: {json.dumps(recipe.homepage)}\n" if recipe.homepage else ""
    return {
        f"{plain['id']}{part}.yaml": text.format(**known, homepage=homepage, schema=SCHEMA)
        for part, text in {"": VERSION, ".installer": INSTALLER, ".locale.en-US": LOCALE}.items()
    }


def identifier(recipe: Recipe) -> str:
    """The name among all packages: publisher, then program, in letters and digits."""
    parts = (recipe.publisher_name, recipe.name)
    return ".".join(re.sub(r"\W", "", part)[:32] for part in parts)
