"""The boxes one writes in: text, lines, rows, choices, scales, dates, and the questions."""
