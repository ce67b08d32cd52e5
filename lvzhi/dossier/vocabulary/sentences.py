"""Refusals, journal sentences, names of rights."""

from __future__ import annotations

from typing import Final

MAY_READ_FILE: Final = "委员本人、本级机关工作人员，或委员所在机构的负责人"
MAY_READ_ORGAN: Final = "机构负责人或本级机关工作人员"
MAY_RECONCILE: Final = "本级机关工作人员"
REFUSALS: Final = {
    "dossier.unknown_kind": "没有这一类履职记录。",
    "dossier.unknown_check": "没有这项检查。",
    "dossier.unknown": "没有找到这份履职档案，或您无权查看。",
    "dossier.unknown_organ": "没有找到这个机构的履职台账，或您无权查看。",
    "dossier.no_person": "您的登录账号没有关联到名册上的人员，系统中没有关于您个人的履职信息。请联系办公室核对。",
    "dossier.not_member": "您在本系统中没有委员身份，没有本人的履职档案。",
}
EVENTS: Final = {
    "dossier.exported": "导出{name}的履职档案{count}行（{period}）",
    "dossier.own_taken": "下载本人信息副本{count}行：{name}",
    "dossier.organ_exported": "导出{name}的履职台账{count}行（{period}）",
    "dossier.quality_exported": "导出数据质量“{check}”{count}行（{period}）",
    "dossier.reconciled_exported": "导出履职对账“{kind}”{count}行（{period}）",
}
