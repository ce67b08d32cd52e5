"""Default rows of the code tables of projects."""

from __future__ import annotations

from typing import Final

KINDS: Final = "projects.kinds"
SOURCES: Final = "projects.sources"
KINDS_NAME: Final = "项目类别"
SOURCES_NAME: Final = "项目资金来源"
SAID_LABEL: Final = "公文中的其他叫法，用顿号分开"

# code, name, rule, further words by which a text may name it
KIND_ROWS: Final = (
    ("agriculture", "农业", "R11.6", "农业农村、农业产业"),
    ("transport", "交通基础设施", "R11.6", "交通、道路"),
    ("works", "市政和其他基础设施", "R11.6", "基础设施、水利"),
    ("industry", "工业", "R11.6", "制造业、产业"),
    ("energy", "能源", "R11.7", "新能源、光伏、风电"),
    ("service", "服务业", "R11.7", "商贸、文旅"),
    ("welfare", "民生和社会事业", "R11.6", "民生、教育、医疗"),
    ("ecology", "生态环保", "R11.6", "生态"),
    ("other", "其他", "R11.6", ""),
)
SOURCE_ROWS: Final = (
    ("centre", "中央资金", "R11.6", ""),
    ("province", "省级资金", "R11.6", "省级"),
    ("city", "市级资金", "R11.6", "市级"),
    ("county", "区县级资金", "R11.6", "区级、县级"),
    ("society", "社会资金", "R11.6", "社会捐助"),
    ("firm", "企业投资", "R11.7", ""),
)
