"""A fuzzer over all doors of a served program.

It sends requests that are almost right, whole, cut off and many at once, to HTTP, tus, PUT,
batches, forms, websockets, posted messages, local files, the folder API, downloads and entry
tickets. `tests/web/test_fuzz.py` runs it for a bounded number of cases, and
``python -m tests.fuzz --minutes 60`` for as long as you like. Whatever comes in: no answer is a
500, the log has no traceback, nothing grows, and another session is served meanwhile.
"""
