"""Training of taggers that may one day help understanding: public annotations in, weights and their card out.

Nothing here is part of the package or needed to run it.
"""
