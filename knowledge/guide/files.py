"""YAML files whose rows know the line they stand on, so that an error can point at it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import cattrs
import yaml

from knowledge.errors import GuideError

Record = TypeVar("Record")


class Row(dict[str, Any]):
    """A mapping of the file with its line, counted from 1."""

    line: int = 0


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """SafeLoader (the compiled one where there is one) that builds ``Row`` and refuses a key written twice."""


def _row(loader: _Loader, node: yaml.MappingNode) -> Row:
    row = Row()
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node)
        if key in row:
            raise yaml.MarkedYAMLError(problem=f"键“{key}”写了两次", problem_mark=key_node.start_mark)
        row[key] = loader.construct_object(value_node, deep=True)
    row.line = node.start_mark.line + 1
    return row


_Loader.add_constructor("tag:yaml.org,2002:map", _row)
_converter = cattrs.Converter(forbid_extra_keys=True)
_converter.register_structure_hook(date, lambda value, _: _day(value))


def read(path: Path) -> Any:
    """What the file holds. Raises GuideError where it is missing or no YAML."""
    try:
        return yaml.load(path.read_text("utf-8"), _Loader)  # noqa: S506 - a SafeLoader
    except FileNotFoundError as error:
        remedy = "请先运行 qingfeng guide import 指南文本"
        raise GuideError("没有这个文件", remedy, path) from error
    except UnicodeDecodeError as error:
        raise GuideError("不是 UTF-8 编码", "请转成 UTF-8", path) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise GuideError(f"YAML 写错了（{error.problem}）", "请改正这一行", path, line) from error


def _day(value: Any) -> date:
    if not isinstance(value, date):
        raise ValueError(f"不是日期：{value}")
    return value


def structure(row: Any, record: type[Record], path: Path) -> Record:
    """One row as a record. Raises GuideError, with the row's line, where a field is off."""
    try:
        return _converter.structure(row, record)
    except Exception as error:
        problem = "；".join(cattrs.transform_error(error))
        line = getattr(row, "line", None)
        raise GuideError(f"字段不对（{problem}）", "请对照其他条目改正", path, line) from error


def unstructure(record: object) -> Any:
    """The record as plain data for YAML or JSON; what equals its default is left out."""
    return _plain(record)


def _plain(value: Any) -> Any:
    if hasattr(value, "__dataclass_fields__"):
        pairs = ((name, f.default) for name, f in value.__dataclass_fields__.items())
        return {name: _plain(getattr(value, name)) for name, default in pairs if getattr(value, name) != default}
    if isinstance(value, (tuple, list)):
        return [_plain(part) for part in value]
    return value
