"""What is measured, by name. What is wanted of a figure is printed beside it and never checked."""

from .again import again
from .bench import Case
from .episodes import episodes
from .listening import listening
from .many import batch, workers
from .single import by_stage, long, medium, memory, obvious, short, start_up
from .words import words

CASES = {
    "start-up": Case("narrate --help", start_up, repeats=11),
    "460": Case("460 words from a cold start", short, repeats=9),
    "5000": Case("5,000 words on 1, 2 and all cores", medium),
    "50000": Case("50,000 words: is it linear?", long, repeats=2),
    "again": Case("with a cache: first, unchanged, one paragraph changed", again),
    "batch": Case("200 articles of 460 words at once; 1,000 with --full", batch, repeats=1),
    "workers": Case("throughput with 1, 2, 4, ... workers", workers, repeats=3),
    "obvious": Case("the script that one writes first", obvious, repeats=3),
    "stages": Case("CPU of each stage, on one core", by_stage, repeats=3),
    "listening": Case("how near the sound comes to what was encoded", listening, repeats=1),
    "words": Case("word times against forced alignment, over an hour", words, repeats=1),
    "library": Case("a library of 10,000 episodes: built, and one added", episodes, repeats=3),
    "memory": Case("the memory that ten hours of speech take", memory, only_full=True),
}
