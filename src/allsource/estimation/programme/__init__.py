"""How much does a programme make, hold and spend, given what is claimed of it?"""
