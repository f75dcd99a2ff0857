"""A chart as a file of its own: pixels at twice the size, or vectors with their text as text."""

from enum import StrEnum
from io import BytesIO

from matplotlib import rc_context
from matplotlib.figure import Figure

from scorecard.charts.lettering import whatever_the_script

SHARP = 2.0  # device pixels per logical one


class Form(StrEnum):
    PNG = "png"
    SVG = "svg"
    PDF = "pdf"


def chart_file(figure: Figure, form: Form) -> bytes:
    """The file's content. The figure must have been drawn at ratio 1.

    Text stays text, and nothing in the file tells who made it or when.
    """
    written = BytesIO()
    no_date = {Form.PNG: {"Software": None}, Form.SVG: {"Date": None}, Form.PDF: {"CreationDate": None}}
    letters = rc_context({"svg.fonttype": "none", "pdf.fonttype": 42, "svg.hashsalt": "scorecard"})
    with letters, whatever_the_script():
        figure.savefig(written, format=form.value, dpi=figure.dpi * SHARP if form is Form.PNG else figure.dpi,
                       facecolor=figure.get_facecolor(), metadata=no_date[form])  # fmt: skip
    return written.getvalue()
