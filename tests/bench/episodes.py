"""A library of ten thousand episodes: its feed built, and one more added."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from narrate.library.begin import begin
from narrate.library.record import Compared, Kept, Record, Told, written

from .bench import SHORT, Bench, Rows, cpus, narrate, walls
from .measure import Cost, run, watched
from .table import Row

COUNT = 10_000
_MB = 1_000_000
_FIRST = datetime(2020, 1, 1, tzinfo=UTC)
_FILES = (
    Kept("audio.mp3", 1_963_200, "ab" * 32, "audio/mpeg"),
    *(
        Kept(name, 5_000, "cd" * 32)
        for name in ("captions.vtt", "captions.srt", "transcript.json", "chapters.json")
    ),
)
_ABOUT = {
    "title": "The Courier, read aloud",
    "address": "https://audio.example/courier/",
    "link": "https://courier.example/",
    "description": "Every story of the day.",
    "language": "en-GB",
    "author": "The Courier",
}


def episodes(bench: Bench) -> Rows:
    """The first build, one with other settings, one without a change, and one article more."""
    folder = _library(bench.folder / "library")
    build = narrate("feed", "build", folder)
    memory = watched(build).main / _MB
    work = f"{COUNT:,} episodes"
    yield Row(f"{work}, first build", "memory", "MB", (memory,), "", wanted="≤ 300 MB")
    every, nothing, more, alone = [], [], [], []
    for number in range(bench.repeats):
        _renamed(folder, number)
        every.append(run(build))
        nothing.append(run(build))
        page, _ = bench.pair(f"more-{number}", SHORT)
        # A cache that is new is filled with what the voice needs, once: each has one of its own.
        caches = [bench.folder / f"cache-{number}-{name}" for name in ("alone", "more")]
        sound = page.with_suffix(".mp3")
        alone.append(run(narrate("convert", page, "-o", sound, cache=caches[0])))
        more.append(run(narrate("feed", "add", folder, page, cache=caches[1])))
    yield Row(f"{work}, all documents", "wall", "s", walls(tuple(every)), "", wanted="≤ 5 s")
    yield Row(f"{work}, all documents", "CPU", "s", cpus(tuple(every)), "")
    yield Row(f"{work}, nothing changed", "wall", "s", walls(tuple(nothing)), "")
    yield Row(f"one added to {work}", "wall", "s", _beyond(more, alone), "", wanted="≤ 1 s more")


def _beyond(more: list[Cost], alone: list[Cost]) -> tuple[float, ...]:
    """What an addition takes beyond the conversion of the same article."""
    return tuple(one.wall - other.wall for one, other in zip(more, alone, strict=True))


def _renamed(folder: Path, number: int) -> None:
    """Give the feed another line of copyright, which stands in every document."""
    settings = folder / "narrate.toml"
    kept = [row for row in settings.read_text("utf-8").splitlines() if "copyright =" not in row]
    settings.write_text("\n".join([f'copyright = "© {number}"', *kept]), "utf-8")


def _library(folder: Path) -> Path:
    """A library of that many records; the build looks at nothing else."""
    begin(folder, {("", name): value for name, value in _ABOUT.items()})
    records = folder / ".narrate" / "records"
    records.mkdir(parents=True)
    for number in range(COUNT):
        (records / f"story-{number}.json").write_text(written(_record(number)), "utf-8")
    return folder


def _record(number: int) -> Record:
    link = f"https://courier.example/{number}"
    chapters = tuple((at * 60.0, at * 60.0 + 60, f"Part {at} of the story") for at in range(4))
    told = Told(
        title=f"Story {number} of the bridge that stays shut until the spring",
        link=link,
        duration=240.0,
        language="en-GB",
        lead="The council votes to keep the old bridge shut until the spring of next year. " * 2,
        notice="Voice is AI-generated. Inconsistencies may occur.",
        authors=("Ada Pell",),
        voice="en-gb",
        chapters=chapters,
    )
    return Record(
        slug=f"story-{number}",
        guid=f"urn:uuid:00000000-0000-5000-8000-{number:012}",
        identity=link,
        source=link,
        published=(_FIRST + timedelta(hours=number)).isoformat(),
        told=told,
        files=_FILES,
        compared=Compared(),
    )
