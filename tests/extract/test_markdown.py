from narrate.extract import extract
from narrate.model import Page


def read(text: str):
    return extract(Page(text, "note.md", "text/markdown"))


def test_front_matter_is_metadata():
    found = read(
        "---\ntitle: A day out\nauthors:\n  - Ann Lee\n  - Bo Ek\n"
        "date: 2026-05-06\nlang: en-GB\n---\nIt rained."
    )

    about = found.metadata
    assert (about.title, about.authors, about.published) == (
        "A day out",
        ("Ann Lee", "Bo Ek"),
        "2026-05-06",
    )
    assert about.language == "en-GB"


def test_the_first_heading_is_the_title():
    found = read("# A day out\n\nIt rained.\n\n## Later\n\nIt still rained.")

    assert found.metadata.title == "A day out"
    assert [(b.kind, b.text) for b in found.blocks if b.omitted is None] == [
        ("paragraph", "It rained."),
        ("heading", "Later"),
        ("paragraph", "It still rained."),
    ]


def test_blocks_keep_their_kind():
    found = read(
        "> Said she.\n\n1. one\n2. two\n\n```\ncode\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    )

    kinds = [(b.kind, b.number, b.omitted) for b in found.blocks]
    assert kinds == [
        ("quotation", None, None),
        ("list_item", "1", None),
        ("list_item", "2", None),
        ("code", None, "code"),
        ("table", None, None),
        ("table", None, None),
    ]
