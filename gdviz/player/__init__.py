"""The browser's side: what is sent to it, and the code that plays it."""
