"""Builds the faces in fonts/ from Inter, JetBrains Mono and Noto Sans SC.

JavaFX does not look for a missing glyph in a second face when the first one was loaded from
a file, and it has no OpenType features in CSS. So Latin and Chinese go into one face, and the
tabular figures take the place of the proportional ones. (WOFF would halve the files, but JavaFX
takes four times as long to load them: 0.23 s against 0.07 s for the three.) Needs Python 3.9+ with fonttools 4.x.

Usage: make_fonts.py INTER_DIR JETBRAINS_MONO_DIR NOTO_SANS_SC_DIR OUT_DIR
Each folder is searched for the static .ttf files that the npm packages @expo-google-fonts/inter,
jetbrains-mono and noto-sans-sc hold (versions 0.4.2, 0.4.1, 0.4.3 were used).
"""
import sys
import tempfile
from pathlib import Path

from fontTools import merge, subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

EM = 2048


def characters_of(codec, rows):
    """All characters of a double-byte codec whose first byte is in rows."""
    found = set()
    for high in rows:
        for low in range(0x40, 0xFF):
            try:
                text = bytes((high, low)).decode(codec)
            except UnicodeDecodeError:
                continue
            if len(text) == 1:
                found.add(ord(text))
    return found


def chinese():
    """GB 2312, the common characters of Big5, kana, punctuation, arrows and number forms."""
    found = characters_of("gb2312", range(0xA1, 0xF8)) | characters_of("big5", range(0xA1, 0xC7))
    for start, end in ((0x2000, 0x206F), (0x2100, 0x22FF), (0x2460, 0x24FF), (0x2500, 0x25FF),
                       (0x3000, 0x30FF), (0x3200, 0x33FF), (0xFF00, 0xFFEF)):
        found.update(range(start, end + 1))
    return found


def figures_tabular(font):
    """Maps each figure to its tabular form where the face has one."""
    table = {}
    for record in font["GSUB"].table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for sub in font["GSUB"].table.LookupList.Lookup[index].SubTable:
                    table.update(getattr(getattr(sub, "ExtSubTable", sub), "mapping", {}))
    for cmap in font["cmap"].tables:
        if cmap.isUnicode():
            for code, name in list(cmap.cmap.items()):
                # The figures alone: full stop and comma keep the narrow form that text needs.
                if name in table and 0x30 <= code <= 0x39:
                    cmap.cmap[code] = table[name]


def cut(path, codes, tabular, folder):
    """A copy of the face with the given characters only (None: all), no layout tables, EM units."""
    font = TTFont(path)
    if tabular:
        figures_tabular(font)
    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True,
                             glyph_names=False, name_IDs=["*"], legacy_cmap=False)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "DSIG", "STAT", "BASE", "vhea", "vmtx", "MVAR", "meta", "gasp"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=set(font.getBestCmap()) if codes is None else codes)
    cutter.subset(font)
    scale_upem(font, EM)
    out = Path(folder) / path.name
    font.save(out)
    return out


def name(font, family, style, bold):
    table = font["name"]
    table.names = []
    for number, text in ((1, family), (2, style), (3, f"{family} {style} 1.0"), (4, f"{family} {style}"),
                         (5, "Version 1.0"), (6, f"{family.replace(' ', '')}-{style}"),
                         (13, "This Font Software is licensed under the SIL Open Font License, Version 1.1."),
                         (14, "https://openfontlicense.org")):
        table.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = 700 if bold else 400
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0x61) | (0x20 if bold else 0x40)
    font["head"].macStyle = 1 if bold else 0


def build(latin, han, han_codes, family, bold, tabular, out):
    style = "Bold" if bold else "Regular"
    with tempfile.TemporaryDirectory() as folder:
        first = cut(latin, None, tabular, folder)
        have = set(TTFont(first).getBestCmap())
        second = cut(han, han_codes - have, False, folder)
        metrics = TTFont(first)
        font = merge.Merger().merge([str(first), str(second)])
        # The line stays as high as the Latin face has it: a Chinese word must not move a row.
        for table, keys in (("hhea", ("ascent", "descent", "lineGap")),
                            ("OS/2", ("sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent",
                                      "usWinDescent", "sxHeight", "sCapHeight"))):
            for key in keys:
                setattr(font[table], key, getattr(metrics[table], key))
        name(font, family, style, bold)
        font["post"].formatType = 3.0
        # A fixed date: the same sources give the same file.
        font["head"].created = font["head"].modified = 3_800_000_000
        font.recalcTimestamp = False
        target = Path(out) / f"{family.replace(' ', '')}-{style}.ttf"
        font.save(target)
        print(f"{target.name}: {len(font.getBestCmap())} characters, {target.stat().st_size} bytes")


def face(folder, weight):
    found = sorted(path for path in Path(folder).rglob(f"*_{weight}.ttf"))
    if len(found) != 1:
        sys.exit(f"{folder}: expected one *_{weight}.ttf, found {len(found)}")
    return found[0]


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    inter, mono, noto, out = sys.argv[1:]
    codes = chinese()
    for weight, bold in (("400Regular", False), ("600SemiBold", True)):
        build(face(inter, weight), face(noto, weight), codes, "Shelfwise Sans", bold, True, out)
    build(face(mono, "400Regular"), face(noto, "400Regular"),
          characters_of("gb2312", range(0xA1, 0xD8)) | set(range(0x3000, 0x3040))
          | set(range(0xFF00, 0xFFF0)), "Shelfwise Mono", False, False, out)


if __name__ == "__main__":
    main()
