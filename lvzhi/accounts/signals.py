"""Takes Django's silent write of last_login away: our own login action writes it inside a journal line."""

from __future__ import annotations

from django.contrib.auth.signals import user_logged_in

user_logged_in.disconnect(dispatch_uid="update_last_login")
