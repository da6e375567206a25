"""From the command line to a plan: identity, data folders, the one instance."""
