"""The words of the room."""

from __future__ import annotations

from typing import Final

EVENTS: Final = {
    "files.attach": "上传附件“{name}”",
    "files.made": "生成文件“{name}”",
    "files.detach": "移除附件“{name}”，理由：{ground}",
    "files.read": "下载附件“{name}”",
}

NO_PLACE: Final = "上传的照片不保留拍摄位置"
PLACE_RULE: Final = "轨迹留痕"
PLACE_SAID: Final = {
    True: "刚才试收了一张带位置的照片，收下的照片里位置已经去掉",
    False: "刚才试收了一张带位置的照片，收下的照片里位置还在",
}
_SAVE_AS: Final = "请另存后重新上传。"
REFUSALS: Final = {
    "files.empty": "附件“{name}”是空的，请核对后重新上传。",
    "files.too_large": "附件“{name}”超过{limit}MB，请压缩或分开后上传。",
    "files.too_many": "一次最多上传{limit}个附件，本次选了{count}个，请分次上传。",
    "files.type_not_allowed": "附件“{name}”的格式不在允许之列，可用的格式有：{types}。",
    "files.content_differs": "附件“{name}”的内容不是{expected}，而像是{found}，请用原来的软件另存为{expected}后上传。",
    "files.damaged": "附件“{name}”已损坏或没有传完，请重新上传。",
    "files.macro": "附件“{name}”带有宏，为安全起见不予接收，请另存为不含宏的文件后上传。",
    "files.bomb": "附件“{name}”解压后大得异常，为安全起见不予接收，请拆分或改用其他格式。",
    "files.encrypted": "附件“{name}”设有打开密码，无法检查内容，请去掉密码后上传。",
    "files.program_inside": "附件“{name}”中含有可执行文件“{member}”，请去掉后重新上传。",
    "files.picture_large": "照片“{name}”超过{limit}百万像素，无法检查，请在手机或电脑上缩小后重新上传。",
    "files.nothing_sent": "没有选择附件，请选择文件后再上传。",
    "files.missing": "没有找到这个附件，或您无权查看。",
    "files.held_gone": "上传的文件已过期或已处理，请重新上传。",
    "files.may_not_add": "您不能在这里增减附件。",
    "files.ground_missing": "《移除理由》不能为空，请填写。",
}

COMMA: Final = "、"
UNKNOWN: Final = "无法识别的内容"
PROGRAM: Final = "可执行程序"
FALLBACK_NAME: Final = "附件"
UPLOADED_BY: Final = "{who} 上传"
DETACHED: Final = "上传有误"
