"""The operating system: folders, locks, logs, D-Bus, external programs."""
