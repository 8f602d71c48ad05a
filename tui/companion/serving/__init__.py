"""The server for the pages: routes, pages, streams, and who asks."""
