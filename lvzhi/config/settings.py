"""Settings: one file; what differs between places is read from the environment by three strict functions."""

from __future__ import annotations

import os
import secrets
import socket
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import dj_database_url
import django_stubs_ext
from csp.constants import NONE, SELF

from lvzhi.access import sentences
from lvzhi.access.vocabulary import REFUSALS
from lvzhi.config import environment
from lvzhi.config.vocabulary import SIGN_ON
from lvzhi.deadlines import clock

CHECKOUT = Path(__file__).resolve().parents[2]
# pytest's Django plugin loads this file before any conftest could set a variable.
TESTING = environment.flag("LVZHI_TEST", default="pytest" in sys.modules)
LVZHI_DATA = environment.data_folder(CHECKOUT, testing=TESTING)
DEBUG = environment.flag("LVZHI_DEBUG")
if (
    LVZHI_DATA / "demonstration"
).exists():  # a demonstration may show what a later day brings; a real office never travels
    clock.go_ahead(timedelta(days=environment.number("LVZHI_DEMO_AHEAD", 0)))

django_stubs_ext.monkeypatch()  # generic Django classes can be subscripted at run time as in annotations
sentences.register(REFUSALS)


def _secret_key() -> str:
    """The signing key: LVZHI_SECRET, else a file of its own in the data folder, made on first use."""
    given = environment.text("LVZHI_SECRET")
    if given:
        return given
    if TESTING:
        return "only-for-tests"
    path = LVZHI_DATA / "secret.key"
    if not path.exists():
        LVZHI_DATA.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48), encoding="ascii")
    return path.read_text(encoding="ascii").strip()


SECRET_KEY = _secret_key()
ALLOWED_HOSTS = environment.text("LVZHI_HOSTS", "127.0.0.1,localhost,[::1],testserver").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in environment.text("LVZHI_ORIGINS").split(",") if origin]

ROOMS = [
    "ui",
    "journal",
    "committee",
    "norms",
    "directory",
    "accounts",
    "files",
    "links",
    "drafts",
    "jobs",
    "workflow",
    "metrics",
    "search",
    "messages",
    "people",
    "plans",
    "ballots",
    "papers",
    "wishes",
    "joint",
    "party",
    "activities",
    "proposals",
    "projects",
    "publications",
    "regulations",
    "contacts",
    "honours",
    "opinions",
    "ledger",
    "consultations",
    "tenure",
    "dossier",
    "evaluation",
    "appraisal",
    "turnover",
    "opening",
    "relay",
    "reports",
    "board",
    "easing",
    "assurance",
    "desk",
    "api",
    "portal",
    "demo",
]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_cotton.apps.SimpleAppConfig",
    "django_htmx",
    "axes",
    "csp",
    *[f"lvzhi.{room}" for room in ROOMS if (CHECKOUT / "lvzhi" / room / "apps.py").exists()],
]
AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesBackend", "lvzhi.accounts.backends.AccountBackend"]

LVZHI_METRICS = environment.networks("LVZHI_METRICS")
# Read when the library is imported; by machine, because several may share the data folder.
os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", str(LVZHI_DATA / "metrics" / socket.gethostname()))
MIDDLEWARE = [
    "lvzhi.config.measuring.Measuring",
    "django.middleware.security.SecurityMiddleware",
    *([] if TESTING else ["whitenoise.middleware.WhiteNoiseMiddleware"]),
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "lvzhi.norms.middleware.NormMemo",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "lvzhi.config.unopened.FirstRunMiddleware",
    "lvzhi.accounts.middleware.ActorMiddleware",
    "lvzhi.config.marking.MarkMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "lvzhi.accounts.middleware.LimitMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "lvzhi.config.refusals.RefusalMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "lvzhi.config.urls"
WSGI_APPLICATION = "lvzhi.config.wsgi.application"

_LOADERS: list[Any] = [
    "django_cotton.cotton_loader.Loader",
    "django.template.loaders.filesystem.Loader",
    "django.template.loaders.app_directories.Loader",
]
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "OPTIONS": {
            "loaders": [("django.template.loaders.cached.Loader", _LOADERS)],
            "builtins": ["django_cotton.templatetags.cotton", "lvzhi.ui.templatetags.ui"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "lvzhi.desk.context.shell",
            ],
        },
    }
]
FORM_RENDERER = "lvzhi.ui.forms.FormRenderer"


def database(url: str) -> dict[str, Any]:
    """Database settings from an address: ``sqlite:////abs/path`` or ``postgres://…``."""
    config: dict[str, Any] = dict(dj_database_url.parse(url))
    if config["ENGINE"].endswith("sqlite3"):
        Path(config["NAME"]).parent.mkdir(parents=True, exist_ok=True)
        # A thread keeps its connection: opening one, with its functions and the lines below, costs more than most pages.
        config["CONN_MAX_AGE"] = None
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA foreign_keys=ON;"
            "PRAGMA cache_size=-65536;PRAGMA mmap_size=268435456;PRAGMA secure_delete=ON;",
        }
    else:
        # Compiling what a page of figures asks takes longer than answering it: its statements are long, their answers short.
        said = "-c jit=off"
        if TESTING:
            # what a test wrote need not outlive a power cut; making tables waited for the disk a thousand times
            config["OPTIONS"] = {**config.get("OPTIONS", {}), "options": f"{said} -c synchronous_commit=off"}
        else:
            pool = {"min_size": 1, "max_size": 8}
            config["OPTIONS"] = {**config.get("OPTIONS", {}), "options": said, "pool": pool}
    if environment.flag("LVZHI_PGBOUNCER"):  # a transaction may meet another server process than the one before it
        config["DISABLE_SERVER_SIDE_CURSORS"] = True
        config.get("OPTIONS", {}).pop("options", None)  # it takes none; ALTER DATABASE … SET jit = off says the same
        if "pool" in config.get("OPTIONS", {}):
            config["OPTIONS"]["pool"] = {"min_size": 0, "max_size": 8, "max_idle": 60}
    return config


DATABASES = {"default": database(environment.text("DATABASE_URL") or f"sqlite:///{LVZHI_DATA / 'lvzhi.sqlite3'}")}
REDIS = environment.text("LVZHI_REDIS")
# What several web nodes must count together (accounts.limits); nothing that may not be lost lies in it. The room for
# many keys: a small cache throws counts out to make place, and forgets who asked too often.
CACHES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS}
    if REDIS
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 20_000}}
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = CHECKOUT / "static-root"
STATICFILES_DIRS = [("front", CHECKOUT / "front")] if (CHECKOUT / "front").exists() else []
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": LVZHI_DATA / "files"},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING or DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
# What new secrets are sealed with, and new lines of the journal chained by; older ones stay readable (R12.7).
LVZHI_CIPHER = environment.choice("LVZHI_CIPHER", ("aes-gcm", "sm4-gcm"))
LVZHI_JOURNAL_DIGEST = environment.choice("LVZHI_DIGEST", ("sha256", "sm3"))
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# A passkey belongs to one host name; the origin that the browser signs must be one of these, or this machine's own.
LVZHI_PASSKEY_ORIGINS = CSRF_TRUSTED_ORIGINS
LVZHI_PASSKEY_HOST = (
    environment.text("LVZHI_PASSKEY_HOST")
    or next((urlsplit(one).hostname for one in CSRF_TRUSTED_ORIGINS), "")
    or "localhost"
)

# A government sign-on: off unless named. Its secret comes from the environment alone.
LVZHI_OIDC: dict[str, Any] = (
    {
        "issuer": environment.text("LVZHI_OIDC_ISSUER"),
        "client": environment.text("LVZHI_OIDC_CLIENT"),
        "secret": environment.text("LVZHI_OIDC_SECRET"),
        "claim": environment.text("LVZHI_OIDC_CLAIM", "sub"),
        "scope": environment.text("LVZHI_OIDC_SCOPE", "openid"),
        "name": environment.text("LVZHI_OIDC_NAME", SIGN_ON),
        "both": environment.flag("LVZHI_OIDC_TWO_FACTORS"),
    }
    if environment.text("LVZHI_OIDC_ISSUER") and environment.text("LVZHI_OIDC_CLIENT")
    else {}
)

# Ways out of the house: channel → dotted path of its back end. None unless named; the inbox always is.
LVZHI_CHANNELS = environment.pairs("LVZHI_CHANNELS")
_MAIL = urlsplit(environment.text("LVZHI_MAIL"))
EMAIL_HOST, EMAIL_PORT = _MAIL.hostname or "localhost", _MAIL.port or 25
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_MAIL.username or ""), unquote(_MAIL.password or "")
EMAIL_USE_SSL, EMAIL_USE_TLS = _MAIL.scheme == "smtps", _MAIL.scheme == "smtp+tls"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = environment.text("LVZHI_MAIL_FROM", "lvzhi@localhost")

LOGIN_URL = "accounts:login"
LOGIN_REDIRECT_URL = "/"
AUTH_PASSWORD_VALIDATORS = [{"NAME": "lvzhi.accounts.passwords.NormValidator"}]
if TESTING:
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

REHEARSAL = (LVZHI_DATA / "rehearsal.mark").exists()  # an installation to practise in: every page says so
if REHEARSAL:  # browsers keep cookies by host and not by port: practising must not sign anybody out of the office
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "rehearsal_sessionid", "rehearsal_csrftoken"
SESSION_ENGINE = "lvzhi.accounts.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = environment.flag("LVZHI_HTTPS")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if environment.flag("LVZHI_BEHIND_PROXY") else None
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

AXES_ENABLED = True
AXES_FAILURE_LIMIT = "lvzhi.accounts.locking.failure_limit"
AXES_COOLOFF_TIME = "lvzhi.accounts.locking.cool_off"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "lvzhi.accounts.locking.locked_out"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # the page says how long: that must stay true
AXES_DISABLE_ACCESS_LOG = True  # the journal keeps logins, chained
AXES_VERBOSE = False
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "code", "recovery", "answer"]  # it keeps what was sent
SILENCED_SYSTEM_CHECKS: list[str] = []
AXES_IPWARE_META_PRECEDENCE_ORDER = ["REMOTE_ADDR"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"quiet": {"()": "lvzhi.config.quiet.QuietPages"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["quiet"]}},
    "root": {"handlers": ["stderr"], "level": environment.text("LVZHI_LOG", "WARNING")},
    # Django gives these handlers of their own, which would not ask the filter.
    "loggers": {
        name: {"handlers": ["stderr"], "level": environment.text("LVZHI_LOG", "WARNING"), "propagate": False}
        for name in ("django", "django.server")
    },
}
