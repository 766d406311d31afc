"""The door: Streamlit runs this file for each reader, after each change."""

from gdviz.web.page import show

# Where a network learns the page's code is not run, though it may be loaded.
if __name__ == "__main__":
    show()
