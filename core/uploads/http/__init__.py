"""The ways in over HTTP: tus, PUT, batches and plain forms, as adapters over the engine."""
