"""`override` for Python 3.11, whose `typing` lacks it; importing `typing_extensions` would slow the start."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from typing_extensions import override
else:
    Method = TypeVar("Method", bound=Callable[..., Any])

    def override(method: Method) -> Method:
        return method


__all__ = ["override"]
