"""`narrate preview`: an article's page with the player in it."""

import contextlib
import signal
import tempfile
import threading
import webbrowser
from pathlib import Path
from typing import Any

import click

from narrate.cli.options import VERBOSE, reading, reading_options


@click.command("preview", no_args_is_help=True)
@click.argument("source", metavar="SOURCE")
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="N",
              help="The port to listen on; else any that is free.")  # fmt: skip
@click.option("--no-browser", is_flag=True, help="Print the address, and open nothing.")
@reading_options
@VERBOSE
def command(source: str, *, port: int, no_browser: bool, **options: Any) -> None:
    """Look at an article's own page with the player in it, before it is published.

    The article is converted and served on this machine alone, until Ctrl-C. The page's own
    scripts don't run in it; its pictures and styles come from where the page has them.

    \b
    narrate preview article.html
    """
    from narrate.cache import Cache, default_folder
    from narrate.pipeline import Settings
    from narrate.preview.making import prepare
    from narrate.preview.site import Preview
    from narrate.server.local import serving

    how, settings = reading(options), Settings(kept=Cache(default_folder()))
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with tempfile.TemporaryDirectory(prefix="narrate-") as folder:
        page, episode = prepare(source, how, settings, Path(folder), lambda _done, _total: None)
        serve = serving(lambda address: Preview(page, episode, address), port)
        # From the first word on, being ended is the way in which it ends.
        with serve as server, contextlib.suppress(KeyboardInterrupt):
            click.echo(f"{server.address}/")
            click.echo("Ctrl-C ends it.")
            if not no_browser:
                webbrowser.open(f"{server.address}/")
            threading.Event().wait()
