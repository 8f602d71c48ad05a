#!/bin/sh
# Installs the program from this folder, without network: sh cai-dat.sh
set -eu
kit=$(cd "$(dirname "$0")" && pwd)
place="${XDG_DATA_HOME:-$HOME/.local/share}/le-ra-mat"
python=""
for version in @@VERSIONS@@; do
    if [ -z "$python" ] && command -v "python$version" >/dev/null 2>&1; then python="python$version"; fi
done
if [ -z "$python" ]; then
    echo "Chưa cài được: máy này chưa có Python bản @@VERSIONS@@." >&2
    exit 1
fi
echo "Đang cài chương trình, không cần mạng..."
[ -x "$place/bin/python" ] || "$python" -m venv "$place"
pip="$place/bin/python -m pip install --quiet --disable-pip-version-check --no-index"
$pip --find-links "$kit/wheels" "le-ra-mat@@EXTRA@@"
$pip --find-links "$kit/wheels" --force-reinstall --no-deps le-ra-mat
"$place/bin/python" -c "import le_ra_mat.main, tui.shell.app"
echo "Đang diễn tập một buổi lễ trên bản nháp để thử máy..."
# What a rehearsal finds is said; the program is installed all the same.
doubt=""
"$place/bin/le-ra-mat" rehearse || doubt=yes
mkdir -p "$HOME/.local/bin"
ln -sf "$place/bin/le-ra-mat" "$HOME/.local/bin/le-ra-mat"
if [ -n "$doubt" ]; then
    echo "Diễn tập thấy có chỗ chưa chạy trên máy này: chụp ảnh các dòng có dấu ✖ gửi cho người đã đưa thư mục cài đặt."
fi
echo "XONG. Mở chương trình bằng lệnh: $HOME/.local/bin/le-ra-mat"
