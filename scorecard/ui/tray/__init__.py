"""The icon in the tray of the desktop, where there is one and the user wishes it."""
