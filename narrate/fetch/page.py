"""A page of the web, asked for as a reader would."""

from http import HTTPStatus

from narrate.errors import FetchError
from narrate.fetch.kinds import ACCEPTED
from narrate.fetch.raw import Limits, Raw
from narrate.fetch.web import OK, Response, get

_MENDS = {
    **dict.fromkeys((404, 410), "check the address"),
    **dict.fromkeys(
        (401, 402, 403, 451),
        "if a browser shows the page, save it there and name the file",
    ),
}


def load_page(url: str, limits: Limits, *, allow_private: bool) -> Raw:
    """Get a page; raises FetchError for any answer but 200 and for what is no page."""
    response = get(url, limits=limits, allow_private=allow_private, accept=ACCEPTED)
    if response.status != OK:
        raise FetchError(
            f"the server answered {_named(response.status)}",
            subject=url,
            mend=_mend(response),
        )
    return Raw(response.body, url, response.header("content-type"), response.url)


def _named(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _mend(response: Response) -> str | None:
    if after := response.header("retry-after"):
        return f"try again {f'in {after} seconds' if after.isdecimal() else f'after {after}'}"
    return _MENDS.get(
        response.status,
        "try again later" if response.status >= HTTPStatus.INTERNAL_SERVER_ERROR else None,
    )
