"""Checkable facts about a text in Chinese or English, for the SMART check (requirement P4).

Nothing is guessed: a text is too short, unfinished, names a figure or a means, or it does not.

>>> is_vague("提高客户满意度"), names_figure("提高客户满意度"), names_means("提高客户满意度")
(True, False, False)
>>> names_figure("Reach 90 points by 2024"), names_means("Reach 90 points by 2024")
(True, False)
"""

import re
from unicodedata import east_asian_width, normalize

_HAN = r"[\u4e00-\u9fff]"

# --- Unfinished texts ---

_UNFINISHED = re.compile(
    r"""
    \b(?:tbd|tba|tbc|fixme|lorem\ ipsum|asdf\w*|qwerty\w*)\b
    | \btodo\b(?!\s*(?:list|item|app))
    | \bto\ be\ (?:defined|determined|decided|confirmed|added|completed|filled)\b
    | \bx{2,}\b                                     # XX %, but no 5xx errors and no size XXL
    | \.{3,} | 。{2,} | \?{2,} | __+                # an ellipsis is three dots by now
    | [\[({【<]\s*[\])}】>]                         # empty brackets
    | (?:待定|待(?:填写?|补充?|完善|确定)|未定)(?!HAN)   # 等待定价 is fine
    | ([a-z])\1{3,} | (HAN)\2{2,} | ([^\w\s.?])\3{3,}
    """.replace("HAN", _HAN),
    re.VERBOSE | re.ASCII,
)
_REPEATED = re.compile(r"(.{1,4}?)\1{2,}")
_FILLERS = frozenset(
    """
    test|tests|testing|test goal|goal|new goal|my goal|name|none|nothing|no|n a|na|nil|null|same
    ditto|see above|as above|abc|asd|blah|foo|bar|sample|example
    测试|测试目标|目标|新目标|无|没有|暂无|略|同上|如上|见上|不知道|随便
    """.replace("\n", "|")
    .replace("  ", "")
    .split("|")
)

# --- Slogans ---

_VAGUE_VERBS = (
    "improv|enhanc|strengthen|increas|boost|rais|optimi[sz]|promot|support|ensur|reinforc|foster"
    "|driv|elevat|upgrad|deepen|advanc|reduc|decreas|lower|maximi[sz]|minimi[sz]|grow|develop"
    "|accelerat|rationali[sz]"
)
_VAGUE_HAN = (
    "提高|加强|提升|改善|优化|增强|强化|改进|促进|推动|推进|完善|深化|加大|加快|降低|减少"
    "|保证|保障|确保|做好|落实|抓好|搞好"
)
_ENDS = " ,.!:;。、"
_LEAD = re.compile(rf"^[{_ENDS}]*(?:(?:in|by|until|during)\b|[在于到])?[{_ENDS}]*")  # in Q3, …
_ADVERB_HAN = (
    "进一步|不断|持续|努力|大力|全面|切实|继续|积极|着力|有效|显著|稳步|逐步|快速|大幅|力争|争取"
    "|十分|非常|地"
)
_SLOGAN = r"""
    \b(?:work\ hard(?:er)?|(?:do|try|give)\ (?:my|our|your)\ (?:very\ )?best|be\ (?:the\ )?best
      |customers?\ first|(?:strive\ for|pursue)\ excellence|go\ the\ extra\ mile)\b
    | (?:努力|认真|好好|踏实)工作 | (?:尽心)?尽力(?:而为)? | 尽职尽责 | 全力以赴
    | (?:客户|顾客|用户)至上 | 追求卓越 | 再创辉煌 | 争创一流 | 做到最好 | 以客户为中心
"""
_VAGUE = re.compile(
    rf"""
    ^(?:to\s+|we\s+(?:will|shall|must|want\s+to)\s+|\w+ly\s+|further\s+)*
     (?:(?:{_VAGUE_VERBS})(?:e|es|ed|s|ing|ement|ment)?|better|higher|greater|more|focus\s+on|work\s+on)\b
    | {_SLOGAN}
    | ^(?:{_ADVERB_HAN})*(?:{_VAGUE_HAN})
    | (?:{_VAGUE_HAN})$
    """,
    re.VERBOSE | re.ASCII,
)
_SLOGANS = re.compile(_SLOGAN, re.VERBOSE | re.ASCII)

# --- Figures and times ---

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_TIME = re.compile(
    rf"""
    20[0-4]\d[-/.]\d{{1,2}}(?:[-/.]\d{{1,2}})?
    | 20[0-4]\d\s*年?度?
    | 第?\s*[1-4一二三四]\s*季度 | \d{{1,2}}\s*月[份底初末]?(?:\s*\d{{1,2}}\s*[日号])?
    | \b(?:q[1-4]|h[12]|fy\s?\d{{2,4}})\b
    | \b{_MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b
    | \b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b
    """,
    re.VERBOSE | re.ASCII,
)
_FIGURE = re.compile(
    r"""
    (?<![a-z])\d
    | \b(?:zero|halv\w+|half|doubl\w+|tripl\w+|twice|percent|hundred|thousand|million)\b
    | 百分之 | 翻(?:一|两)?[番倍] | 减半 | 一半 | 零(?=投诉|事故|差错|缺陷|失误) | [为到至归清]零
    | [二三四五六七八九十百千万两]+(?:个|次|名|件|家|倍|成|天|小时|篇|项|元)
    """,
    re.VERBOSE | re.ASCII,
)

# --- Means ---

# What follows "by" or "through" without being a means: by 10 %, by the end of March, by half.
_NO_MEANS = rf"""
    (?:\d|(?:q[1-4]|h[12]|fy\w*|{_MONTH}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|spring|summer
      |autumn|fall|winter|christmas|year|month|week|quarter|next|this|last|end|half|double|twice
      |a\ (?:half|third|quarter|fifth|tenth|factor)|one|two|three|four|five|ten|tomorrow|today|now
      |eoy|at\ least|up\ to|more\ than|less\ than|about|around|to
      |(?:mid|early|late)[\s-](?:\d|q[1-4]|{_MONTH}|next|this|year|spring|summer|autumn|winter)
      |the\ (?:end|beginning|start|close|year|quarter|month|week|first|second|third|fourth|last
             |next|due|deadline|following))\b)
"""
_MEANS = re.compile(
    rf"""
    \b(?:via|using|leveraging|by\ means\ of|with\ the\ help\ of|thanks\ to)\s+\S
    | \b(?:by|through)\s+(?!{_NO_MEANS})(?:an?\s+)?[a-z]{{2}}
    | (?:通过|借助|利用|依托|依靠|采用|运用|凭借|使用)(?!率|数|量|者)  # 通过率 is a rate
      (?!(?:验收|考试|审核|评审|认证|测试)(?!{_HAN}))\s*\S{{2}}
    | 以[^,。;]{{2,40}}?(?:方式|方法|手段|形式)
    """,
    re.VERBOSE | re.ASCII,
)

# Means that are none: effort and will say nothing about the way.
_EFFORT = re.compile(
    rf"""
    \b(?:by|through|via|using|with)\s+(?:(?:our|my|their|your|the|more|even)\s+)*
      (?:(?:work|try)ing\s+(?:very\s+|even\s+)?(?:hard(?:er)?|better|more)|hard\s+work
        |(?:doing|giving|trying)\s+(?:(?:our|my|your|the|their)\s+)*(?:(?:very\s+)?best|utmost)
        |(?:best|great(?:er)?|more|every|all|full|continuous|constant|joint|own)?\s*efforts?
        |(?:dedication|diligence|commitment|motivation|perseverance|determination)
        |(?:good|better|close|closer|more)\s+(?:team\s*work|work|cooperation|collaboration))\b
      (?!\s+(?:in|on|with|of|between|for|from)\s)
      (?:\s+(?:and|with)\s+(?:dedication|diligence|commitment|motivation|team\s*work|effort)\b)*
    | (?:通过|凭借|依靠|借助)[^,。;]{{0,8}}?
      (?:(?:{_ADVERB_HAN})+(?:工作|奋斗|拼搏|提升|提高|改进|改善|进步|学习)?
        |(?:努力|奋斗|拼搏|勤奋)(?:工作)?|(?:加强|强化|完善|改进|优化|提升|提高)(?:内部|各项)?(?:管理|工作))
      (?=提高|提升|改善|加强|增强|实现|完成|达到|使|将|把|来|[,。;]|$)
    """,
    re.VERBOSE | re.ASCII,
)

# Beside a clause with a figure, one that begins with a deed says how: 引入检测设备，将不良率降至1%.
_CLAUSE = re.compile(r"[,。;:]")
_DEED_HAN = re.compile(
    rf"""
    ^(?:并|再|同时|先|每[天日周月季]度?|[一二三四五六七八九十两\d]+(?:天|周|个月|月)[内前]?|定期)*
    (?:引入|引进|推行|推广|建立|建设|搭建|构建|组织|开展|实施|召开|举办|制定|编制|设立|增设|部署|上线
      |培训|开发|改造|更换|梳理|拜访|回访|走访|培养|招聘|简化|优化|重构|改进|推出|启用|安排
      |用(?!户|途|量|工|时|人|品|于|例|餐))
    (?=.*{_HAN}.*{_HAN}).{{4,}}
    """,
    re.VERBOSE | re.ASCII,
)

# "Goals reviewed by managers" says who acts, not how the goal is reached.
_ACTOR = re.compile(
    r"\b(?:read|used|seen|made|done|given|written|signed|rated|checked|reviewed|approved|confirmed"
    r"|reported|requested|placed)\s+by\b"
)


# What a reason may consist of without giving one.
_EMPTY_REASON = re.compile(
    r"""
    \b(?:because|since|as|it|this|that|the|a|an|is|are|be|was|will|very|so|really|extremely|quite
      |highly|most|too|and|also|of|to|for|in|on|my|our|your|us|me|we|i|goal|target|task|topic
      |important|importance|matters?|necessary|needed?|essential|crucial|critical|key|relevant|vital
      |great|big|high|significant|good|useful|company|department|team|business|everybody|everyone
      |boss|manager|management|leader|says?|said|wants?|wanted|asked|told|required|must|have|has)\b
    | 因为|由于|所以|非常|十分|特别|极其|相当|很|最|重要性?|意义|重大|关键|必要|需要|必须|有|是
    | 对于?|于|这个?|该|此|本|我们?|咱们|公司|部门|团队|企业|业务|大家|目标|任务|工作|领导|上级
    | 经理|老板|要求|安排|指定|规定|的|地|得|而言|来说|说|也|都|且|并|和|与|它|之|一项|一个
    """,
    re.VERBOSE | re.ASCII,
)


def _plain(text: str) -> str:
    # Full-width and half-width characters are one, letters are small, one space stands between.
    return " ".join(normalize("NFKC", text).casefold().split())


def _key(text: str) -> str:
    return "".join(character for character in _plain(text) if character.isalnum())


def width(text: str) -> int:
    """Return the length of a text; a Chinese character says about as much as two letters.

    >>> width("  sales   plan "), width("销售计划")
    (10, 8)
    """
    return sum(2 if east_asian_width(one) in "WF" else 1 for one in _plain(text))


def is_unfinished(text: str) -> bool:
    """Return whether a text contains a mark that something is still to be written.

    >>> is_unfinished("Reach XX %"), is_unfinished("目标值待定"), is_unfinished("缩短等待定价时间")
    (True, True, False)
    """
    return bool(_UNFINISHED.search(_plain(text)))


def is_filled(text: str) -> bool:
    """Return whether a text says something: not blank, unfinished, nor a mere filler.

    >>> is_filled("Test coverage of the core"), is_filled("test 1"), is_filled("...")
    (True, False, False)
    """
    plain, key = _plain(text), _key(text)
    filler = re.sub(r"[\W\d_]+", " ", plain).strip() in _FILLERS
    repeated = _REPEATED.fullmatch(key)
    return bool(key) and not (filler or repeated or is_unfinished(text))


def is_vague(text: str) -> bool:
    """Return whether a text begins or ends with a verb that promises nothing, or is a slogan.

    A time does not make it less vague.

    >>> is_vague("Continuously improve quality"), is_vague("9月底提升服务"), is_vague("Sell")
    (True, True, False)
    """
    timeless = _TIME.sub(" ", _plain(text))
    return bool(_VAGUE.search(_LEAD.sub("", timeless).rstrip(_ENDS)))


def names_figure(text: str) -> bool:
    """Return whether a text names a figure that is not a date.

    >>> names_figure("Improve service in Q3 2024"), names_figure("投诉减半")
    (False, True)
    """
    return bool(_FIGURE.search(_TIME.sub(" ", _plain(text))))


def names_means(text: str) -> bool:
    """Return whether a text says how something is reached: by doing, using, 通过, 以…方式.

    >>> names_means("Cut errors by 10 % by May"), names_means("Cut errors by pair reviews")
    (False, True)
    >>> names_means("提高产品通过率"), names_means("以师徒结对的方式培训新人")
    (False, True)
    >>> names_means("Raise sales by working harder"), names_means("引入检测设备，将不良率降至1%")
    (False, True)
    """
    plain = _EFFORT.sub(" ", _ACTOR.sub(" ", _plain(text)))
    return bool(_MEANS.search(plain)) or _names_deed(plain)


def _names_deed(plain: str) -> bool:
    clauses = [one.strip() for one in _CLAUSE.split(plain)]
    deeds = [bool(_DEED_HAN.search(one)) for one in clauses]
    outcomes = [bool(_FIGURE.search(_TIME.sub(" ", one))) for one in clauses]
    return any(
        deed and any(outcomes[:place] + outcomes[place + 1 :]) for place, deed in enumerate(deeds)
    )


def without_slogans(text: str) -> str:
    """Return a text without what promises effort only.

    >>> without_slogans("Work hard, daily calls"), without_slogans("认真工作")
    (' , daily calls', ' ')
    """
    return _SLOGANS.sub(" ", _plain(text))


def says_only_important(text: str) -> bool:
    """Return whether a reason says that something matters, or who wants it, but not why.

    >>> says_only_important("It is very important for us"), says_only_important("Repeat orders")
    (True, False)
    >>> says_only_important("对公司非常重要"), says_only_important("复购收入占六成")
    (True, False)
    """
    return not _key(_EMPTY_REASON.sub(" ", _plain(text)))


def beyond(text: str, other: str) -> int:
    """Return how much a text says beyond another one; 0 if it is only a part of that.

    >>> beyond("Improve sales!", "improve sales"), beyond("Improve sales or close", "Improve sales")
    (0, 7)
    """
    key, known = _key(text), _key(other)
    return 0 if key in known else width(key.replace(known, "") if known else key)
