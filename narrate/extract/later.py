"""Loading a library's own helper only if it is really used."""

import importlib
import sys
from types import ModuleType
from typing import Any


class _Later(ModuleType):
    """Stands for a module until something of it is asked for.

    `importlib.util.LazyLoader` would do, but up to Python 3.11 `import` itself wakes it.
    """

    def __getattr__(self, attribute: str) -> Any:
        if attribute.startswith("__"):  # what `import` looks for is not a use
            raise AttributeError(attribute)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(importlib.import_module(self.__name__), attribute)


def load_later(name: str) -> None:
    """Let `import name` cost nothing until something of it is asked for.

    BeautifulSoup imports soupsieve for CSS selectors, which are not used here; compiling its
    patterns takes 95 ms, a sixth of what a short article takes from start to end.
    """
    if name not in sys.modules:
        sys.modules[name] = _Later(name)
