#!/bin/sh
# Makes what people install: Shelfwise with its own Java, from what `mvn package` left in target/shelfwise.
# Usage: installer/package.sh [TYPE]   app-image (a folder, the default), deb or rpm on Linux, dmg or pkg on macOS.
# Needs a JDK 25 with jpackage (JAVA_HOME, the usual folders, then PATH). The result lies in target/installer.
set -eu

type=${1:-app-image}
case $type in
    app-image | deb | rpm | dmg | pkg) ;;
    *) echo "package.sh: \"$type\" is none of app-image, deb, rpm, dmg, pkg." >&2; exit 2 ;;
esac
root=$(cd "$(dirname "$0")/.." && pwd -P)
built=$root/target/shelfwise
out=$root/target/installer

jar=
for file in "$built"/lib/shelfwise-*.jar; do [ -f "$file" ] && jar=$file; done
if [ -z "$jar" ]; then
    echo "package.sh: nothing is built yet. Run \"mvn package -DskipTests\" in $root first." >&2
    exit 1
fi
version=${jar##*/shelfwise-}
version=${version%.jar}
version=${version%%-*} # installers take numbers only

jpackage=
for candidate in "${JAVA_HOME:-/nonexistent}/bin/jpackage" /usr/lib/jvm/*25*/bin/jpackage \
        /Library/Java/JavaVirtualMachines/*25*/Contents/Home/bin/jpackage \
        "${HOME:-/nonexistent}"/.sdkman/candidates/java/25*/bin/jpackage "${HOME:-/nonexistent}"/.jdks/*25*/bin/jpackage \
        "$(command -v jpackage || true)"; do
    if [ -z "$jpackage" ] && [ -x "$candidate" ]; then
        found=$("$candidate" --version 2>/dev/null || echo 0)
        [ "${found%%.*}" -ge 25 ] && jpackage=$candidate
    fi
done
if [ -z "$jpackage" ]; then
    echo "package.sh: no JDK 25 with jpackage was found. Get one from https://adoptium.net, or set JAVA_HOME to yours." >&2
    exit 1
fi

# What the code and its libraries use (asked of jdeps), and what nobody names in code: jdk.charsets reads Chinese and
# Japanese files, jdk.localedata writes dates in Chinese, jdk.unsupported is reached by reflection.
modules=java.base,java.compiler,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.prefs
modules=$modules,java.scripting,java.sql,java.xml,jdk.charsets,jdk.incubator.vector,jdk.jfr,jdk.localedata,jdk.net,jdk.unsupported,jdk.unsupported.desktop

rm -rf "$out"
mkdir -p "$out/input"
cp -R "$built"/lib/* "$built/LICENSE" "$built/NOTICE" "$out/input/"
[ ! -d "$built/sample-projects" ] || cp -R "$built/sample-projects" "$out/input/"

set -- --type "$type" --name Shelfwise --app-version "$version" --vendor Shelfwise \
    --description "A desktop workbench for recommenders" \
    --input "$out/input" --dest "$out" --main-jar "${jar##*/}" --main-class shelfwise.Launcher \
    --add-modules "$modules" --jlink-options "--strip-debug --no-header-files --no-man-pages --include-locales=en,zh" \
    --java-options "--enable-native-access=ALL-UNNAMED" --java-options "--add-modules=jdk.incubator.vector" --java-options "-XX:MaxRAMPercentage=60" \
    --java-options "-Dstdout.encoding=UTF-8" --java-options "-Dstderr.encoding=UTF-8" \
    --java-options '-Dshelfwise.home=$APPDIR'
case $type in
    deb) set -- "$@" --license-file "$built/LICENSE" --linux-package-deps libgtk-3-0 --linux-shortcut ;;
    rpm) set -- "$@" --license-file "$built/LICENSE" --linux-package-deps gtk3 --linux-shortcut ;;
    dmg | pkg) set -- "$@" --license-file "$built/LICENSE" ;;
esac
"$jpackage" "$@"
rm -rf "$out/input"
echo "Made in $out:"
ls "$out"
