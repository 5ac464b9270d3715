#!/usr/bin/python3
"""Makes the typefaces of the PDF report from Debian's fonts.

    apt-get install fonts-noto-core fonts-nanum python3-fonttools
    /usr/bin/python3 internal/report/fonts/subset.py

Writes the compressed .ttf.gz files beside this script. The same packages give the same bytes.
"""

import gzip
import io
import pathlib

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = pathlib.Path(__file__).parent
DEBIAN = pathlib.Path("/usr/share/fonts/truetype")

TEXT = (
    "U+0020-007E,U+00A0-024F,U+0259,U+02B0-02FF,U+0300-036F,"  # Latin, its extensions, accents
    "U+0370-03FF,U+1F00-1FFF,U+0400-052F,U+1E00-1EFF,"  # Greek, Cyrillic, Vietnamese
    "U+2000-206F,U+2070-209F,U+20A0-20BF,U+2100-218F,"  # punctuation, currency, letterlike
    "U+FB01-FB02,U+FFFD"
)
# Chosen from what a guide may want to write; all of mathematics would be 300 kB.
SIGNS = "U+2190-2199,U+21D0-21D5,U+2200-2265"
SHAPES = "U+25A0-25A1,U+25B2-25BF,U+25CB-25CF,U+2610-2612,U+2713-2714,U+2717"
KOREAN = "U+3000-3015,U+3131-318E,U+AC00-D7A3,U+FF01-FF5E"

FACES = [
    # source, characters, file, and the new name where the licence reserves the old one
    ("noto/NotoSans-Regular.ttf", TEXT, "NotoSans-Regular.ttf", None),
    ("noto/NotoSans-Bold.ttf", TEXT, "NotoSans-Bold.ttf", None),
    ("noto/NotoSansMath-Regular.ttf", SIGNS, "NotoSansMath-Regular.ttf", None),
    ("noto/NotoSansSymbols2-Regular.ttf", SHAPES, "NotoSansSymbols2-Regular.ttf", None),
    ("nanum/NanumGothic.ttf", KOREAN, "LevelicaHangul-Regular.ttf", "Levelica Hangul"),
]


def rename(font, name):
    """Gives a font a new primary name, and keeps its copyright and version."""
    table = font["name"]
    table.names = [n for n in table.names if n.nameID in (0, 5)]
    plain = name.replace(" ", "") + "-Regular"
    for identifier, text in ((1, name), (2, "Regular"), (3, plain), (4, name), (6, plain)):
        table.setName(text, identifier, 3, 1, 0x409)
    table.setName("SIL Open Font License, Version 1.1", 13, 3, 1, 0x409)
    table.setName("https://openfontlicense.org", 14, 3, 1, 0x409)


for source, characters, target, name in FACES:
    options = subset.Options()
    options.layout_features = []  # the PDF library does not shape text
    options.hinting = False  # paper and zoom need none
    options.glyph_names = False
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "MATH", "TSI0", "TSI1", "TSI2", "TSI3", "TSI5"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.recalc_timestamp = False
    font = TTFont(DEBIAN / source, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(characters))
    subsetter.subset(font)
    if name:
        rename(font, name)
    plain = io.BytesIO()
    font.save(plain)
    packed = HERE / (target + ".gz")
    packed.write_bytes(gzip.compress(plain.getvalue(), 9, mtime=0))
    print(f"{target}: {len(font.getBestCmap())} characters, {plain.tell()} bytes, packed {packed.stat().st_size}")
