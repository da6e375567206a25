"""Language: what people read, in their language. The lowest room: every other one may import it,
and it must not import any of them, nor Babel, which only extracts and compiles the messages."""
