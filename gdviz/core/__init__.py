"""Numbers: losses, rules, runs and what can be said of them; knows no words, no pictures, no page."""
