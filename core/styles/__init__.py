"""Class names -> CSS: the utilities of Tailwind as data, evaluated on demand."""
