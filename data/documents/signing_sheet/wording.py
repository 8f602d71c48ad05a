"""The fixed wording of the lists.

They are papers of the commune and Vietnamese in every language of the screen, so this is a table and
not a part of the catalogues.
"""

STEM = "danh-sach-giay"
"""What the file is called."""

HOUSEHOLDS_TITLE = "DANH SÁCH HỘ GIA ĐÌNH DỰ HỘI NGHỊ"
DELEGATES_TITLE = "DANH SÁCH ĐẠI BIỂU DỰ HỘI NGHỊ"
HOUSEHOLDS_COUNT = "Danh sách có {listed} hộ; đã đến khi in: {present} hộ."
DELEGATES_COUNT = "Danh sách có {listed} đại biểu; đã đến khi in: {present} đại biểu."
WALK_INS_COUNT = "Ngoài danh sách: {walk_ins}."
SAMPLE = "MẪU, TÊN HƯ CẤU"
PAGE = "{page}/{pages}"
DOTS = "......"
HEAD_CAME = "Chủ hộ"
MORE_PEOPLE = "{people} người"

# Heading and width in millimetres. Together: what A4 across leaves between its margins.
HOUSEHOLD_COLUMNS = (
    ("STT", 12.0),
    ("Số thẻ", 16.0),
    ("Họ và tên", 63.0),
    ("Năm sinh", 17.0),
    ("Xóm/Tổ", 26.0),
    ("Người dự (quan hệ)", 48.0),
    ("Giờ đến", 18.0),
    ("Ký tên", 38.0),
    ("Ghi chú", 27.0),
)
DELEGATE_COLUMNS = (
    ("STT", 12.0),
    ("Số thẻ", 16.0),
    ("Họ và tên", 60.0),
    ("Chức vụ", 52.0),
    ("Đơn vị", 65.0),
    ("Có mặt", 20.0),
    ("Ký tên", 40.0),
)
CENTRED = frozenset({"STT", "Số thẻ", "Năm sinh", "Giờ đến", "Có mặt"})
BOLD = frozenset({"Số thẻ", "Họ và tên"})
