"""Makes hillock-signs.ttf from Liberation Sans: python3 make_signs.py LiberationSans-Regular.ttf hillock-signs.ttf

The raised digits and minus of powers of ten, all cut from the full ones: of its own, Liberation Sans has only some.
Needs fontTools 4. The same font and the same fontTools give the same bytes.
"""

import sys

from fontTools import subset
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

NAME = "Hillock Signs"
RAISED = dict(zip("0123456789−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"))
SIZE = 0.64
RAISE = 0.34
# 0.64 of 2048 units to the em are whole units where the em has 12800: nothing is rounded.
UNITS = 12800


def main(source, target):
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.drop_tables += ["kern", "gasp", "GSUB", "GPOS", "GDEF"]
    font = TTFont(source, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[ord(c) for c in RAISED])
    subsetter.subset(font)
    names = font.getBestCmap()
    factor = UNITS / font["head"].unitsPerEm
    glyphs = font.getGlyphSet()
    cut = {}
    for name in font.getGlyphOrder():
        raised = name in names.values()
        scale = factor * SIZE if raised else factor
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(TransformPen(pen, (scale, 0, 0, scale, 0, RAISE * UNITS if raised else 0)))
        cut[name] = (pen.glyph(), round(font["hmtx"][name][0] * scale))
    for name, (glyph, advance) in cut.items():
        font["glyf"][name] = glyph
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (advance, getattr(glyph, "xMin", 0))
    for table in font["cmap"].tables:
        table.cmap = {ord(RAISED[chr(code)]): name for code, name in table.cmap.items() if chr(code) in RAISED}
    for table, fields in {
        "head": ["unitsPerEm"],
        "hhea": ["ascent", "descent", "lineGap"],
        "OS/2": ["sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent"],
    }.items():
        for field in fields:
            setattr(font[table], field, round(getattr(font[table], field) * factor))
    post = font["post"]
    post.formatType, post.extraNames, post.mapping = 2.0, [], {}
    # The licence keeps the names of the original for the original.
    table = font["name"]
    copyright_ = table.getDebugName(0)
    table.names = []
    for number, text in {
        0: copyright_,
        1: NAME,
        2: "Regular",
        3: NAME + " 1",
        4: NAME,
        5: "Version 1.0",
        6: NAME.replace(" ", ""),
        10: "Raised digits cut from Liberation Sans, made for Hillock; see README.md beside it.",
        13: "SIL Open Font License, Version 1.1",
        14: "https://openfontlicense.org",
    }.items():
        table.setName(text, number, 3, 1, 0x409)
    font.save(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
