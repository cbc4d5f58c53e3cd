"""The benchmark: scorers, floors and speed; run as ``python -m bench.run`` from the root of the repository."""
