"""The questions: free functions, one module a theme."""
