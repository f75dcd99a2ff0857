"""What a screen reader is told of the program: run by the system's Python, which has the bindings of AT-SPI.

Prints one JSON line for every accessible object of the application named by the argument, once its window is there.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

LOOKS, EVERY = 100, 100  # milliseconds between two looks


def look(loop, left):
    found = window()
    if found is not None:
        tell(found, 0)
        loop.quit()
    elif left[0] == 0:
        loop.quit()
    left[0] -= 1
    return True


def window():
    desktop = Atspi.get_desktop(0)
    for number in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(number)
        if application and application.get_name() == sys.argv[1] and application.get_child_count():
            return application.get_child_at_index(0)
    return None


def tell(node, depth):
    states = node.get_state_set()
    shown = states.contains(Atspi.StateType.SHOWING)
    line = {
        "name": node.get_name() or "",
        "description": node.get_description() or "",
        "role": node.get_role_name(),
        "depth": depth,
        "focusable": states.contains(Atspi.StateType.FOCUSABLE) and shown,
        "focused": states.contains(Atspi.StateType.FOCUSED),
        "showing": shown,
    }
    sys.stdout.write(json.dumps(line) + "\n")
    for number in range(node.get_child_count()):
        child = node.get_child_at_index(number)
        if child is not None:
            tell(child, depth + 1)


main_loop = GLib.MainLoop()
GLib.timeout_add(EVERY, look, main_loop, [LOOKS])
main_loop.run()
