"""What the browser gets: client modules, stylesheets, icons, vendored packages."""
