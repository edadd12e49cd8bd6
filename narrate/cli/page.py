"""`narrate page`: an episode as a web page of its own."""

from pathlib import Path

import click

from narrate.cli.episodes import ADDRESS, EPISODE, PLAYER
from narrate.cli.options import VERBOSE


@click.command("page", no_args_is_help=True)
@EPISODE
@click.option("-o", "--output", metavar="OUT", help="A folder, or an HTML file.")
@ADDRESS
@PLAYER
@VERBOSE
def command(episode: Path, output: str | None, address: str | None, player: str | None) -> None:
    """Write a page with the article's text and the player.

    EPISODE is a file of sound with its timeline beside it, a timeline, or the episode's folder.
    Beside the page goes the folder player/; in another folder, the episode's files are copied too.
    With --address, frame.html and oembed.json are written, for other sites.

    \b
    narrate page story.mp3                            # story.page.html
    narrate page story.mp3 -o public/                 # public/index.html, and all that it needs
    narrate page story.mp3 -o public/ --address https://audio.example/story/
    """
    from narrate.embed.episode import Names, load, write_page

    found = load(episode)
    target = _target(output, found.folder / Names.of(found.manifest).page)
    write_page(found, target, address, player)
    click.echo(target)


def _target(output: str | None, usual: Path) -> Path:
    """The page's path."""
    if output is None:
        return usual
    path = Path(output)
    is_file = path.suffix.lower() in {".html", ".htm"} and not path.is_dir()
    return path if is_file else path / "index.html"
