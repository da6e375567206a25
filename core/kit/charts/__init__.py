"""Charts: pictures that scripts or libraries of the program draw.

They must not import Matplotlib or Plotly: the program brings them.
"""
