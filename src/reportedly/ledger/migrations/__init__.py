"""The steps from an empty file to the present schema, in order; each ships with the package and is never rewritten."""
