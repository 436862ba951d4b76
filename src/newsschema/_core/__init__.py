"""The core: errors, values, rules, the model, and its codec. Everything else stands on it, and it on nothing else."""
