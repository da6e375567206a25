"""The menu entry of a program on Linux, and what software centres show of it."""

from datetime import date
from html import escape

from desktop.packing.recipe import Recipe

# https://specifications.freedesktop.org/desktop-entry-spec/latest/
DESKTOP_ENTRY = """\
[Desktop Entry]
Type=Application
Name={name}
Comment={summary}
Exec={command} -- %F
Icon={icon}
Terminal=false
Categories=Utility;
{types}StartupWMClass={slug}
"""

# https://www.freedesktop.org/software/appstream/docs/chap-Metadata.html
METAINFO = """\
<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>{id}</id>
  <name>{name}</name>
  <summary>{summary}</summary>
  <metadata_license>CC0-1.0</metadata_license>
{licence}  <description>
    <p>{name} opens in a window of its own. Its files stay on this computer.</p>
  </description>
  <launchable type="desktop-id">{entry}.desktop</launchable>
  <icon type="stock">{icon}</icon>
{homepage}  <categories><category>Utility</category></categories>
  <content_rating type="oars-1.1"/>
  <releases><release version="{version}" date="{date}"/></releases>
  <provides><binary>{slug}</binary>{types}</provides>
</component>
"""


def desktop_entry(recipe: Recipe, command: str, icon: str) -> str:
    """The entry of menus.

    Args:
        command: what starts the program, quoted as the specification says.
        icon: the name of an icon in a theme, or the path of one.
    """
    types = "".join(f"{each};" for each in recipe.opens)
    return DESKTOP_ENTRY.format(
        name=recipe.name,
        summary=recipe.summary,
        command=command,
        icon=icon,
        slug=recipe.slug,
        types=f"MimeType={types}\n" if types else "",
    )


def metainfo(recipe: Recipe, entry: str) -> str:
    """The description for software centres.

    Args:
        entry: the name of the menu entry's file, and of the icon, without a suffix.
    """
    homepage = f'  <url type="homepage">{escape(recipe.homepage)}</url>\n'
    licence = f"  <project_license>{escape(recipe.licence)}</project_license>\n"
    return METAINFO.format(
        id=recipe.id,
        name=escape(recipe.name),
        summary=escape(recipe.summary),
        entry=entry,
        icon=entry,
        slug=recipe.slug,
        version=recipe.version,
        date=date.today().isoformat(),
        licence=licence if recipe.licence else "",
        homepage=homepage if recipe.homepage else "",
        types="".join(f"<mediatype>{escape(each)}</mediatype>" for each in recipe.opens),
    )
