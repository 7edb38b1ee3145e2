; Inno Setup 6 script for Windows: an installer for the folder that PyInstaller makes there.
; Written to be complete, but not yet built: it needs Windows. See packaging/README.md.
#define Name "Dateline"
#define Version GetEnv("DATELINE_VERSION")
#if Version == ""
  #error Set DATELINE_VERSION, or run packaging\build-windows.ps1, which does
#endif

[Setup]
AppId={{B0F0C5B6-5E59-4C0E-9E0B-1D6E0E6A7D51}
AppName={#Name}
AppVersion={#Version}
AppPublisher=The Dateline developers
DefaultDirName={autopf}\{#Name}
DefaultGroupName={#Name}
DisableProgramGroupPage=yes
LicenseFile=..\LICENSE
OutputDir=..\dist
OutputBaseFilename=Dateline-{#Version}-setup
SetupIconFile=..\build\dateline.ico
UninstallDisplayIcon={app}\Dateline.exe
Compression=lzma2
SolidCompression=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ChangesAssociations=yes
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked

[Files]
Source: "..\dist\dateline\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\{#Name}"; Filename: "{app}\Dateline.exe"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\Dateline.exe"; Tasks: desktopicon

[Registry]
; The library belongs to Dateline; for articles it is offered under "Open with", and changes no default.
Root: HKA; Subkey: "Software\Classes\.dateline"; ValueType: string; ValueData: "Dateline.Library"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.dateline"; ValueName: "Content Type"; ValueType: string; ValueData: "application/vnd.dateline.library"
Root: HKA; Subkey: "Software\Classes\Dateline.Library"; ValueType: string; ValueData: "Dateline library"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Dateline.Library\DefaultIcon"; ValueType: string; ValueData: "{app}\Dateline.exe,0"
Root: HKA; Subkey: "Software\Classes\Dateline.Library\shell\open\command"; ValueType: string; ValueData: """{app}\Dateline.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\Applications\Dateline.exe"; ValueName: "FriendlyAppName"; ValueType: string; ValueData: "Dateline"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\Dateline.exe\shell\open\command"; ValueType: string; ValueData: """{app}\Dateline.exe"" ""%1"""
#define Supported(str Suffix) 'Root: HKA; Subkey: "Software\Classes\Applications\Dateline.exe\SupportedTypes"; ValueName: "' + Suffix + '"; ValueType: string; ValueData: ""'
#emit Supported(".html")
#emit Supported(".htm")
#emit Supported(".mhtml")
#emit Supported(".txt")
#emit Supported(".md")
#emit Supported(".pdf")
#emit Supported(".docx")
#emit Supported(".odt")
#emit Supported(".rtf")
#emit Supported(".epub")
#emit Supported(".eml")
#emit Supported(".mbox")
#emit Supported(".xhtml")
#emit Supported(".mht")
#emit Supported(".markdown")
#emit Supported(".msg")
#emit Supported(".warc")
#emit Supported(".wacz")
#emit Supported(".webarchive")
#emit Supported(".enex")
#emit Supported(".rss")
#emit Supported(".atom")
#emit Supported(".srt")
#emit Supported(".vtt")

[Run]
Filename: "{app}\Dateline.exe"; Description: "{cm:LaunchProgram,{#Name}}"; Flags: nowait postinstall skipifsilent
