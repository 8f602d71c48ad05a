"""Which words could be Vietnamese, and which are common in names: what old and damaged text is judged by."""

import re
import unicodedata
from functools import lru_cache

# The syllables of Vietnamese without tones: onset, vowels, final consonant.
_SYLLABLE = re.compile(
    "(?:ngh|ng|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?"
    "(?:iêu|yêu|uôi|ươi|ươu|uyê|oai|oay|oao|oeo|uây|uya|uyu|iê|yê|uô|ươ|uâ|uê|uy|uơ|oa|oă|oe|ai|ao|au|ay"
    "|âu|ây|eo|êu|ia|iu|oi|oo|ôi|ơi|ua|ui|ưa|ưi|ưu|[aăâeêioôơuưy])"
    "(ng|nh|ch|[cmnpt])?"
)
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_STOPS = frozenset({"c", "ch", "p", "t"})
_SHARP = frozenset({"\u0301", "\u0323"})
FAMILY_NAMES = frozenset(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn trịnh mai tô lưu cao"
    " tạ đào hà lương vương lại khúc quách phùng trương từ chu châu kiều thái tống thân hứa nghiêm doãn la lâm"
    " mạc ninh đàm giang quản tăng viên thạch triệu nông lò cù cấn khổng lục ngụy nhâm tòng ưng âu bế bàn"
    " bạch chử diệp hán kim lã lăng mã phí phương sầm tiêu tôn trang uông văn vi đậu đới hàn khương mông".split()
)
"""Family names, of which a few thousand Vietnamese in every list bear one."""

_USUAL = FAMILY_NAMES | frozenset(
    "thị văn đình đức hữu công xuân ngọc quang minh thế bá duy đăng mạnh trọng viết khắc tiến quốc thanh kim"
    " thu hồng mỹ bích thúy thùy kiều diệu an anh ánh ân bảo bằng bích bình cảnh cẩm chi chiến chính cúc cường"
    " dân diễm dũng duyên dung đạt điệp định độ đông gấm gái giang hà hải hạnh hào hảo hằng hân hậu hiên hiền"
    " hiếu hiệp hoa hòa hoài hoan hoạch hội hợi hợp hồng huân huấn huệ huy hùng hưng hương hường khánh khải"
    " khang khiêm khoa khôi khuê kiên kỳ kỷ lan lành lân lệ liên liễu linh loan long lộc lợi luân luyện lý mai"
    " mẫn mậu mão mến miên mùi na nam nga ngà ngân nghĩa nghị ngoan nguyên nguyệt ngữ nhàn nhã nhân nhâm nhật"
    " nhi nhung như nhẫn nhuận ninh oanh phát phi phong phú phúc phước phương phượng quân quảng quế quý quyên"
    " quyền quyết quỳnh sáng sâm sen sinh sỹ sơn sửu sự tài tám tạo tâm tân tấn tần thái thao thảo thắm thắng"
    " thân thành thạch thêm thìn thiện thiệp thịnh thoa thoại thoan thơ thơm thông thuận thuật thục thuyết"
    " thư thường thương thức tiên tiệp tiếp tín tình toàn toán toản tranh trang trâm trí triều trinh trình trúc"
    " trung trường trữ tuân tuấn tuất tuệ tuyên tuyến tuyền tuyết tư tường tứ tý tỵ tùng uyên vân vĩnh vinh"
    " vượng vững xuyến yên yến ý xóm thôn tổ đội khu ấp bản cụm đình chùa đông đoài nam bắc tây trung thượng"
    " hạ tân mới chợ trại làng phố đường ngõ số dân cầu miếu giữa trên dưới trong ngoài hộ và tên họ năm"
    " chủ tịch phó trưởng bí thư ủy ban viên".split()
)


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
    if found is None:
        return False
    # A syllable that ends in a stop has one of the two short tones.
    return found[1] not in _STOPS or not marks or marks[0] in _SHARP


@lru_cache(16_384)
def is_usual(word: str) -> bool:
    """Whether ``word``, with its marks, is one that names of people and hamlets are made of."""
    return word.lower() in _USUAL


def is_family_name(word: str) -> bool:
    """Whether ``word``, with its marks, is a family name."""
    return word.lower() in FAMILY_NAMES
