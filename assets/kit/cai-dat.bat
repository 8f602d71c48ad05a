@echo off
rem Cai dat chuong trinh Le Ra Mat tu thu muc nay, khong can mang. (Installs from this folder, without network.)
chcp 65001 >nul
setlocal
title Le Ra Mat
set "KIT=%~dp0"
set "PLACE=%LOCALAPPDATA%\Programs\Le ra mat"
set "PY="
set "SETUP="

for %%V in (@@VERSIONS@@) do call :look %%V
if defined PY goto found

for %%F in ("%KIT%python-3*amd64.exe") do set "SETUP=%%~fF"
if not defined SETUP goto nopython
echo Máy này chưa có Python. Đang cài Python từ thư mục này, khoảng một phút...
start /wait "" "%SETUP%" /quiet InstallAllUsers=0 InstallLauncherAllUsers=0 Include_launcher=1 Include_test=0
for %%V in (@@VERSIONS@@) do call :look %%V
if not defined PY goto nopython

:found
echo Đang cài chương trình vào máy. Không cần mạng, khoảng một phút...
rem What was installed before may stand on a Python that is gone: then it is made anew.
"%PLACE%\Scripts\python.exe" -c "" >nul 2>nul
if errorlevel 1 %PY% -m venv --clear "%PLACE%"
if errorlevel 1 goto failed
set "PIP=-m pip install --quiet --disable-pip-version-check --no-index"
"%PLACE%\Scripts\python.exe" %PIP% --find-links "%KIT%wheels" "le-ra-mat@@EXTRA@@"
if errorlevel 1 goto failed
"%PLACE%\Scripts\python.exe" %PIP% --find-links "%KIT%wheels" --force-reinstall --no-deps le-ra-mat
if errorlevel 1 goto failed
"%PLACE%\Scripts\python.exe" -c "import le_ra_mat.main, tui.shell.app"
if errorlevel 1 goto failed
echo Đang diễn tập một buổi lễ trên bản nháp để thử máy...
rem What a rehearsal finds is said; the program is installed all the same.
set "DOUBT="
"%PLACE%\Scripts\le-ra-mat.exe" rehearse
if errorlevel 1 set "DOUBT=1"

set "LINK=$w=New-Object -ComObject WScript.Shell; $d=[Environment]::GetFolderPath('Desktop')"
set "LINK=%LINK%; $s=$w.CreateShortcut((Join-Path $d 'Le ra mat.lnk')); $s.TargetPath=$env:PLACE+'\Scripts\le-ra-mat.exe'"
powershell -NoProfile -Command "%LINK%; $s.Save()" >nul 2>nul
echo.
if errorlevel 1 echo XONG. Không đặt được biểu tượng; mở bằng cách bấm đúp: "%PLACE%\Scripts\le-ra-mat.exe"
if not errorlevel 1 echo XONG. Trên màn hình Windows có biểu tượng "Le ra mat". Bấm đúp để mở.
if defined DOUBT echo Diễn tập thấy có chỗ chưa chạy trên máy này: chụp ảnh các dòng có dấu ✖ gửi cho người đã đưa thư mục cài đặt.
echo Bây giờ bấm một phím bất kỳ, chương trình sẽ mở ra.
pause >nul
start "" "%PLACE%\Scripts\le-ra-mat.exe"
exit /b 0

:look
if defined PY exit /b 0
set "V=%1"
set "HERE=%LOCALAPPDATA%\Programs\Python\Python%V:.=%\python.exe"
py -%V% -c "import sys, venv; sys.exit(sys.maxsize < 2**32)" >nul 2>nul
if not errorlevel 1 set "PY=py -%V%"
if defined PY exit /b 0
if exist "%HERE%" set PY="%HERE%"
exit /b 0

:nopython
echo.
echo CHƯA CÀI ĐƯỢC: máy này chưa có Python (64 bit) bản @@VERSIONS@@.
echo Ở một máy có mạng, vào python.org, mục Downloads, Windows, tải tệp "Windows installer (64-bit)"
echo của bản ấy (tên như python-3.13.1-amd64.exe), chép vào cạnh tệp cai-dat.bat này,
echo rồi bấm đúp cai-dat.bat lần nữa.
pause
exit /b 1

:failed
echo.
echo CHƯA CÀI ĐƯỢC. Nếu chương trình Le ra mat đang mở thì đóng lại, rồi bấm đúp cai-dat.bat lần nữa.
echo Nếu vẫn không được: chụp ảnh cửa sổ này gửi cho người đã đưa thư mục cài đặt.
pause
exit /b 1
