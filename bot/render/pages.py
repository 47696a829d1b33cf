"""Lines under headings → messages of at most so many bytes, cut between lines. Knows nothing of what they say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

_STOPS = "。；！？\n"
_PAUSES = "，、：）"


@dataclass(frozen=True)
class Block:
    """Lines under a heading, which may be empty. ``kept``: belongs on the first page, whatever else does not fit."""

    title: str
    lines: tuple[str, ...]
    kept: bool = False

    def text(self) -> str:
        """The block as it is shown."""
        return "\n".join([*([self.title] if self.title else []), *self.lines])


def size(text: str) -> int:
    """Bytes of UTF-8."""
    return len(text.encode("utf-8"))


def joined(blocks: Iterable[Block]) -> str:
    """Blocks in short paragraphs."""
    return "\n\n".join(block.text() for block in blocks if block.lines)


def first_page(blocks: Sequence[Block], limit: int, continued: str) -> tuple[list[Block], list[Block]]:
    """The blocks of the first page in their order, and what is left, at most ``limit`` bytes.

    Kept blocks come whole, the others as far as there is room, none after one that was cut. Where even the kept
    ones do not fit they alone are shown, cut, and go on first. ``continued`` makes a heading for what goes on.
    """
    kept = [block for block in blocks if block.kept]
    if size(joined(kept)) > limit:
        shown, left = _fill(kept, limit, continued)
        return shown, left + [block for block in blocks if not block.kept]
    page, left = list(kept), []
    for n, block in enumerate(blocks):
        if block.kept:
            continue
        place = sum(1 for other in blocks[:n] if other.kept or other in page)
        fits = 0 if left else _lines_that_fit(page, place, block, limit)
        if fits:
            page.insert(place, replace(block, lines=block.lines[:fits]))
        if fits < len(block.lines):
            left.append(_rest(block, fits, continued))
    return page, left


def further_pages(blocks: Sequence[Block], limit: int, continued: str) -> list[list[Block]]:
    """What is left, in as few pages as its order allows."""
    pages, left = [], list(blocks)
    while left:
        shown, left = _fill(left, limit, continued)
        pages.append(shown)
    return pages


def cut(text: str, limit: int) -> list[str]:
    """A plain text in parts of at most ``limit`` bytes: after a stop, else after a pause, else between characters."""
    parts = []
    while size(text) > limit:
        fits = text.encode("utf-8")[:limit].decode("utf-8", "ignore")
        at = max((fits.rfind(stop) for stop in _STOPS), default=-1)
        if at < len(fits) // 2:
            at = max((fits.rfind(pause) for pause in _PAUSES), default=-1)
        end = at + 1 if at >= len(fits) // 2 else len(fits)
        parts.append(text[:end])
        text = text[end:]
    return [*parts, text]


def _fill(blocks: Sequence[Block], limit: int, continued: str) -> tuple[list[Block], list[Block]]:
    """Whole blocks and the lines of one more. At least one line is taken, so that it comes to an end."""
    page: list[Block] = []
    for n, block in enumerate(blocks):
        fits = _lines_that_fit(page, len(page), block, limit) or (0 if page else 1)
        if fits:
            page.append(replace(block, lines=block.lines[:fits]))
        if fits < len(block.lines):
            return page, [_rest(block, fits, continued), *blocks[n + 1 :]]
    return page, []


def _lines_that_fit(page: Sequence[Block], place: int, block: Block, limit: int) -> int:
    for fits in range(len(block.lines), 0, -1):
        tried = replace(block, lines=block.lines[:fits])
        if size(joined([*page[:place], tried, *page[place:]])) <= limit:
            return fits
    return 0


def _rest(block: Block, shown: int, continued: str) -> Block:
    title, ending = block.title, continued.format(title="")
    if shown and title and not title.endswith(ending):
        title = continued.format(title=title.rstrip("："))
    return replace(block, title=title, lines=block.lines[shown:])
