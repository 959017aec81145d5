"""Makes hillock-hangul.ttf from NanumGothic.ttf: python3 make_hangul.py NanumGothic.ttf hillock-hangul.ttf

Needs fontTools 4. The same font and the same fontTools give the same bytes.
"""

import sys

from fontTools import subset
from fontTools.ttLib import TTFont

NAME = "Hillock Hangul"


def syllables():
    """The 2,350 of KS X 1001: rows 16 to 40, 94 to a row."""
    for row in range(0xB0, 0xC9):
        yield from bytes(b for cell in range(0xA1, 0xFF) for b in (row, cell)).decode("euc_kr")


def wanted():
    jamo = range(0x3131, 0x318F)
    punctuation = "·…‘’“”–—‥※〃、。〈〉《》「」『』【】〔〕〜ㆍ"
    return sorted({ord(c) for c in syllables()} | set(jamo) | {ord(c) for c in punctuation})


def main(source, target):
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.drop_tables += ["kern", "gasp", "TSI0", "TSI1", "TSI2", "TSI3", "TSI5", "GSUB", "GPOS", "GDEF", "vhea", "vmtx"]
    font = TTFont(source, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted())
    subsetter.subset(font)
    # FontBox warns of a font whose glyphs have no names.
    post = font["post"]
    post.formatType, post.extraNames, post.mapping = 2.0, [], {}
    # The licence keeps the names of the original for the original.
    names = font["name"]
    copyright_ = names.getDebugName(0)
    names.names = []
    for number, text in {
        0: copyright_,
        1: NAME,
        2: "Regular",
        3: NAME + " 1",
        4: NAME,
        5: "Version 1.0",
        6: NAME.replace(" ", ""),
        10: "A subset without hints, made for Hillock; see README.md beside it.",
        13: "SIL Open Font License, Version 1.1",
        14: "https://openfontlicense.org",
    }.items():
        names.setName(text, number, 3, 1, 0x409)
    font.save(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
