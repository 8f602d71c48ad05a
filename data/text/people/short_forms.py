"""How offices and bodies are shortened in lists: UBND, MTTQ, HTX."""

SHORT_FORMS = {
    "mttqvn": "mặt trận tổ quốc", "mttq": "mặt trận tổ quốc", "ubmttq": "mặt trận tổ quốc", "mt": "mặt trận",
    "ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân", "hdnd": "hội đồng nhân dân", "ca": "công an",
    "ctmt": "công tác mặt trận", "bctmt": "ban công tác mặt trận", "bctđ": "ban chấp hành",
    "btt": "ban thường trực", "đu": "đảng ủy", "kdc": "khu dân cư", "ccb": "cựu chiến binh",
    "hnd": "hội nông dân", "hpn": "hội phụ nữ", "lhpn": "phụ nữ", "hlhpn": "hội phụ nữ",
    "chqs": "chỉ huy quân sự", "bchqs": "ban chỉ huy quân sự", "nct": "người cao tuổi", "ctđ": "chữ thập đỏ",
    "tnxp": "thanh niên xung phong", "vhxh": "văn hóa xã hội", "tbxh": "thương binh xã hội",
    "lđtbxh": "lao động thương binh xã hội", "tdp": "tổ dân phố",
    "đtn": "đoàn thanh niên", "tncs": "thanh niên", "tncshcm": "thanh niên",
}  # fmt: skip
"""Each short form in small letters, and the words that a list of guests means by it."""
