"""How the registry of bans knows this room: what is computed over the declarations of all rooms."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.apps import apps
from django.conf import settings
from django.urls import URLResolver, get_resolver, reverse

from lvzhi import norms
from lvzhi.activities.vocabulary.states import Proof
from lvzhi.committee.models import Committee
from lvzhi.easing.queries import again, asked
from lvzhi.easing.vocabulary import CHECKS, JOINER, RULES, SAID, STEP_FIELD
from lvzhi.evaluation.kinds import ALL
from lvzhi.evaluation.norms import RANKING
from lvzhi.metrics import registry as figures
from lvzhi.metrics.declare import Metric
from lvzhi.norms import bans
from lvzhi.norms.bans import Ban, Check, Found

USE = ("accounts", "notices_inbox", "drafts", "journal", "sessions")
TRACKS = re.compile(r"(^|_)(lat|lng|latitude|longitude|gps|geo|location|coordinates|trail|beacon)(_|$)")
PICTURES = re.compile(r"photo|picture|selfie|face")
LIKES = re.compile(r"(^|_)(like|likes|liked|thumbs|hearts|study_hours|learned_minutes)(_|$)")
ONLINE = re.compile(
    r"(^|_)(online_minutes|minutes_online|stay_seconds|visits_count|clicks|page_views|active_days)(_|$)"
)
BY_OTHER = "_for"
OURS = "lvzhi."


def _models() -> list[type]:
    return [one for one in apps.get_models() if one.__module__.startswith(OURS)]


def _fields(pattern: re.Pattern[str]) -> Found:
    """Fields of all models whose name says what is not to be kept."""
    models = _models()
    named = [(one, field) for one in models for field in one._meta.concrete_fields]  # type: ignore[attr-defined]  # reason: apps gives models
    hits = tuple(
        (str(field.verbose_name), str(one._meta.verbose_name))  # type: ignore[attr-defined]  # reason: as above
        for one, field in named
        if pattern.search(field.name)
    )
    said = SAID["fields_found" if hits else "fields"].format(models=len(models), fields=len(named), count=len(hits))
    return Found(not hits, said, rows=hits)


def asked_again(committee: Committee, day: dt.date) -> Found:
    """No step asks for what an earlier one wrote; those that want something new say so."""
    found = [one for one in again() if not one.reason]
    forms_ = [one for one in asked().values() if one.fields]
    said = SAID["asked_again"].format(steps=len(forms_), fields=sum(one.fields for one in forms_), count=len(found))
    rows = tuple((one.label, STEP_FIELD.format(workflow=one.workflow.name, step=one.step.name)) for one in found)
    return Found(not found, said, reverse("easing:forms"), rows)


def from_records(committee: Committee, day: dt.date) -> Found:
    """Figures are counted from records, none is filled in."""
    return Found(good=True, said=SAID["from_records"].format(count=len(figures.figures())), address=_book())


def _book() -> str:
    return reverse("metrics:book")


def ranking(committee: Committee, day: dt.date) -> Found:
    """The switch of the evaluation's ranking is off."""
    on = bool(norms.value(RANKING, committee, day))
    return Found(not on, SAID["ranking_on" if on else "ranking_off"])


def _sources() -> Iterable[tuple[str, str]]:
    """Figures with the app of the records that they count."""
    for one in figures.figures():
        if isinstance(one, Metric):
            yield one.name, _app(one)


def _keyed() -> Iterable[tuple[str, str]]:
    return ((one.key, _app(one)) for one in figures.figures() if isinstance(one, Metric))


def _app(one: Metric) -> str:
    return (one.record_kind or one.key).split(".")[0]


def points_for_use(committee: Committee, day: dt.date) -> Found:
    """What a rule of the evaluation may count is drawn from figures, and none of them is of the use."""
    of = dict(_keyed())
    arms = {arm.figure for kind in ALL for arm in kind.arms}
    hits = tuple((one, of[one]) for one in sorted(arms) if of.get(one) in USE)
    kinds = sum(bool(kind.arms) for kind in ALL)
    said = SAID["kinds_use"].format(count=len(hits)) if hits else SAID["kinds"].format(kinds=kinds, figures=len(arms))
    return Found(not hits, said, _book(), hits)


def presence(committee: Committee, day: dt.date) -> Found:
    """Who came is noted on the spot by a code or a list, and no proof of it is a position or a picture."""
    kinds = tuple((str(one.label), one.value) for one in Proof)
    named = [name for name, key in kinds if TRACKS.search(key) or PICTURES.search(key)]
    said = SAID["presence"].format(kinds=JOINER.join(name for name, _ in kinds), count=len(named))
    return Found(not named, said, reverse("activities:list"))


def no_use_counted(committee: Committee, day: dt.date) -> Found:
    """No figure counts logins, sessions, messages or drafts."""
    known = list(_sources())
    hits = tuple((name, app) for name, app in known if app in USE)
    if hits:
        return Found(good=False, said=SAID["use"].format(count=len(hits)), address=_book(), rows=hits)
    return Found(good=True, said=SAID["no_use"].format(count=len(known)), address=_book())


def no_rank_kept(committee: Committee, day: dt.date) -> Found:
    """No record holds how long or how often somebody was there."""
    return _fields(ONLINE)


def on_paper(committee: Committee, day: dt.date) -> Found:
    """Whoever does not use the product loses nothing: staff takes the step for them."""
    steps = [one for one in asked().values() if one.event.endswith(BY_OTHER)]
    rows = tuple((one.name, one.workflow.name) for one in steps)
    return Found(bool(steps), SAID["on_paper"].format(count=len(steps)), rows=rows)


def open_pages(committee: Committee, day: dt.date) -> Found:
    """What is public opens without a login."""
    count = sum(not getattr(one.callback, "login_required", True) for one in _patterns(get_resolver().url_patterns))
    return Found(bool(count), SAID["open_pages"].format(count=count))


def _patterns(patterns: Sequence[Any]) -> Iterable[Any]:
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from _patterns(one.url_patterns)
        else:
            yield one


def no_tracks(committee: Committee, day: dt.date) -> Found:
    """No record holds where somebody was."""
    return _fields(TRACKS)


def no_photos(committee: Committee, day: dt.date) -> Found:
    """No step's form insists on a picture."""
    steps = [one for one in asked().values() if one.form]
    hits = tuple(
        (str(control.label), STEP_FIELD.format(workflow=one.workflow.name, step=one.name))
        for one in steps
        for control in (one.form.base_fields.values() if one.form else ())
        if isinstance(control, forms.ImageField) and control.required
    )
    return Found(not hits, SAID["photos"].format(steps=len(steps), count=len(hits)), rows=hits)


def no_likes(committee: Committee, day: dt.date) -> Found:
    """No record holds likes or hours of study."""
    return _fields(LIKES)


def no_outside(committee: Committee, day: dt.date) -> Found:
    """Browsers load nothing from anybody else: no advertisement, no shop, no counter."""
    policy = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["default-src"]
    own = [str(one) for one in policy] == ["'self'"]
    return Found(own, SAID["outside" if own else "outside_open"].format(policy=" ".join(map(str, policy))))


def _check(key: str, ban: Ban, look: object, norm: str = "") -> Check:
    return Check(key, ban, CHECKS[key], look, norm, RULES[key])  # type: ignore[arg-type]  # reason: each is a look


def register() -> None:
    """Tell the registry, in the order in which the page lists them."""
    bans.register(
        _check("easing.asked_again", Ban.REPEAT, asked_again),
        _check("easing.from_records", Ban.REPEAT, from_records),
        _check("easing.ranking", Ban.POINTS, ranking, RANKING),
        _check("easing.points_for_use", Ban.POINTS, points_for_use),
        _check("easing.presence", Ban.POINTS, presence),
        _check("easing.no_use_counted", Ban.POINTS, no_use_counted),
        _check("easing.no_rank_kept", Ban.POINTS, no_rank_kept),
        _check("easing.no_use_rate", Ban.FORCE, no_use_counted),
        _check("easing.on_paper", Ban.FORCE, on_paper),
        _check("easing.open_pages", Ban.FORCE, open_pages),
        _check("easing.no_tracks", Ban.GROUNDS, no_tracks),
        _check("easing.no_photos", Ban.GROUNDS, no_photos),
        _check("easing.no_likes", Ban.GROUNDS, no_likes),
        _check("easing.no_outside", Ban.COMMERCE, no_outside),
    )
