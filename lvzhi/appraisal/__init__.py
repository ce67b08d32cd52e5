"""Agency staff by quarter and year: own account, leader's comment, secret ballot, attendance, decision."""
