"""Agency staff appraised by quarter and year: own account, comment, secret ballot, attendance, decision (R8)."""
