"""The list of 50 and the form of the administration site."""

from __future__ import annotations

from django.contrib import admin

from bench.baseline.models import Proposal


@admin.register(Proposal)
class ProposalAdmin(admin.ModelAdmin):
    """As bare as it goes: the columns a list needs, the author joined."""

    list_display = ("title", "author", "category", "state", "track", "created")
    list_filter = ("state", "track")
    list_per_page = 50
    list_select_related = ("author",)
    search_fields = ("title", "body")
    raw_id_fields = ("author",)
