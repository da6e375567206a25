"""The tests under the rules of other systems: each part of `scripts/test_platforms` is a module.

Modules that the script imports need nothing but Python: it installs the rest.
"""
