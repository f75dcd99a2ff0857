"""Stands for a desktop: its tray, its notifications, its portal. Runs by the system's Python, which has GObject.

`desktop_services.py tray notifications portal` owns those on the session bus, says as JSON lines what reaches them, and
obeys lines on its standard input: `come NAME`, `leave NAME`, `press ACTION` (a button of the portal's notification),
`click` (the last notification), `item` (what the tray icon shows), `menu`, `choose WORDS` (a line of its menu).
"""

import json
import sys

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

XML = """<node>
<interface name="org.kde.StatusNotifierWatcher">
<method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
<method name="RegisterStatusNotifierHost"><arg type="s" direction="in"/></method>
<property name="RegisteredStatusNotifierItems" type="as" access="read"/>
<property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
<property name="ProtocolVersion" type="i" access="read"/>
<signal name="StatusNotifierHostRegistered"/></interface>
<interface name="org.freedesktop.Notifications">
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
<arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<method name="GetCapabilities"><arg type="as" direction="out"/></method>
<signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal></interface>
<interface name="org.freedesktop.portal.Notification">
<method name="AddNotification"><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/></method>
<method name="RemoveNotification"><arg type="s" direction="in"/></method>
<signal name="ActionInvoked"><arg type="s"/><arg type="s"/><arg type="av"/></signal></interface>
</node>"""
INTERFACES = Gio.DBusNodeInfo.new_for_xml(XML).interfaces
PLACES = {
    "tray": ("org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher", INTERFACES[0]),
    "notifications": ("org.freedesktop.Notifications", "/org/freedesktop/Notifications", INTERFACES[1]),
    "portal": ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", INTERFACES[2]),
}
ITEM, ITEM_PLACE = "org.kde.StatusNotifierItem", "/StatusNotifierItem"
MENU, MENU_PLACE = "com.canonical.dbusmenu", "/MenuBar"


def tell(**said):
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


class Desktop:
    def __init__(self, names):
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.owned, self.objects = {}, {}
        self.items, self.shown, self.count = [], "", 0
        for name in names:
            self.come(name)

    def come(self, name):
        service, place, interface = PLACES[name]
        self.objects[name] = self.bus.register_object(place, interface, self.follow, self.property, None)
        self.owned[name] = Gio.bus_own_name_on_connection(
            self.bus, service, Gio.BusNameOwnerFlags.NONE, lambda *_: tell(has=name), None
        )

    def leave(self, name):
        Gio.bus_unown_name(self.owned.pop(name))
        self.bus.unregister_object(self.objects.pop(name))
        self.items = []
        tell(left=name)

    def follow(self, _bus, sender, _place, _interface, method, arguments, call):
        given, answer = arguments.unpack(), None
        if method == "RegisterStatusNotifierItem":
            self.items.append(sender)
            tell(icon=True)
        elif method == "Notify":
            self.count += 1
            answer = GLib.Variant("(u)", (self.count,))
            tell(notified=given[3:5], by="tray")
        elif method == "GetCapabilities":
            answer = GLib.Variant("(as)", (["body", "actions"],))
        elif method == "AddNotification":
            self.shown, self.program = given[0], sender
            tell(notified=[given[1]["title"], given[1]["body"]], by="portal", buttons=given[1].get("buttons", []))
        elif method == "RemoveNotification":
            tell(taken_back=given[0])
        call.return_value(answer)

    def property(self, _bus, _sender, _place, _interface, name):
        known = {
            "RegisteredStatusNotifierItems": GLib.Variant("as", self.items),
            "IsStatusNotifierHostRegistered": GLib.Variant("b", True),
            "ProtocolVersion": GLib.Variant("i", 0),
        }
        return known[name]

    def press(self, action):
        _, place, _ = PLACES["portal"]
        said = GLib.Variant("(ssav)", (self.shown, action, []))
        self.bus.emit_signal(self.program, place, "org.freedesktop.portal.Notification", "ActionInvoked", said)

    def click(self):
        _, place, _ = PLACES["notifications"]
        said = GLib.Variant("(us)", (self.count, "default"))
        self.bus.emit_signal(None, place, "org.freedesktop.Notifications", "ActionInvoked", said)

    def item(self):
        asked = GLib.Variant("(s)", (ITEM,))
        answer = self.ask(ITEM_PLACE, "org.freedesktop.DBus.Properties", "GetAll", asked)[0]
        tell(item={"title": answer["Title"], "tooltip": answer["ToolTip"][2:]})

    def menu(self):
        tell(menu=[words for _, words in self.lines()])

    def choose(self, words):
        number = next(number for number, known in self.lines() if known == words)
        event = GLib.Variant("(isvu)", (number, "clicked", GLib.Variant("s", ""), 0))
        self.ask(MENU_PLACE, MENU, "Event", event)
        tell(chose=words)

    def lines(self):
        """As a panel has them when it opens the menu: numbers and words of what is no separator."""
        self.ask(MENU_PLACE, MENU, "AboutToShow", GLib.Variant("(i)", (0,)))
        layout = self.ask(MENU_PLACE, MENU, "GetLayout", GLib.Variant("(iias)", (0, -1, [])))[1]
        return [(number, line["label"].replace("_", "")) for number, line, _ in layout[2] if line.get("label")]

    def ask(self, place, interface, method, arguments):
        waiting = Gio.DBusCallFlags.NONE
        return self.bus.call_sync(
            self.items[-1], place, interface, method, arguments, None, waiting, 5000, None
        ).unpack()

    def obey(self, channel, _condition):
        line = channel.readline()
        if not line:
            loop.quit()
            return False
        command, *rest = line.strip().split(" ", 1)
        getattr(self, command)(*rest)
        return True


desktop = Desktop(sys.argv[1:])
GLib.io_add_watch(sys.stdin, GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN | GLib.IOCondition.HUP, desktop.obey)
loop = GLib.MainLoop()
loop.run()
