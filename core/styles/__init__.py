"""Class names -> CSS: the utilities of Tailwind as data, evaluated on demand.

Knows nothing of components, pages or browsers: it could be a package of its own.
"""
