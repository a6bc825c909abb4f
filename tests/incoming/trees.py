"""Documents as strangers might write them, at random: names of fields, signs and words anywhere."""

from hypothesis import strategies as st

from brandplatform.incoming.passages import Aside, Grid, Heading, Line, plain
from tests.incoming.filing import SPOKEN

_NAMES = sorted({said for field in SPOKEN.fields for said in (*field.fr, *field.en)})
_COLUMNS = sorted(
    {said for field in SPOKEN.fields for column in field.columns for said in (*column.fr, *column.en)}
)
_SIGNS = [
    ":", " : ", " – ", " — ", ", ", "; ", ". ", ".", "\n", " mais pas ", " but not ", " et ", " and ", "1. ",
    "2) ", "| ", "- ", "• ", "(", ")", " / ", " & ", "…", "!", "?", "[", "**", "<b>", "\t", "\u00a0", "M. ",
]  # fmt: skip
_WORDS = st.one_of(
    st.sampled_from(_NAMES),
    st.sampled_from([name.upper() for name in _NAMES]),
    st.sampled_from([f"Notre {name}" for name in _NAMES]),
    st.sampled_from(_COLUMNS),
    st.sampled_from(_SIGNS),
    st.sampled_from(["vécue", "lived", "Pain", "chaud", "heure", "2031", "trois", "the", "nous"]),
    st.text(max_size=6),
)
TEXT = st.lists(_WORDS, min_size=1, max_size=9).map(lambda words: plain(" ".join(words))).filter(bool)


@st.composite
def _line(draw: st.DrawFn) -> Line:
    text = draw(TEXT)
    bold = draw(st.sampled_from([0, 0, 1, 2, 3]))
    lead = plain(" ".join(text.split("\n")[0].split(" ")[:bold])) if bold < 3 else text
    depth = draw(st.sampled_from([0, 0, 0, 1, 1, 2, 3]))
    return Line(text, lead if text.startswith(lead) else "", depth)


LINE = _line()
_BOX = st.lists(LINE, max_size=3).map(tuple)
GRID = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.lists(_BOX, max_size=width).map(tuple), max_size=5).map(tuple).map(Grid)
)
_HEADING = st.builds(Heading, st.integers(0, 6), TEXT.map(lambda text: " ".join(text.split("\n"))))
_ASIDE = st.builds(
    Aside, TEXT, st.sampled_from(["note", "contents", "code", "comment", "margin", "drawing", "front"])
)
TREE = st.lists(st.one_of(_HEADING, _HEADING, LINE, LINE, LINE, GRID, _ASIDE), max_size=25).map(tuple)
