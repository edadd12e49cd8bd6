"""Tree → blocks: paragraphs, headings, list items and the rest, in reading order."""

from bs4 import NavigableString, Tag

from narrate.extract.elements import BLOCKS, HEADINGS, SILENT
from narrate.extract.text import normalised
from narrate.model import Block, BlockKind


def blocks(tag: Tag) -> list[Block]:
    """Cut what a tag holds into blocks."""
    found: list[Block] = []
    buffer: list[str] = []

    def flush(kind: BlockKind, level: int | None) -> None:
        text = normalised("".join(buffer))
        buffer.clear()
        if text:
            found.append(Block(kind, text, level=level))

    def walk(node: Tag, kind: BlockKind, level: int | None) -> None:
        for child in node.children:
            if isinstance(child, Tag):
                if child.name in SILENT:
                    continue
                if child.name not in BLOCKS:
                    if child.name == "br":
                        buffer.append("\n")
                    walk(child, kind, level)
                    continue
                flush(kind, level)
                inner, depth = _kind(child, kind, level)
                walk(child, inner, depth)
                flush(inner, depth)
            elif type(child) is NavigableString:
                buffer.append(child)

    walk(tag, "paragraph", None)
    flush("paragraph", None)
    return found


def _kind(tag: Tag, kind: BlockKind, level: int | None) -> tuple[BlockKind, int | None]:
    if tag.name in HEADINGS:
        return "heading", HEADINGS[tag.name]
    if tag.name == "li":
        return "list_item", 1
    if tag.name == "blockquote":
        return "quotation", None
    if tag.name == "figcaption":
        return "caption", None
    return kind, level
