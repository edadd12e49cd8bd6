"""The libraries that signing stands on, or how to get them."""

from types import ModuleType

from narrate.errors import CredentialsError

_MEND = "pip install 'narrate[credentials]'"


def c2pa() -> ModuleType:
    """The standard's own library; raises CredentialsError where it isn't installed."""
    try:
        import c2pa as found
    except ImportError as error:
        raise CredentialsError("content credentials need c2pa-python", mend=_MEND) from error
    module: ModuleType = found
    return module


def needs_cryptography() -> None:
    """Raises CredentialsError where the library for keys and certificates isn't installed."""
    try:
        import cryptography  # noqa: F401 - asked for, not used
    except ImportError as error:
        raise CredentialsError("certificates need the package cryptography", mend=_MEND) from error
