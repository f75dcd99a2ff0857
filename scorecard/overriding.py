"""`override` for Python 3.11, whose `typing` lacks it; importing `typing_extensions` would slow the start."""

TYPE_CHECKING = False  # mypy knows the name; not even typing is imported
if TYPE_CHECKING:
    from typing_extensions import override
else:

    def override(method):
        return method


__all__ = ["override"]
