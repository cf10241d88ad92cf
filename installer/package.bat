@echo off
rem Makes what people install: Shelfwise with its own Java, from what "mvn package" left in target\shelfwise.
rem Usage: installer\package.bat [TYPE]   app-image (a folder, the default), msi or exe (these two need WiX).
rem Needs a JDK 25 with jpackage (JAVA_HOME, the usual folders, then PATH). The result lies in target\installer.
setlocal EnableExtensions DisableDelayedExpansion
set "TYPE=%~1"
if not defined TYPE set "TYPE=app-image"
if /i not "%TYPE%"=="app-image" if /i not "%TYPE%"=="msi" if /i not "%TYPE%"=="exe" (
    echo package.bat: "%TYPE%" is none of app-image, msi, exe. 1>&2
    exit /b 2
)
for %%I in ("%~dp0..") do set "ROOT=%%~fI"
set "BUILT=%ROOT%\target\shelfwise"
set "OUT=%ROOT%\target\installer"

set "JAR="
for %%F in ("%BUILT%\lib\shelfwise-*.jar") do set "JAR=%%~nF"
if not defined JAR (
    echo package.bat: nothing is built yet. Run "mvn package -DskipTests" in "%ROOT%" first. 1>&2
    exit /b 1
)
rem Installers take numbers only: 0.1.0-SNAPSHOT becomes 0.1.0.
for /f "tokens=2 delims=-" %%V in ("%JAR%") do set "VERSION=%%V"

set "JPACKAGE="
if defined JAVA_HOME call :try "%JAVA_HOME%\bin\jpackage.exe"
for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%USERPROFILE%\.jdks") do (
    for /d %%D in ("%%~R\*25*") do call :try "%%~D\bin\jpackage.exe"
)
for /f "delims=" %%P in ('where jpackage 2^>nul') do call :try "%%P"
if not defined JPACKAGE (
    echo package.bat: no JDK 25 with jpackage was found. Get one from https://adoptium.net, or set JAVA_HOME to yours. 1>&2
    exit /b 1
)

rem What the code and its libraries use (asked of jdeps), and what nobody names in code: jdk.charsets reads Chinese and
rem Japanese files, jdk.localedata writes dates in Chinese, jdk.unsupported is reached by reflection.
set "MODULES=java.base,java.compiler,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.prefs"
set "MODULES=%MODULES%,java.scripting,java.sql,java.xml,jdk.charsets,jdk.incubator.vector,jdk.jfr,jdk.localedata,jdk.net,jdk.unsupported,jdk.unsupported.desktop"

if exist "%OUT%" rmdir /s /q "%OUT%"
mkdir "%OUT%\input"
xcopy /q /e /y "%BUILT%\lib" "%OUT%\input\" >nul || exit /b 1
copy /y "%BUILT%\LICENSE" "%OUT%\input\" >nul
copy /y "%BUILT%\NOTICE" "%OUT%\input\" >nul
if exist "%BUILT%\sample-projects" xcopy /q /e /y /i "%BUILT%\sample-projects" "%OUT%\input\sample-projects" >nul

rem On Windows a program has a window or a console: "shelfwise-console" is the second one, for the command line.
set "CONSOLE=%OUT%\console.properties"
> "%CONSOLE%" echo win-console=true

set "EXTRA="
if /i not "%TYPE%"=="app-image" set "EXTRA=--win-menu --win-shortcut --win-dir-chooser --license-file "%BUILT%\LICENSE""
"%JPACKAGE%" --type %TYPE% --name Shelfwise --app-version %VERSION% --vendor Shelfwise ^
    --description "A desktop workbench for recommenders" ^
    --input "%OUT%\input" --dest "%OUT%" --main-jar "%JAR%.jar" --main-class shelfwise.Launcher ^
    --add-launcher shelfwise-console="%CONSOLE%" ^
    --add-modules "%MODULES%" --jlink-options "--strip-debug --no-header-files --no-man-pages --include-locales=en,zh" ^
    --java-options "--enable-native-access=ALL-UNNAMED" --java-options "--add-modules=jdk.incubator.vector" --java-options "-XX:MaxRAMPercentage=60" ^
    --java-options "-Dstdout.encoding=UTF-8" --java-options "-Dstderr.encoding=UTF-8" ^
    --java-options "-Dshelfwise.home=$APPDIR" %EXTRA%
if errorlevel 1 exit /b 1
rmdir /s /q "%OUT%\input"
del "%CONSOLE%"
echo Made in "%OUT%":
dir /b "%OUT%"
exit /b 0

rem Takes the program given when it is new enough and none was taken before.
:try
if defined JPACKAGE exit /b 0
if not exist "%~1" exit /b 0
for /f "delims=. tokens=1" %%M in ('^""%~1" --version^"') do if %%M GEQ 25 set "JPACKAGE=%~1"
exit /b 0
