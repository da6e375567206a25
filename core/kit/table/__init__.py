"""Tables of any number of rows: where rows come from, and what people do with them.

Sources of rows know nothing of pages; only `table` and `table_view` are components.
"""

from .columns import Column
from .conditions import Filter, Sort
from .edits import Change
from .query import Query
from .table import Table
from .values import read_number

__all__ = ["Change", "Column", "Filter", "Query", "Sort", "Table", "read_number"]
