"""What happens in a sentence, and how surely."""
