"""What the page's server does."""
