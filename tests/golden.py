"""Makes the samples' golden files anew: `make golden`.

Look at what changed (`git diff samples`) before it is committed: the goldens are what the
product promises for these pages.
"""

import json
import sys
from pathlib import Path

from narrate import forms
from narrate.reading import Reading, article_of, script_of

SAMPLES = Path(__file__).resolve().parent.parent / "samples"


def sources() -> list[Path]:
    """The page of every sample."""
    return sorted(SAMPLES.glob("*/source.html"))


def article(source: Path) -> str:
    """What `narrate extract` makes of a sample."""
    found = forms.article_json(article_of(str(source), Reading()))
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def script(source: Path) -> str:
    """What `narrate script --text` makes of a sample."""
    written, _ = script_of(str(source), Reading())
    return forms.script_text(written) + "\n"


GOLDENS = {"article.json": article, "script.txt": script}


def main() -> None:
    for source in sources():
        for name, make in GOLDENS.items():
            golden, new = source.with_name(name), make(source)
            if not golden.exists() or golden.read_text("utf-8") != new:
                golden.write_text(new, "utf-8")
                sys.stdout.write(f"{golden.relative_to(SAMPLES.parent)}\n")


if __name__ == "__main__":
    main()
