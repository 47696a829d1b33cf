"""Where people are: the places that decide whether something is in the province, or at home."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Places:
    """``here`` are names of the centre's own area, ``province`` of its province's other cities and of the province
    itself, ``beyond`` of places outside it. A guide without them decides nothing by place."""

    here: tuple[str, ...] = ()
    province: tuple[str, ...] = ()
    beyond: tuple[str, ...] = ()
