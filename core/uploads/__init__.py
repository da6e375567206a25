"""Files that are coming. The engine knows no HTTP; the ways in are in `core.uploads.http`."""
