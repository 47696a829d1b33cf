"""Mutants of a module: each comparison, each "and"/"or" and each "not" changed, one at a time."""

from __future__ import annotations

import ast
from collections.abc import Iterator

_FLIPPED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}


def mutants(source: str) -> Iterator[tuple[str, str]]:
    """(what was changed, the changed source) for every change."""
    for number, node in enumerate(ast.walk(ast.parse(source))):
        for change in _changes(node):
            tree = ast.parse(source)
            target = list(ast.walk(tree))[number]
            line = getattr(target, "lineno", 0)
            before = ast.unparse(target)
            change(target)
            yield f"line {line}: {before} → {ast.unparse(target)}", ast.unparse(tree)


def _changes(node: ast.AST) -> Iterator[object]:
    if isinstance(node, ast.Compare):
        for place, op in enumerate(node.ops):
            for other in _FLIPPED[type(op)]:
                yield lambda target, place=place, other=other: target.ops.__setitem__(place, other())
    if isinstance(node, ast.BoolOp):
        other_op = ast.Or if isinstance(node.op, ast.And) else ast.And
        yield lambda target: setattr(target, "op", other_op())
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield lambda target: setattr(target, "operand", ast.UnaryOp(ast.Not(), target.operand))
    if isinstance(node, ast.If | ast.IfExp):
        yield lambda target: setattr(target, "test", ast.UnaryOp(ast.Not(), target.test))
