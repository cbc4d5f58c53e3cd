"""Merged incidents in, what a person is shown of them out, as plain values: tables and pages only draw them."""
