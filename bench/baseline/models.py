"""One bare proposal and who wrote it."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser, Group, Permission
from django.db import models


class User(AbstractUser):
    """A login of the administration site; tables of its own beside the product's."""

    groups = models.ManyToManyField(Group, blank=True, related_name="+")
    user_permissions = models.ManyToManyField(Permission, blank=True, related_name="+")


class Author(models.Model):
    """Who wrote it."""

    name = models.CharField(max_length=40)

    def __str__(self) -> str:
        return self.name


class Proposal(models.Model):
    """A proposal without anything around it."""

    title = models.CharField(max_length=200)
    body = models.TextField()
    category = models.CharField(max_length=40)
    state = models.CharField(max_length=40, db_index=True)
    track = models.CharField(max_length=10, db_index=True)
    author = models.ForeignKey(Author, models.PROTECT)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.title
