"""Which words could be Vietnamese, and which are common in names: what old and damaged text is judged by."""

import re
import unicodedata
from functools import lru_cache

from data.text.fold import fold

# The syllables of Vietnamese without tones: onset, and either vowels that end the syllable or vowels
# that may have a final consonant.
_SYLLABLE = re.compile(
    "(?:ngh|ng|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?"
    "(?:(?P<open>iêu|yêu|uôi|ươi|ươu|oai|oay|oao|oeo|uây|uya|uyu|ai|ao|au|ay|âu|ây|eo|êu|ia|iu|oi|ôi|ơi|ua|ui|ưa|ưi|ưu)"
    "|(?:oa|uê|uy|[aêiy])(?:nh|ch)|oo(?:ng|c)"
    "|(?:uyê|iê|yê|uô|ươ|uâ|uê|uy|uơ|oa|oă|oe|[aăâeêioôơuưy])(?:ng|[cmnpt])?)"
)
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_STOPS = ("c", "ch", "p", "t")
_SHARP = frozenset({"\u0301", "\u0323"})
_FAMILIES = """
bàn bùi bạch bế cao chu châu chử cù cấn diệp doãn dương giang hoàng huỳnh hà hàn hán hồ hứa khúc khương
khổng kim kiều la lâm lã lê lò lý lăng lưu lương lại lục mai mã mông mạc nghiêm nguyễn ngô ngụy nhâm
ninh nông phan phí phùng phương phạm quách quản sầm thái thân thạch tiêu trang triệu trương trần trịnh
tòng tô tôn tăng tạ tống từ uông vi viên võ văn vũ vương âu đinh đoàn đàm đào đậu đặng đỗ đới ưng
"""
_OTHERS = """
an anh ban bá bình cộng bí bích bản bảo bắc bằng chi chiến chính chùa chợ chủ công cúc cường cảnh cầu cẩm cụm
diễm diệu dung duy duyên dân dũng dưới giữa gái gấm hiên hiếu hiền hiệp hoa hoan hoài hoạch huy huân
huấn huệ hào hân hòa hùng hưng hương hường hạ hạnh hải hảo hậu hằng họ hồng hộ hội hợi hợp hữu khang
khiêm khoa khu khuê khánh khôi khải khắc kiên kỳ kỷ lan linh liên liễu loan long luyện luân làng lành
lân lệ lộc lợi minh miên miếu mão mùi mạnh mẫn mậu mến mới mỹ na nam nga nghĩa nghị ngoan ngoài nguyên
nguyệt ngà ngân ngõ ngọc ngữ nhi nhung nhuận nhàn nhân nhã như nhẫn nhật năm oanh phi phong phát phó phú
phúc phước phượng phố quang quyên quyết quyền quân quý quảng quế quốc quỳnh sen sinh sáng sâm sơn số sửu
sự sỹ thanh thao thiện thiệp thoa thoan thoại thu thuyết thuận thuật thành thêm thìn thôn thông thùy
thúy thủy thơ thơm thư thương thường thượng thảo thắm thắng thế thị thịnh thục thức tiên tiến tiếp tiệp toàn
toán toản tranh trinh triều trong trung trâm trên trình trí trúc trường trưởng trại trọng trữ tuyên
tuyến tuyết tuyền tuân tuấn tuất tuệ tài tám tâm tân tây tên tình tín tùng tý tư tường tạo tấn tần tịch
tổ tứ tỵ uyên vinh viết và vân vĩnh vượng vững xuyến xuân xóm yên yến ánh ân ý điệp đoài đình đông đăng
đường đạt định độ đội đức ấp ủy
"""
_LATE_TONES = {
    late: early
    for lates, earlies in (("oà oả oã oá oạ", "òa ỏa õa óa ọa"), ("oè oẻ oẽ oé oẹ", "òe ỏe õe óe ọe"),
                           ("uỳ uỷ uỹ uý uỵ", "ùy ủy ũy úy ụy"))
    for late, early in zip(lates.split(), earlies.split(), strict=True)
}  # fmt: skip
FAMILY_NAMES = frozenset(_FAMILIES.split())
"""Family names, of which a few thousand Vietnamese in every list bear one."""
_PLAIN_FAMILIES = frozenset(map(fold, FAMILY_NAMES))
_USUAL = FAMILY_NAMES | frozenset(_OTHERS.split())


def plausible(word: str) -> bool:
    """Whether ``word`` could be one Vietnamese syllable."""
    return _is_plausible(word.lower())


@lru_cache(16_384)
def _is_plausible(word: str) -> bool:
    apart = unicodedata.normalize("NFD", word)
    marks = _TONE.findall(apart)
    if len(marks) > 1:
        return False
    found = _SYLLABLE.fullmatch(unicodedata.normalize("NFC", _TONE.sub("", apart)))
    if found is None or not marks:
        return found is not None
    if found["open"]:
        # "Hải", "Thoại", "Hữu": never on the last vowel, which old codes put their marks behind.
        return not _TONE.search(unicodedata.normalize("NFD", word[-1]))
    # A syllable that ends in a stop has one of the two short tones.
    return not word.endswith(_STOPS) or marks[0] in _SHARP


@lru_cache(16_384)
def is_usual(word: str) -> bool:
    """Whether ``word``, with its marks, is one that names of people and hamlets are made of.

    "Hoà" and "Thuý" are "Hòa" and "Thúy": the tone stood on the last vowel when many lists were typed.
    """
    small = word.lower()
    return small in _USUAL or (small[-2:] in _LATE_TONES and small[:-2] + _LATE_TONES[small[-2:]] in _USUAL)


def is_plain_family_name(word: str) -> bool:
    """Whether ``word``, typed without any mark, is a family name."""
    return word.isascii() and word.lower() in _PLAIN_FAMILIES


def is_family_name(word: str) -> bool:
    """Whether ``word``, with its marks, is a family name."""
    return word.lower() in FAMILY_NAMES
