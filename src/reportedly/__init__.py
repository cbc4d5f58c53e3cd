"""Reads reports of armed attacks and keeps who said what: incidents in which every value is a sourced claim."""
