from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("metrics", "0001_kept_values")]

    operations = [
        migrations.RenameField(model_name="keptvalue", old_name="kept_on", new_name="goes_on"),
        migrations.AlterField(
            model_name="keptvalue",
            name="goes_on",
            field=models.DateField(db_index=True, verbose_name="清理日期"),
        ),
    ]
