from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0001_texts")]

    operations = [
        migrations.CreateModel(
            name="SearchWaiting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("attachment", models.UUIDField(unique=True, verbose_name="附件")),
                ("tries", models.PositiveSmallIntegerField(default=0, verbose_name="次数")),
            ],
            options={
                "verbose_name": "待读取的附件",
                "verbose_name_plural": "待读取的附件",
                "db_table": "search_waiting",
                "ordering": ("id",),
            },
        ),
    ]
