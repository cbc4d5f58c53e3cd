"""The build: public lists in, ``places.bin`` and ``outlines.json`` out. Never imported at run time."""
