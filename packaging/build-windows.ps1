# Builds dist\Dateline-VERSION-setup.exe on Windows, with Python 3.11 or newer and Inno Setup 6 (iscc on the PATH).
# Written to be complete, but not yet run: it needs Windows.
$ErrorActionPreference = "Stop"
$PSNativeCommandUseErrorActionPreference = $true
Set-Location (Split-Path $PSScriptRoot)
$python = ".venv\Scripts\python.exe"
if (-not (Test-Path $python)) { py -3 -m venv .venv }
foreach ($pins in "pip", "requirements", "requirements-build") {
    & $python -m pip install --quiet --require-hashes -r "packaging\$pins.txt"
}
& $python -m pip install --quiet --no-deps --no-build-isolation --editable .
New-Item -ItemType Directory -Force build | Out-Null
& $python packaging\icons.py build\dateline.ico
& $python -m PyInstaller --noconfirm --clean --distpath dist --workpath build\pyinstaller packaging\dateline.spec
& dist\dateline\dateline-cli.exe demo --no-window -o build\timeline.png
$env:DATELINE_VERSION = & $python -c "import dateline; print(dateline.__version__)"
iscc packaging\dateline.iss
