"""What can be coded: types, stages, weapons, actors, kinds; data files with a definition and a source each."""
