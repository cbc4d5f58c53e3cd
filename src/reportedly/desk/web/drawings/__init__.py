"""What is told in, pictures of it out, drawn to SVG by the server: they need no script and print."""
