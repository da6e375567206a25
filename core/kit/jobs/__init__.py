"""Jobs on the page: the card of a job, its rows and its results; `core.jobs` does the work.

Rows and cards must not call the engine behind `core.jobs.job`.
"""
