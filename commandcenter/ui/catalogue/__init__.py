"""The window "Catalogue": types, plans, policies and rules as text, tried and put in force."""
