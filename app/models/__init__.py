"""What the API says: response models by subject, each field with its meaning and an example."""
