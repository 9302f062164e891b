"""Design tokens and what is generated from them: style sheet, palette, fonts, icons."""
