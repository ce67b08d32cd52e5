"""Tenure 委员变动与遴选: changes among members as dated events, absence cases, selections to an organ."""
