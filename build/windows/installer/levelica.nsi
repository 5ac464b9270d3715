; The installer for one person, who needs no administrator for it.
;
;   levelica_<version>_windows_<arch>-setup.exe [/S] [/D=C:\folder]
;   uninstall.exe [/S] [/removedata]
;
; /S asks nothing. Uninstalling keeps the person's data unless they tick the box, or /removedata does.
; `go run ./build package windows` sets VERSION, NUMBERS, PROGRAM, ARCH, ICON, LICENCE,
; OUTPUT, TARGET, WEBVIEW and SIZE, and SIGN where there is a command that signs a program file.

Target ${TARGET} ; a 64-bit installer on x64; on arm64 the one that every Windows there runs
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetDatablockOptimize on
SetDateSave off

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include nsDialogs.nsh
!include WinVer.nsh
!include x64.nsh

!define APP "Levelica"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Levelica"
!define JOURNAL "Levelica.Journal"
!define WEBVIEW_CLIENT "Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}"

Name "${APP}"
OutFile "${OUTPUT}"
!ifdef SIGN
    !uninstfinalize '${SIGN} "%1"' = 0
!endif
InstallDir "$LOCALAPPDATA\Programs\${APP}"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
BrandingText "${APP} ${VERSION}"

VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "${APP}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "CompanyName" "The Levelica authors"
VIAddVersionKey "LegalCopyright" "© 2026 The Levelica authors, MIT licence"
VIAddVersionKey "FileDescription" "${APP} setup"
VIAddVersionKey "FileVersion" "${VERSION}"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\levelica.exe"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
UninstPage custom un.askData un.answerData
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Korean"

LangString Comment ${LANG_ENGLISH} "Know where you stand in a skill and what to do next"
LangString Comment ${LANG_KOREAN} "내 실력이 어디쯤인지, 다음에 무엇을 할지 알려 줍니다"
LangString Journal ${LANG_ENGLISH} "Levelica journal"
LangString Journal ${LANG_KOREAN} "Levelica 기록"
LangString WrongSystem ${LANG_ENGLISH} "Levelica needs Windows 10 or newer on a ${ARCH} computer. Nothing was installed."
LangString WrongSystem ${LANG_KOREAN} "Levelica에는 ${ARCH} 컴퓨터와 Windows 10 이상이 필요합니다. 아무것도 설치하지 않았습니다."
LangString IsOpen ${LANG_ENGLISH} "Levelica is open. Please close its window, then try again."
LangString IsOpen ${LANG_KOREAN} "Levelica가 열려 있습니다. 창을 닫고 다시 시도해 주세요."
LangString WebViewFailed ${LANG_ENGLISH} "Levelica is installed, but Windows lacks a part that it shows its window with: Microsoft's WebView2. It could not be installed now (is this computer online?). Levelica offers to install it when it starts; the command line works without it."
LangString WebViewFailed ${LANG_KOREAN} "Levelica를 설치했지만 창을 표시하는 데 필요한 Microsoft WebView2가 이 Windows에 없습니다. 지금은 설치하지 못했습니다(인터넷에 연결되어 있나요?). Levelica를 시작하면 설치를 다시 안내합니다. 명령줄은 WebView2 없이도 작동합니다."
LangString RemoveTitle ${LANG_ENGLISH} "Remove Levelica"
LangString RemoveTitle ${LANG_KOREAN} "Levelica 제거"
LangString RemoveText ${LANG_ENGLISH} "The program is removed. Your answers stay on this computer, and the next Levelica finds them, unless you tick the box."
LangString RemoveText ${LANG_KOREAN} "프로그램을 제거합니다. 아래 상자를 선택하지 않으면 답은 이 컴퓨터에 그대로 남고, 다시 설치하면 이어서 쓸 수 있습니다."
LangString RemoveData ${LANG_ENGLISH} "Also remove my answers, settings and backups for good"
LangString RemoveData ${LANG_KOREAN} "내 답과 설정, 백업도 완전히 지우기"
LangString RemoveButton ${LANG_ENGLISH} "&Remove"
LangString RemoveButton ${LANG_KOREAN} "제거(&R)"

Var AlsoData
Var DataBox

; A program that is running cannot be replaced: writing to it fails.
!macro CheckClosed
    ${Do}
        ${IfNot} ${FileExists} "$INSTDIR\levelica.exe"
            ${ExitDo}
        ${EndIf}
        ClearErrors
        FileOpen $0 "$INSTDIR\levelica.exe" a
        ${IfNot} ${Errors}
            FileClose $0
            ${ExitDo}
        ${EndIf}
        MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IsOpen)" /SD IDCANCEL IDRETRY +3
        SetErrorLevel 1
        Quit
    ${Loop}
!macroend

Function .onInit
    ${IfNot} ${AtLeastWin10}
        MessageBox MB_OK|MB_ICONSTOP "$(WrongSystem)" /SD IDOK
        SetErrorLevel 1
        Quit
    ${EndIf}
    !if ${ARCH} == "arm64"
        ${IfNot} ${IsNativeARM64}
            MessageBox MB_OK|MB_ICONSTOP "$(WrongSystem)" /SD IDOK
            SetErrorLevel 1
            Quit
        ${EndIf}
    !else
        ${IfNot} ${RunningX64}
            MessageBox MB_OK|MB_ICONSTOP "$(WrongSystem)" /SD IDOK
            SetErrorLevel 1
            Quit
        ${EndIf}
    !endif
FunctionEnd

Section "Levelica"
    SetShellVarContext current
    !insertmacro CheckClosed
    SetOutPath "$INSTDIR"
    SetOverwrite on
    File "/oname=levelica.exe" "${PROGRAM}"
    File "/oname=LICENSE.txt" "${LICENCE}"
    WriteUninstaller "$INSTDIR\uninstall.exe"

    CreateShortcut "$SMPROGRAMS\${APP}.lnk" "$INSTDIR\levelica.exe" "" "$INSTDIR\levelica.exe" 0 SW_SHOWNORMAL "" "$(Comment)"

    ; levelica://guide/... opens in Levelica.
    WriteRegStr HKCU "Software\Classes\levelica" "" "URL:Levelica"
    WriteRegStr HKCU "Software\Classes\levelica" "URL Protocol" ""
    WriteRegStr HKCU "Software\Classes\levelica\DefaultIcon" "" "$INSTDIR\levelica.exe,0"
    WriteRegStr HKCU "Software\Classes\levelica\shell\open\command" "" '"$INSTDIR\levelica.exe" "%1"'

    ; A .levelica file opens in Levelica, which shows what it would add.
    WriteRegStr HKCU "Software\Classes\${JOURNAL}" "" "$(Journal)"
    WriteRegStr HKCU "Software\Classes\${JOURNAL}\DefaultIcon" "" "$INSTDIR\levelica.exe,1"
    WriteRegStr HKCU "Software\Classes\${JOURNAL}\shell\open\command" "" '"$INSTDIR\levelica.exe" "%1"'
    WriteRegStr HKCU "Software\Classes\.levelica" "" "${JOURNAL}"
    WriteRegNone HKCU "Software\Classes\.levelica\OpenWithProgids" "${JOURNAL}"
    ${RefreshShellIcons}

    ; "levelica" typed into Run, or into a terminal by its path.
    WriteRegStr HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\levelica.exe" "" "$INSTDIR\levelica.exe"

    WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${APP}"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\levelica.exe,0"
    WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Levelica authors"
    WriteRegStr HKCU "${UNINSTALL}" "URLInfoAbout" "https://github.com/levelica/levelica"
    WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE}
    WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
    WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

; Where WebView2 registers itself, for the computer and for the person. Windows 11 has it.
Section "WebView2"
    SetRegView 64
    ReadRegStr $0 HKLM "SOFTWARE\WOW6432Node\${WEBVIEW_CLIENT}" "pv"
    ${If} $0 == ""
    ${OrIf} $0 == "0.0.0.0"
        ReadRegStr $0 HKCU "Software\${WEBVIEW_CLIENT}" "pv"
    ${EndIf}
    ${If} $0 == ""
    ${OrIf} $0 == "0.0.0.0"
        DetailPrint "Microsoft WebView2"
        InitPluginsDir
        File "/oname=$PLUGINSDIR\MicrosoftEdgeWebview2Setup.exe" "${WEBVIEW}"
        ClearErrors
        ExecWait '"$PLUGINSDIR\MicrosoftEdgeWebview2Setup.exe" /silent /install' $1
        ${If} ${Errors}
        ${OrIf} $1 <> 0
            MessageBox MB_OK|MB_ICONEXCLAMATION "$(WebViewFailed)" /SD IDOK
        ${EndIf}
    ${EndIf}
SectionEnd

Function un.onInit
    StrCpy $AlsoData 0
    ${GetParameters} $0
    ClearErrors
    ${GetOptions} $0 "/removedata" $1
    ${IfNot} ${Errors}
        StrCpy $AlsoData 1
    ${EndIf}
FunctionEnd

Function un.askData
    !insertmacro MUI_HEADER_TEXT "$(RemoveTitle)" ""
    nsDialogs::Create 1018
    Pop $0
    ${NSD_CreateLabel} 0 0 100% 40u "$(RemoveText)"
    Pop $0
    ${NSD_CreateCheckbox} 0 46u 100% 12u "$(RemoveData)"
    Pop $DataBox
    ${If} $AlsoData == 1
        ${NSD_Check} $DataBox
    ${EndIf}
    GetDlgItem $0 $HWNDPARENT 1
    SendMessage $0 ${WM_SETTEXT} 0 "STR:$(RemoveButton)"
    nsDialogs::Show
FunctionEnd

Function un.answerData
    ${NSD_GetState} $DataBox $0
    ${If} $0 == ${BST_CHECKED}
        StrCpy $AlsoData 1
    ${Else}
        StrCpy $AlsoData 0
    ${EndIf}
FunctionEnd

Section "Uninstall"
    SetShellVarContext current
    !insertmacro CheckClosed
    Delete "$INSTDIR\levelica.exe"
    Delete "$INSTDIR\LICENSE.txt"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR" ; stays where somebody else put something into it
    Delete "$SMPROGRAMS\${APP}.lnk"
    DeleteRegKey HKCU "${UNINSTALL}"
    DeleteRegKey HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\levelica.exe"
    ; Another Levelica, a portable one for example, may have the links by now.
    ReadRegStr $0 HKCU "Software\Classes\levelica\shell\open\command" ""
    ${If} $0 == '"$INSTDIR\levelica.exe" "%1"'
        DeleteRegKey HKCU "Software\Classes\levelica"
    ${EndIf}
    ReadRegStr $0 HKCU "Software\Classes\${JOURNAL}\shell\open\command" ""
    ${If} $0 == '"$INSTDIR\levelica.exe" "%1"'
        DeleteRegKey HKCU "Software\Classes\${JOURNAL}"
        DeleteRegValue HKCU "Software\Classes\.levelica\OpenWithProgids" "${JOURNAL}"
        ReadRegStr $0 HKCU "Software\Classes\.levelica" ""
        ${If} $0 == "${JOURNAL}"
            DeleteRegValue HKCU "Software\Classes\.levelica" ""
        ${EndIf}
        DeleteRegKey /ifempty HKCU "Software\Classes\.levelica\OpenWithProgids"
        DeleteRegKey /ifempty HKCU "Software\Classes\.levelica"
    ${EndIf}
    ${un.RefreshShellIcons}
    ; The web view's own files hold nothing that a person wrote.
    RMDir /r "$APPDATA\levelica.exe"
    ${If} $AlsoData == 1
        RMDir /r "$LOCALAPPDATA\levelica"
    ${EndIf}
SectionEnd
