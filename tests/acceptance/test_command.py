"""The command line over an empty install: first run, rosters good and bad."""

from __future__ import annotations

import sqlite3
import zipfile
from pathlib import Path

import pytest

from tests.demo_site import Installation

HEAD = "姓名,手机号,界别,专委会,单位及职务,届次,备注,任职日期\n"
OPENING = (
    "--name",
    "测试县政协",
    "--code",
    "CS01",
    "--level",
    "county",
    "--number",
    "9",
    "--starts",
    "2022-01-20",
    "--username",
    "admin",
    "--person",
    "管理员",
)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """An install that was just opened; tests take a copy."""
    made = Installation.on_sqlite(tmp_path_factory.mktemp("opened"))
    done = made.run("init", *OPENING)
    assert done.returncode == 0, done.stderr
    return made


@pytest.fixture
def empty(opened: Installation, tmp_path: Path) -> Installation:
    """A copy of it to write into."""
    return opened.copy(tmp_path)


def members(installation: Installation) -> int:
    body = installation.json("figures", "CS01", "2022", "--json", "--key", "people.members")
    return int(body["figures"][0]["value"])


def test_init_opens_an_empty_install_once(empty: Installation) -> None:
    again = empty.run("init", *OPENING)
    assert again.returncode == 2
    assert "测试县政协" in again.stderr
    assert empty.run("verify-journal").returncode == 0


def test_init_takes_the_steps_of_the_first_run_or_none(tmp_path: Path) -> None:
    bare = Installation.on_sqlite(tmp_path)
    code = bare.run("init", "--show-code")
    assert (code.returncode, "开张码：" in code.stdout) == (0, True)
    three = ("--security-username", "an", "--security-person", "安全", "--audit-username", "shen")
    whole = ("--session", "3", "--opens", "2024-01-10", "--organs", "sample", *three, "--audit-person", "审计")
    for more, sentence in (
        (("--session", "3"), "缺少或看不懂：--opens"),
        (("--security-username", "ADMIN", "--security-person", "别人"), "须由不同的人担任"),
        (("--audit-username", "au"), "审计管理员只填了姓名或登录名中的一项"),
        ((*whole[:2], "--opens", "2019-01-01"), "不在第9届任期"),
    ):
        done = bare.run("init", *OPENING, *more)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)
        assert sentence in done.stderr
    done = bare.run("init", *OPENING, *whole)
    assert done.returncode == 0, "a refused step left something: " + done.stderr
    assert done.stdout.count("初始密码") == 3
    assert not (bare.folder / "opening.code").exists()
    assert bare.run("init", "--show-code").returncode == 2


def test_a_command_says_the_same_from_pythons_very_start(opened: Installation) -> None:
    for arguments in (("rows", "people.members", "CS01", "2022", "--csv"), ("rows", "people.members", "没有", "2022")):
        long, short = opened.process(*arguments), opened.run(*arguments)
        assert (long.returncode, long.stdout, long.stderr) == (short.returncode, short.stdout, short.stderr)
        assert long.stdout + long.stderr


def test_commands_before_init_say_what_to_do(tmp_path: Path) -> None:
    bare = Installation.on_sqlite(tmp_path)
    done = bare.run("figures", "CS01", "2022")
    assert done.returncode == 2
    assert "lvzhi init" in done.stderr


def test_a_roster_comes_in_once(empty: Installation, tmp_path: Path) -> None:
    roster = tmp_path / "名册.csv"
    roster.write_bytes(
        (
            HEAD
            + "张三,13800000001,经济界,,某厂 厂长,九届,,2022-01-20\n"
            + "李四,13800000002,教育界,,一中 教师,九届,,2022-01-20\n"
        ).encode("gb18030")
    )
    dry = empty.run("import", "people", str(roster), "--make-organs", "--dry-run")
    assert dry.returncode == 0, dry.stderr
    assert members(empty) == 0
    done = empty.run("import", "people", str(roster), "--make-organs")
    assert done.returncode == 0, done.stderr
    assert members(empty) == 2


def people_in(installation: Installation) -> int:
    """Rows of persons, asked of the database itself."""
    with sqlite3.connect(installation.folder / "lvzhi.sqlite3") as database:
        return int(database.execute("select count(*) from people_person").fetchone()[0])


def zip_bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/workbook.xml", b"0" * (80 * 1024 * 1024))


def macro(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/workbook.xml", "<workbook/>")
        package.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")


def truncated(path: Path) -> None:
    macro(path)
    path.write_bytes(path.read_bytes()[:60])


BAD = {
    "empty.csv": lambda path: path.write_bytes(b""),
    "noise.xlsx": lambda path: path.write_bytes(bytes(range(256)) * 40),
    "cut.xlsx": truncated,
    "bomb.xlsx": zip_bomb,
    "macro.xlsx": macro,
    "columns.csv": lambda path: path.write_text("甲,乙\n1,2\n", encoding="utf-8"),
    "dates.csv": lambda path: path.write_text(HEAD + "张三,13800000001,,,某厂,九届,,2022年9月31日\n", encoding="utf-8"),
    "twice.csv": lambda path: path.write_text(
        HEAD + "张三,13800000001,,,某厂,九届,,2022-01-20\n张三,13800000001,,,某厂,九届,,2022-01-20\n", encoding="utf-8"
    ),
    "large.csv": lambda path: path.write_bytes(b"a,b\n" * (50 * 1024 * 1024 // 4 + 10)),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_roster_is_refused_in_words_and_writes_nothing(empty: Installation, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    BAD[name](path)
    done = empty.run("import", "people", str(path), "--make-organs")
    assert done.returncode == 2
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr
    assert people_in(empty) == 0


@pytest.mark.parametrize("name", ["empty.csv", "noise.xlsx", "cut.xlsx", "bomb.xlsx", "macro.xlsx", "large.csv"])
def test_a_bad_text_is_refused_in_one_line(opened: Installation, tmp_path: Path, name: str) -> None:
    path = tmp_path / name.replace(".xlsx", ".docx").replace(".csv", ".txt")
    BAD[name](path)
    done = opened.run("check", str(path), "CS01", "2022")
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1


PAST = "案号,案由,提案者,收件日期,类别,主办单位,答复日期,办理结果,承诺事项,兑现日期\n"
ANSWERED = "第1号,关于路灯的提案,张三,2022-03-01,社会建设,县住建局,2022-06-01,B,修好路灯,2022-12-31\n"
UNKNOWN = "第2号,关于食堂的提案,李四,2022-03-02,社会建设,没有这个局,2022-06-01,B,,\n"


def received(installation: Installation) -> int:
    body = installation.json("figures", "CS01", "2022", "--json", "--key", "proposals.received")
    return int(body["figures"][0]["value"])


def test_proposals_of_earlier_years_from_the_command_line(empty: Installation, tmp_path: Path) -> None:
    units = tmp_path / "单位.csv"
    units.write_text("单位名称,类别,系统\n县住建局,承办单位,政府系统\n", encoding="utf-8")
    assert empty.run("import", "units", str(units)).returncode == 0
    path = tmp_path / "历史.csv"
    path.write_text(PAST + ANSWERED + UNKNOWN, encoding="utf-8")
    for options in (("--dry-run",), ()):
        done = empty.run("import", "proposals", str(path), "--committee", "CS01", *options)
        assert done.returncode == 2
        assert "第3行“主办单位”没有名为“没有这个局”的承办单位" in done.stderr
        assert received(empty) == 0
    done = empty.run("import", "proposals", str(path), "--committee", "CS01", "--good-rows")
    assert (done.returncode, received(empty)) == (0, 1), done.stderr
    folder = tmp_path / "旧提案"
    folder.mkdir()
    facts = "提案者：王五\n案号：第3号\n收件日期：2022-03-05\n类别：社会建设\n具体建议\n多修几条路。\n"
    (folder / "关于公路的提案.txt").write_text(facts, encoding="gb18030")
    done = empty.run("import", "proposals", str(folder), "--committee", "CS01")
    assert (done.returncode, received(empty)) == (0, 2), done.stderr
    assert empty.run("verify-journal").returncode == 0


def test_what_no_administrator_may_is_done_at_the_server(empty: Installation) -> None:
    both = empty.run("keeper", "admin", "audit_admin", "--ground", "试")
    assert both.returncode == 2
    assert "三员不能由一人同时担任" in both.stderr
    assert empty.run("keeper", "admin", "king", "--ground", "试").returncode == 2
    assert empty.run("keeper", "nobody", "reset", "--ground", "试").returncode == 2
    reset = empty.process("keeper", "admin", "reset", "--ground", "本人申请")
    assert reset.returncode == 0, reset.stderr
    assert "初始密码" in reset.stdout
    assert empty.run("verify-journal").returncode == 0


def test_a_new_key_is_brought_in_and_all_can_be_opened(empty: Installation) -> None:
    before = (empty.folder / "secret.keys").read_text()
    done = empty.run("keys", "rotate")
    assert done.returncode == 0, done.stderr
    after = (empty.folder / "secret.keys").read_text()
    assert after.endswith(before)
    assert len(after.splitlines()) == len(before.splitlines()) + 1
    sound = empty.run("keys", "verify")
    assert sound.returncode == 0, sound.stdout
    assert after.partition(":")[0] in sound.stdout
    assert empty.run("verify-journal").returncode == 0
