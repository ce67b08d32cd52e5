"""The index: one row for each text, and the shelf it stands on. No record: it may be emptied and is filled again."""

from __future__ import annotations

from typing import Any

from django.db import models

from lvzhi.search.vocabulary import SHELVES

FIRST, SECOND = SHELVES


class GramsField(models.Field[Any, Any]):
    """The pairs of signs of a text, as numbers; empty where the database keeps them in a table of its own making."""

    def db_type(self, connection: Any) -> str:
        """A list of numbers where there are lists."""
        return "integer[]" if connection.vendor == "postgresql" else "text"

    def get_placeholder(self, value: Any, compiler: Any, connection: Any) -> str:
        """Written as text and read by the database: no driver need know lists."""
        return "%s::integer[]" if connection.vendor == "postgresql" else "%s"

    def get_prep_value(self, value: Any) -> Any:
        """The list as the database spells it."""
        return None if value is None else f"{{{','.join(map(str, value))}}}"


class GramsIndex(models.Index):
    """What finds texts by their pairs of signs, one for each shelf: the two dialects of this house stand here.

    On SQLite it is a table of the full-text extension without contents, whose row has the number of the text; on
    PostgreSQL an inverted index over the column.
    """

    def create_sql(self, model: type[models.Model], schema_editor: Any, using: str = "", **kwargs: Any) -> Any:
        """How it is made."""
        if schema_editor.connection.vendor == "sqlite":
            return (
                f"CREATE VIRTUAL TABLE IF NOT EXISTS {self.name} "
                "USING fts5(told, content='', tokenize='ascii')"
            )  # fmt: skip
        table, shelf = model._meta.db_table, self.shelf
        return f"CREATE INDEX IF NOT EXISTS {self.name} ON {table} USING gin (grams) WHERE shelf = {shelf}"

    def remove_sql(self, model: type[models.Model], schema_editor: Any, **kwargs: Any) -> Any:
        """How it is taken away."""
        kind = "TABLE" if schema_editor.connection.vendor == "sqlite" else "INDEX"
        return f"DROP {kind} IF EXISTS {self.name}"

    @property
    def shelf(self) -> int:
        """Whose it is: the last sign of its name."""
        return int(self.name[-1])


class SearchText(models.Model):
    """One text as it is found and shown.

    `record` is the key of its record in the table of its `kind`, `part` the attachment where it is one's text. `head`
    is what of it is looked at first, in the one spelling: title, names, numbers, initials. `plain` is all of it so
    spelt, where the database compares it itself. On SQLite the key rises with the day: the newest are read first.
    """

    shelf = models.SmallIntegerField("书架")
    kind = models.CharField("类别", max_length=100)
    uid = models.UUIDField("记录")
    part = models.CharField("附件", max_length=36, blank=True, default="")
    record = models.BigIntegerField("记录主键")
    committee_id = models.BigIntegerField("政协组织", null=True)
    organ_id = models.BigIntegerField("机构", null=True)
    day = models.DateField("日期")
    title = models.TextField("标题")
    body = models.TextField("正文")
    names = models.TextField("姓名")
    head = models.TextField("首要文字")
    plain = models.TextField("比对文字", blank=True, default="")
    grams = GramsField("字对", null=True)

    class Meta:
        db_table = "search_text"
        verbose_name = "检索文本"
        verbose_name_plural = "检索文本"
        constraints = [models.UniqueConstraint(fields=["shelf", "kind", "record", "part"], name="search_text_once")]
        indexes = [
            GramsIndex(fields=["grams"], name="search_grams_0"),
            GramsIndex(fields=["grams"], name="search_grams_1"),
        ]

    def __str__(self) -> str:
        return self.title


class SearchShelf(models.Model):
    """The single row that says from which shelf is read, which is being filled.

    `common` are the pairs of signs that many texts have, with how many in ten thousand: they tell nothing of a text.
    """

    id = models.SmallIntegerField(primary_key=True, default=1)
    live = models.SmallIntegerField("现用书架", default=FIRST)
    filling = models.SmallIntegerField("在建书架", null=True)
    filled_at = models.DateTimeField("建成时间", null=True)
    common = models.JSONField("常见字对", default=dict)

    class Meta:
        db_table = "search_shelf"
        verbose_name = "检索书架"
        verbose_name_plural = "检索书架"

    def __str__(self) -> str:
        return f"{self.live}"


class SearchWaiting(models.Model):
    """An attachment whose text is still to be read. Written with the attachment itself, gone when its text stands."""

    attachment = models.UUIDField("附件", unique=True)
    tries = models.PositiveSmallIntegerField("次数", default=0)

    class Meta:
        db_table = "search_waiting"
        verbose_name = "待读取的附件"
        verbose_name_plural = "待读取的附件"
        ordering = ("id",)

    def __str__(self) -> str:
        return str(self.attachment)
