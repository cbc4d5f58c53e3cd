"""Files, folders, feeds, archives and addresses in, reports as received out; hostile input refused with its reason."""
