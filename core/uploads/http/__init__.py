"""The ways in over HTTP: tus, PUT, batches and plain forms, as adapters over the engine.

They translate requests and refusals. What is accepted must not be decided here, but in the engine,
and no cookie is read here: `core.web` says whose request it is.
"""
