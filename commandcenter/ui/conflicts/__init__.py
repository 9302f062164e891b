"""What desks disagree about: both values, their authors and times; a person settles it."""
