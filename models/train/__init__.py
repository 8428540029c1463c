"""What makes the trained pipeline: wordings, the generator that fills them, and the training."""
