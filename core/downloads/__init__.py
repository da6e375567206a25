"""Files on their way out: ranges, strong ETags, ZIPs and what a handler offers."""
