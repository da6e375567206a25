"""Native windows: what they show, where they stand, their menus and dialogs."""
