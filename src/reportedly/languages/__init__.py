"""How things are said: one folder a language, one table a layer, and no word of a human language anywhere else."""
