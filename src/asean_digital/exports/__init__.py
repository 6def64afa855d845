"""Ways to hand records and answers to other tools: one module a format."""
