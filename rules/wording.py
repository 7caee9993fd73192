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
_VAGUE = re.compile(
    rf"""
    ^(?:to\s+|we\s+(?:will|shall|must|want\s+to)\s+|\w+ly\s+|further\s+)*
     (?:(?:{_VAGUE_VERBS})(?:e|es|ed|s|ing|ement|ment)?|better|higher|greater|more|focus\s+on|work\s+on)\b
    | \b(?:work\ hard(?:er)?|do\ (?:my|our|your)\ best|be\ (?:the\ )?best|customers?\ first
         |(?:strive\ for|pursue)\ excellence|go\ the\ extra\ mile)\b
    | ^(?:{_ADVERB_HAN})*(?:{_VAGUE_HAN})
    | (?:{_VAGUE_HAN})$
    | (?:努力|认真|好好|踏实)工作 | 尽力 | 尽职尽责 | (?:客户|顾客|用户)至上 | 追求卓越 | 再创辉煌
    | 争创一流 | 做到最好 | 以客户为中心
    """,
    re.VERBOSE | re.ASCII,
)

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
    | 百分之 | 翻(?:一|两)?[番倍] | 减半 | 一半 | 零(?=投诉|事故|差错|缺陷|失误)
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
    | \b(?:by|through)\s+(?!{_NO_MEANS})[a-z]{{2}}
    | (?:通过|借助|利用|依托|采用|运用|凭借|使用)(?!率|数|量|者)      # 通过率 is a rate
      (?!(?:验收|考试|审核|评审|认证|测试)(?!{_HAN}))\s*\S{{2}}
    | 以[^,。;]{{2,40}}?(?:方式|方法|手段|形式)
    """,
    re.VERBOSE | re.ASCII,
)


# "Goals reviewed by managers" says who acts, not how the goal is reached.
_ACTOR = re.compile(
    r"\b(?:read|used|seen|made|done|given|written|signed|rated|checked|reviewed|approved|confirmed"
    r"|reported|requested|placed)\s+by\b"
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
    """
    return bool(_MEANS.search(_ACTOR.sub(" ", _plain(text))))


def beyond(text: str, other: str) -> int:
    """Return how much a text says beyond another one; 0 if it is only a part of that.

    >>> beyond("Improve sales!", "improve sales"), beyond("Improve sales or close", "Improve sales")
    (0, 7)
    """
    key, known = _key(text), _key(other)
    return 0 if key in known else width(key.replace(known, "") if known else key)
