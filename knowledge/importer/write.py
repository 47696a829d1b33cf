"""Writes what was imported as YAML for review. All files or none: the data in use stay whole."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import yaml

from knowledge.guide.files import unstructure
from knowledge.importer.build import Imported
from knowledge.records import Category, ServiceItem

# What people wrote and review by hand; an import never touches it.
AUTHORED = ("centre.yml", "coverage.yml", "errata.yml")


def write(imported: Imported, folder: Path) -> list[Path]:
    """Replaces the imported files of the folder. Returns them."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as name:
        fresh = Path(name)
        (fresh / "items").mkdir()
        for category in imported.categories:
            items = [item for item in imported.items if item.category == category.number]
            _dump(_chapter(category, items), fresh / "items" / f"{category.number:02d}.yml")
        _dump(unstructure(imported.offices), fresh / "offices.yml")
        _dump(unstructure(imported.matters), fresh / "prohibited.yml")
        _dump(unstructure(imported.tolerance), fresh / "tolerance.yml")
        for authored in AUTHORED:
            if (folder / authored).exists():
                shutil.copy2(folder / authored, fresh)
        return _replace(fresh, folder)


def _replace(fresh: Path, folder: Path) -> list[Path]:
    shutil.rmtree(folder / "items", ignore_errors=True)
    shutil.copytree(fresh, folder, dirs_exist_ok=True)
    return sorted(path for path in folder.rglob("*.yml") if path.name not in AUTHORED)


def _chapter(category: Category, items: list[ServiceItem]) -> dict[str, Any]:
    rows = [unstructure(item) for item in items]
    for row in rows:
        del row["category"]
    return {"category": unstructure(category), "items": rows}


class _Dumper(yaml.SafeDumper):
    """Indents lists under their key, as people write them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _dump(data: Any, path: Path) -> None:
    text = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6)
    path.write_text(text, "utf-8")
