"""What people and programs see: the command line, tables and pages."""
