@echo off
rem Starts Shelfwise with a Java 25 or newer: SHELFWISE_JAVA, JAVA_HOME, the usual folders, then PATH.
rem SHELFWISE_JAVA is a java.exe or a JDK's folder; SHELFWISE_OPTS holds more options for it.
setlocal EnableExtensions DisableDelayedExpansion
set "NEED=25"
set "JAVA_EXE="
for %%I in ("%~dp0..") do set "HOME_DIR=%%~fI"

if not defined SHELFWISE_JAVA goto search
call :try "%SHELFWISE_JAVA%\bin\java.exe"
call :try "%SHELFWISE_JAVA%"
if defined JAVA_EXE goto start
echo shelfwise: SHELFWISE_JAVA is "%SHELFWISE_JAVA%", which is no Java %NEED% or newer. 1>&2
exit /b 1

:search
if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
call :try "%HOME_DIR%\runtime\bin\java.exe"
for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%USERPROFILE%\.jdks") do (
    for /d %%D in ("%%~R\*") do call :try "%%~D\bin\java.exe"
)
for /f "delims=" %%P in ('where java 2^>nul') do call :try "%%P"
if defined JAVA_EXE goto start
echo shelfwise: Java %NEED% or newer is needed and was not found. 1>&2
echo Get one from https://adoptium.net (Temurin %NEED%), then start again, or set JAVA_HOME or 1>&2
echo SHELFWISE_JAVA to its folder. 1>&2
exit /b 1

:start
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=PASSIVE"
"%JAVA_EXE%" --enable-native-access=ALL-UNNAMED --add-modules jdk.incubator.vector -Xshare:auto -XX:MaxRAMPercentage=60 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 "-Dshelfwise.home=%HOME_DIR%" %SHELFWISE_OPTS% -cp "%HOME_DIR%\lib\*" shelfwise.Launcher %*
exit /b %ERRORLEVEL%

rem Takes the program given when it is new enough and none was taken before.
:try
if defined JAVA_EXE exit /b 0
if not exist "%~1" exit /b 0
if exist "%~1\" exit /b 0
for /f tokens^=2^ delims^=^" %%V in ('^""%~1" -version 2^>^&1^"') do (
    for /f "delims=.-+ tokens=1" %%M in ("%%V") do (
        if %%M GEQ %NEED% if not defined JAVA_EXE set "JAVA_EXE=%~1"
    )
)
exit /b 0
