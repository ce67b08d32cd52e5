"""Language tables for web pages around a text: navigation, recommendation lists, footers, advertising."""

# ruff: noqa: E501  (tables of words: long lines and split strings keep them readable)

from __future__ import annotations

import re
from typing import Final

# A short line that begins with one of these opens a list of other articles; the lines below it are no prose.
LIST_HEADS: Final = re.compile(
    r"^[\W_]*(?:最新加入|最新文章|最新资讯|最新信息|最新更新|最新动态|热门资讯|热门文章|热门推荐|热门新闻|热点资讯|热点排行|热点推荐|热点新闻|点击排行|阅读排行|"
    r"浏览排行|排行榜|本周排行|相关阅读|相关新闻|相关文章|相关链接|相关资讯|相关推荐|相关内容|相关报道|相关信息|相关稿件|延伸阅读|推荐阅读|推荐新闻|推荐文章|"
    r"精彩推荐|精彩图片|图片新闻|图片推荐|猜你喜欢|为您推荐|为你推荐|更多新闻|更多内容|大家都在看|友情链接|网友评论|最新评论|发表评论|上一篇|下一篇|"
    r"上一条|下一条|返回列表|返回顶部|新闻排行|24小时排行|一周热点|今日热点|今日推荐|编辑推荐|频道精选|往期回顾|新闻推荐|网站地图|热门图文|热门图片|图文推荐|大家爱看|换一批)"
    r"|^.{0,24}(?:新闻|报道|消息|图文|稿件)(?:精选|集锦|汇总|荟萃|链接)$"
)
# A line that contains one of these and is short is furniture.
FURNITURE: Final = re.compile(
    r"责任编辑|责编[:：]|编辑[:：]|校对[:：]|审核[:：]|审签[:：]|签发[:：]|监制[:：]|来源[:：]|稿源[:：]|作者[:：]|供稿[:：]|浏览次数|浏览量[:：]?\d|浏览[:：]|"
    r"阅读次数|阅读量[:：]|阅读数|阅读[:：]|点击数|点击次数|点击量[:：]|点击[:：]|访问量[:：]|访问次数|访问统计|人气[:：]|点赞[:：(（]|评论[:：(（]\s*\d|收藏[:：(（]|"
    r"字号|字体[:：]|【字体|分享到|分享至|打印本页|打印文章|关闭窗口|【打印】|【关闭】|我要打印|收藏本页|加入收藏|设为首页|版权所有|版权归|[Cc]opyright|All [Rr]ights|"
    r"ICP备|备案号|备案序号|公网安备|网站标识码|技术支持|主办单位[:：]|承办单位[:：].{0,20}(?:网|信息中心)|联系电话|服务热线|举报电话|投稿邮箱|邮政编码|邮编[:：]|"
    r"电话[:：]\s*\d|传真[:：]|客服|在线咨询|扫一扫|二维码|扫码|上一版|下一版|当前位置|当前页面|您的位置|您现在的位置|所在位置|返回首页|网站首页|设为首页|"
    r"本期\d+版|上一期|下一期|版面导航|文章检索|关键字[:：]|免责声明|仅供学习|转载请|请注明出处|未经授权|未经本网|侵权|不代表本网|不代表本站|个人观点|原文链接|"
    r"https?://|www\.|发布时间[:：]|发布日期[:：]|更新时间[:：]|录入时间|成文日期[:：]|索引号|发文字号|信息来源|文章来源|新闻热线|下载APP|阅读APP|APP阅读|免费读|新人专享|新用户|客户端下载|无障碍|"
    r"共\d{1,4}页|第\d{1,4}页|上一页|下一页|尾页|末页|您是第|访客|今日访问|总访问|访问人数|在线人数|累计访问|javascript|function\s*\(|var\s+\w+\s*=|document\.|window\.|\{[^}]{0,80}:[^}]{0,80}[;}]"
)
# Footers that may run long.
LONG_FURNITURE: Final = re.compile(
    r"免责声明|仅代表作者|不代表本(?:网|站)|版权归.{0,10}所有|版权均属|转载.{0,12}(?:注明|授权|侵权|目的)|如有侵权|如涉及.{0,12}版权|未经.{0,8}授权|"
    r"ICP备|公网安备|[Cc]opyright|All [Rr]ights [Rr]eserved|function\s*\(|javascript:|document\.getElement"
)
# Vocabulary of injected advertising; two of them in a line without a full stop make the line furniture.
ADVERTISING: Final = re.compile(
    r"免费|高清|在线观看|在线播放|在线视频|国产|欧美|日韩|一区|二区|三区|无码|有码|乱码|专区|中文字幕|AV|av|精品|人妻|成人|色情|三级片|毛片|影院|影视|"
    r"美女|视频大全|激情|彩票|时时彩|开户|娱乐城|棋牌|博彩|赌|百家乐|老虎机|体育投注|下注|注册送|官网入口|app下载|APP下载|手机版下载|代孕|代开发票|"
    r"网贷|贷款秒|私服|外挂|兼职日结|加微信|加QQ|高潮|久久|超碰|午夜|福利姬|一级片|亚洲"
)
DATE_TAIL: Final = re.compile(
    r"(?:19|20)\d\d[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?(?:\s+\d{1,2}:\d\d(?::\d\d)?)?\s*[\])】]?$"
)
DATE_HEAD: Final = re.compile(
    r"^[\[(（【]?\s*(?:19|20)\d\d[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?(?:\s+\d{1,2}:\d\d(?::\d\d)?)?"
)
