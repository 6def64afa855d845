"""Text to records and back. The only part of the library that knows cattrs.

Nothing is imported here: the decoder of the packaged data must not pay for the rest.
"""
