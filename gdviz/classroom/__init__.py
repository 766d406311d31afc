"""What a class does with a run: missions."""
