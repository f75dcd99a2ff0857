"""The only room that knows Qt: one folder a tab, plus widgets and theme."""
