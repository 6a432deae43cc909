@echo off
rem Runs AllClear from this project folder: allclear build, allclear check, allclear help.
rem Builds the tool first if its sources have changed since it was built. The same as the script allclear beside it,
rem which says why; what runs is a copy with a name of its own, because Windows keeps a jar that is open from being replaced.
rem
rem JAVA_HOME           the Java to run with (17 or newer), if it is not the one on the PATH
rem ALLCLEAR_JAVA_OPTS  further options for the JVM, such as -Xmx512m
setlocal EnableExtensions DisableDelayedExpansion

set "ac_home=%~dp0"
set "ac_jar=%ac_home%target\allclear.jar"
set "ac_log=%ac_home%target\allclear-build.log"
set "ac_run=%ac_home%target\run"
set "ac_built=%ac_run%\built"
set "ac_name="
set "ac_share="

rem --- Java ---

rem What is over in a second has no use for the optimising compiler; what runs for hours has.
set "ac_tiers=-XX:TieredStopAtLevel=1"
if "%~1"=="serve" set "ac_tiers="

set "ac_java="
if not defined JAVA_HOME goto java_on_path
set "ac_java=%JAVA_HOME%\bin\java.exe"
if exist "%ac_java%" goto java_found
>&2 echo allclear: Java 17 or newer is needed, and JAVA_HOME names a folder without bin\java.exe: "%JAVA_HOME%"
exit /b 2

:java_on_path
for %%i in (java.exe) do set "ac_java=%%~$PATH:i"
if defined ac_java goto java_found
>&2 echo allclear: Java 17 or newer is needed, and there is no java on the PATH and no JAVA_HOME
exit /b 2

:java_found
set "ac_release="
for %%i in ("%ac_java%") do set "ac_release=%%~dpi..\release"
set "ac_version="
if exist "%ac_release%" for /f "usebackq tokens=1,2 delims==" %%a in ("%ac_release%") do if "%%a"=="JAVA_VERSION" set "ac_version=%%~b"
if defined ac_version goto java_version
set "ac_said=%TEMP%\allclear-%RANDOM%%RANDOM%.txt"
"%ac_java%" -version >"%ac_said%" 2>&1
for /f "usebackq tokens=2,3" %%a in ("%ac_said%") do if "%%a"=="version" if not defined ac_version set "ac_version=%%~b"
del "%ac_said%" 2>nul

:java_version
set "ac_major=0"
if defined ac_version for /f "delims=.-+_ " %%m in ("%ac_version%") do set "ac_major=%%m"
if %ac_major% GEQ 17 goto look
>&2 echo allclear: Java 17 or newer is needed, and "%ac_java%" is version %ac_version%
exit /b 2

rem --- Is there a copy, and is it what the sources say? ---

:look
call :is_current && goto start
md "%ac_run%" 2>nul
(type nul >"%ac_run%\writable") 2>nul || goto read_only

set /a ac_waits=0
:lock
md "%ac_run%\lock" 2>nul && goto locked
set /a ac_waits+=1
if %ac_waits% EQU 1 >&2 echo allclear: waiting for another build of the tool ...
rem No build takes half an hour: whoever made the lock is gone.
if %ac_waits% GEQ 1800 rd "%ac_run%\lock" 2>nul
ping -n 2 127.0.0.1 >nul
goto lock

:locked
call :is_current && goto built
call :build || goto not_built
:built
rd "%ac_run%\lock" 2>nul
goto start

:not_built
rd "%ac_run%\lock" 2>nul
exit /b 2

:read_only
call :name_of_copy && goto start_old
if not exist "%ac_jar%" (
    >&2 echo allclear: the tool has not been built, and its folder can't be written to: "%ac_home%"
    exit /b 2
)
"%ac_java%" -XX:+UseSerialGC %ac_tiers% -Xlog:disable -Xlog:all=error:stderr %ALLCLEAR_JAVA_OPTS% -jar "%ac_jar%" %*
exit /b %ERRORLEVEL%

:start_old
>&2 echo allclear: the tool may be older than its sources, and its folder can't be written to; running it as it is

:start
if exist "%ac_run%\%ac_name%.jsa" set ac_share="-XX:SharedArchiveFile=%ac_run%\%ac_name%.jsa"
"%ac_java%" -XX:+UseSerialGC %ac_tiers% -Xshare:auto %ac_share% -Xlog:disable -Xlog:all=error:stderr %ALLCLEAR_JAVA_OPTS% -jar "%ac_run%\%ac_name%.jar" %*
exit /b %ERRORLEVEL%

rem --- Parts ---

:name_of_copy
set "ac_name="
if not exist "%ac_run%\current" exit /b 1
set /p ac_name=<"%ac_run%\current"
if not defined ac_name exit /b 1
if not exist "%ac_run%\%ac_name%.jar" exit /b 1
exit /b 0

:is_current
call :name_of_copy || exit /b 1
if not exist "%ac_built%" exit /b 1
pushd "%ac_home%"
powershell -NoProfile -NonInteractive -Command "$t = (Get-Item -LiteralPath $env:ac_built).LastWriteTimeUtc; if (Get-ChildItem -Path pom.xml, src\main, templates -Recurse -Force -ErrorAction SilentlyContinue | Where-Object { $_.LastWriteTimeUtc -gt $t } | Select-Object -First 1) { exit 1 } else { exit 0 }" <nul
set "ac_newer=%ERRORLEVEL%"
popd
exit /b %ac_newer%

:build
where mvn >nul 2>nul
if errorlevel 1 (
    >&2 echo allclear: the tool has to be built first, and there is no mvn on the PATH: Maven 3.6.3 or newer is needed
    exit /b 1
)
>&2 echo allclear: building the tool ^(once^) ...
type nul >"%ac_built%.new"
pushd "%ac_home%"
call mvn -q -B -DskipTests -Dspotless.check.skip=true package >"%ac_log%" 2>&1 <nul
set "ac_status=%ERRORLEVEL%"
popd
if not "%ac_status%"=="0" (
    >&2 powershell -NoProfile -NonInteractive -Command "Get-Content -LiteralPath $env:ac_log -Tail 40"
    >&2 echo allclear: the tool could not be built; the log ends above and is in target\allclear-build.log
    exit /b 1
)
rem Copies that still run can't be deleted; the next build tries again.
del /q "%ac_run%\allclear-*.jar" "%ac_run%\allclear-*.jsa" >nul 2>nul
set "ac_name=allclear-%RANDOM%%RANDOM%"
copy /y "%ac_jar%" "%ac_run%\%ac_name%.jar" >nul
if errorlevel 1 (
    >&2 echo allclear: can't copy target\allclear.jar
    exit /b 1
)
"%ac_java%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-XX:ArchiveClassesAtExit=%ac_run%\%ac_name%.jsa" -jar "%ac_run%\%ac_name%.jar" build --content "%ac_home%content" --site "%ac_run%\rehearsal" >nul 2>&1 <nul
rd /s /q "%ac_run%\rehearsal" 2>nul
>"%ac_run%\current" echo %ac_name%
move /y "%ac_built%.new" "%ac_built%" >nul
exit /b 0
