"""Who is who: do two names mean one person, firm, ship, aircraft or place, and who decided so?"""
