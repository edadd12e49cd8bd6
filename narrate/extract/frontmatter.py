"""The lines at the head of a Markdown file that say who wrote it and when.

Only what such files hold in practice is read: `key: value`, `key: [a, b]`, and a list of
`- value` lines, in YAML between `---` or TOML between `+++`. No YAML library is needed for it.
"""

import re

_FENCES = {"---": ":", "+++": "="}
_KEY = re.compile(r"^([A-Za-z_][\w-]*)\s*[:=]\s*(.*)$")
_LONGEST = 200
"""Lines within which the head must end."""


def split_front_matter(text: str) -> tuple[dict[str, tuple[str, ...]], str]:
    r"""The fields of the head, each a list of values, and the text behind it.

    >>> split_front_matter("---\ntitle: A day\nauthors: [Ann, Bo]\n---\nIt rained.")
    ({'title': ('A day',), 'authors': ('Ann', 'Bo')}, 'It rained.')
    """
    lines = text.lstrip("\ufeff\n\r ").split("\n")
    fence = lines[0].strip()
    if fence not in _FENCES:
        return {}, text
    ends = (at for at, line in enumerate(lines[1:_LONGEST], 1) if line.strip() in {fence, "..."})
    end = next(ends, None)
    if end is None:
        return {}, text
    return _fields(lines[1:end]), "\n".join(lines[end + 1 :])


def _fields(lines: list[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    key = ""
    for line in lines:
        if match := _KEY.match(line):
            key = match[1].lower()
            found[key] = _values(match[2])
        elif key and line.strip().startswith("- "):
            found[key] = (*found[key], *_values(line.strip()[2:].removeprefix("name:")))
    return {key: values for key, values in found.items() if values}


def _values(text: str) -> tuple[str, ...]:
    text = text.split(" #", 1)[0].strip()
    if text in {">", "|", "null", "~"}:
        return ()
    if text.startswith("[") and text.endswith("]"):
        return tuple(value for part in text[1:-1].split(",") if (value := _bare(part)))
    value = _bare(text)
    return (value,) if value else ()


def _bare(text: str) -> str:
    return text.strip().strip("\"'").strip()
