"""gdviz: gradient descent, computed exactly and shown step by step."""
